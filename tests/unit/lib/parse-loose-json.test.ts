import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { parseLooseJson } from '../../../src/lib/parse-loose-json';

describe('parseLooseJson', () => {
  it('reads every JSON as JSON.parse does', () => {
    fc.assert(
      fc.property(fc.json(), fc.boolean(), (text, spaced) => {
        // Whole numbers beyond 2^53 are the one difference.
        fc.pre(!/(?<![\d.])\d{16,}(?![\d.e])/.test(text));
        const json = spaced ? JSON.stringify(JSON.parse(text), null, 2) : text;
        expect(parseLooseJson(json)).toEqual(JSON.parse(json));
      }),
    );
  });

  it.each([
    ['{"a":undefined}', {}],
    ['{"a":1,"b":undefined}', { a: 1 }],
    ['{"a":undefined,"b":1}', { b: 1 }],
    ['{"a":undefined,"b":undefined}', {}],
    ['{"a":1,"b":undefined,"c":undefined}', { a: 1 }],
    ['{ "a" : undefined , "b" : { "c" : undefined } }', { b: {} }],
    ['[undefined,1,undefined]', [null, 1, null]],
    ['[{"a":undefined},{"a":undefined}]', [{}, {}]],
    [
      '{"a":"undefined","b":"x: undefined, \\"undefined\\" \\\\"}',
      { a: 'undefined', b: 'x: undefined, "undefined" \\' },
    ],
    ['{"a":"\\u002Fx\\u003C"}', { a: '/x<' }],
  ])('reads %s', (text, expected) => {
    expect(parseLooseJson(text)).toEqual(expected);
  });

  it('keeps the digits of whole numbers that a double cannot hold', () => {
    expect(
      parseLooseJson(
        '{"a":136689148723445491,"b":-9007199254740993,"c":9007199254740991,"d":1.5e300,"f":0.00012345678901234567,"g":-1.0000000000000000001E+2,"e":"136689148723445491"}',
      ),
    ).toEqual({
      a: '136689148723445491',
      b: '-9007199254740993',
      c: 9007199254740991,
      d: 1.5e300,
      f: 0.00012345678901234567,
      g: -100,
      e: '136689148723445491',
    });
  });

  it('changes no prototype', () => {
    const value = parseLooseJson('{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}}}');
    expect(Object.getPrototypeOf(value)).toBe(Object.prototype);
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it.each([
    '',
    '{',
    '{"a":}',
    '{"a":1,}',
    '{a:1}',
    "{'a':1}",
    '{"a":"x}',
    'alert(1)',
    '{"a":new Date()}',
    '[1 2]',
    'undefinedx',
  ])('refuses %j', (text) => {
    expect(() => parseLooseJson(text)).toThrow(SyntaxError);
  });
});
