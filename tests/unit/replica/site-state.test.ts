import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startReplica } from '../../replica/start';
import type { Replica } from '../../replica/types';
import { serializeState } from '../../replica/site/state/serialize-state';
import { ask } from './ask';
import { missingFrom, shapeOf } from './shape';

const samplesDir = process.env['REAL_SAMPLES_DIR'];

/** Read by the engine, as a browser does. */
function readInlineState(html: string): Record<string, Record<string, unknown>> {
  const text = /<script>window\.__INITIAL_STATE__=([\s\S]*?)<\/script>/.exec(html)?.[1];
  if (text === undefined) throw new Error('no inline state');
  return runInNewContext(`(${text})`) as Record<string, Record<string, unknown>>;
}

/** Its single entry with a note in it, under one name, so that pages of different notes can be compared. */
function noteOf(
  state: Record<string, Record<string, unknown>>,
): { note: { noteId: string; type: string } } | undefined {
  const map = state['note']?.['noteDetailMap'] as Record<string, { note: { noteId: string; type: string } }>;
  return Object.values(map).find((entry) => 'noteId' in entry.note);
}

describe('the inline state', () => {
  it('is read back by a JavaScript engine as it was written', () => {
    const value = {
      a: undefined,
      b: [undefined, 1, 'x/</script>\u2028"\\', 9007199254740993n],
      '': null,
      undefined: { c: true },
    };
    const text = serializeState(value);
    expect(text).not.toMatch(/[</\u2028]/);
    const read = runInNewContext(`(${text})`) as typeof value;
    expect(Object.keys(read)).toEqual(['a', 'b', '', 'undefined']);
    expect(read.b[2]).toBe('x/</script>\u2028"\\');
    expect(text).toContain('9007199254740993');
    expect(text).toContain('"a":undefined');
  });
});

describe.skipIf(samplesDir === undefined)('the state of note pages, against saved ones', () => {
  let replica: Replica;
  const folder = join(samplesDir ?? '', 'ssr-note-html');
  const real = (part: string) =>
    readdirSync(samplesDir === undefined ? '.' : folder)
      .filter((name) => name.includes(part) && name.endsWith('.html'))
      .map((name) => readInlineState(readFileSync(join(folder, name), 'utf8')));
  const ours = async (key: string, session: 'guest' | 'member') =>
    readInlineState((await ask(replica, replica.noteUrl(key), { session })).text);

  beforeAll(async () => {
    replica = await startReplica();
  });
  afterAll(() => replica.close());

  it('has every store and every field of the stores the pages are read for', async () => {
    const state = await ours('tea', 'member');
    for (const saved of real('loggedin-')) {
      expect(Object.keys(state)).toEqual(expect.arrayContaining(Object.keys(saved)));
      for (const store of ['user', 'note', 'board', 'notification', 'redMoji']) {
        expect(Object.keys(state[store] ?? {}), store).toEqual(
          expect.arrayContaining(Object.keys(saved[store] ?? {})),
        );
      }
    }
  });

  it.each([
    ['normal', ['tea', 'livephoto']],
    ['video', ['video', 'feed-1', 'feed-2', 'feed-3', 'feed-4', 'feed-5', 'feed-6', 'feed-7', 'feed-8']],
  ] as const)(
    'describes a %s note with the fields and kinds of values of a saved one',
    async (type, keys) => {
      const entries = await Promise.all(keys.map(async (key) => noteOf(await ours(key, 'member'))));
      const mine = entries.filter((entry) => entry?.note.type === type);
      const saved = [...real('guest-'), ...real('loggedin-')]
        .map(noteOf)
        .filter((entry) => entry?.note.type === type);
      expect(saved.length).toBeGreaterThan(0);
      expect(missingFrom(shapeOf(...mine), shapeOf(...saved))).toEqual([]);
    },
  );

  it.each(['removed', 'under-review'])('refuses a %s note in the saved words', async (key) => {
    const info = (await ours(key, 'guest'))['note']?.['serverRequestInfo'];
    const saved = real(key === 'removed' ? '-510000' : '-510001').map(
      (state) => state['note']?.['serverRequestInfo'] as { errMsg: string; errorCode: number },
    );
    expect(saved.length).toBeGreaterThan(0);
    expect(info).toMatchObject({ state: 'fail', errorCode: saved[0]?.errorCode });
  });
});
