import { runInNewContext } from 'node:vm';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../../src/model/errors';
import { parseInitialState } from '../../../src/site/initial-state';

const STATE =
  '{"user":{"loggedIn":false,"activeSubTab":undefined},"note":{"title":"undefined 和 \\u002Fa\\u003C\\u002Fscript>","list":[1,undefined],"last":undefined}}';

function findError(text: string): AppError | undefined {
  try {
    parseInitialState(text);
    return undefined;
  } catch (error) {
    return error instanceof AppError ? error : undefined;
  }
}

describe('parseInitialState', () => {
  it('gives what a browser would, without the keys that are undefined', () => {
    const evaluated: unknown = runInNewContext(`JSON.stringify(${STATE})`);
    expect(parseInitialState(`window.__INITIAL_STATE__=${STATE}`)).toEqual(JSON.parse(String(evaluated)));
    expect(parseInitialState(` window.__INITIAL_STATE__ = ${STATE};\n`)).toEqual(
      JSON.parse(String(evaluated)),
    );
    expect(parseInitialState(STATE)).toEqual(JSON.parse(String(evaluated)));
  });

  it.each([
    '',
    'window.__INITIAL_STATE__=',
    '[]',
    '"text"',
    'null',
    '{"a":function(){}}',
    '{"a":1}alert(1)',
    '<html>',
  ])('says that the page has changed for %j', (text) => {
    const error = findError(text);
    expect(error?.code).toBe('page-changed');
    expect(error?.details['missing']).toBe('__INITIAL_STATE__');
  });

  it('does not quote the text in its error', () => {
    expect(JSON.stringify(findError('{"nickname":"somebody" oops}')?.details)).not.toContain('somebody');
  });

  it('refuses 50 MB without reading them', () => {
    const started = performance.now();
    expect(findError('{"a":"'.padEnd(50_000_000, 'x'))?.code).toBe('page-changed');
    expect(performance.now() - started).toBeLessThan(1_000);
  });

  it('reads 4 MB within a few times of what JSON.parse takes', () => {
    const row = `{"id":"${'a'.repeat(24)}","text":"一段文字 with words","count":"12","gone":undefined,"liked":false}`;
    const text = `{"rows":[${Array(Math.ceil(4_000_000 / row.length))
      .fill(row)
      .join(',')}]}`;
    const json = text.replaceAll('undefined', 'null');
    const time = (work: () => unknown) => {
      const runs = [0, 1, 2, 3, 4].map(() => {
        const started = performance.now();
        work();
        return performance.now() - started;
      });
      return Math.min(...runs);
    };
    expect(time(() => parseInitialState(text))).toBeLessThan(8 * time(() => JSON.parse(json) as unknown));
  });
});
