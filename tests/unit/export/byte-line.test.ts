import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createByteLine } from '../../../src/export/formats/byte-line';

/** Any text, halves of surrogate pairs and control characters among it. */
const texts = fc.array(
  fc.oneof(
    fc.integer({ min: 0, max: 0x7f }),
    fc.integer({ min: 0, max: 0xffff }),
    fc.integer({ min: 0xd800, max: 0xdfff }),
    fc.constantFrom(0x22, 0x5c, 0x2028, 0x7f, 0x80, 0x7ff, 0x800, 0xfeff),
  ),
);
const toText = (units: readonly number[]) => String.fromCharCode(...units);
const encode = (text: string) => [...new TextEncoder().encode(text)];

describe('createByteLine', () => {
  it('writes a text as the browser encodes it', () => {
    const line = createByteLine();
    fc.assert(
      fc.property(texts, (units) => {
        line.begin();
        line.text(toText(units));
        expect([...line.view()]).toEqual(encode(toText(units)));
      }),
      { numRuns: 1_000 },
    );
  });

  it('writes a string of JSON as the browser does', () => {
    const line = createByteLine();
    fc.assert(
      fc.property(texts, (units) => {
        line.begin();
        line.jsonString(toText(units));
        expect([...line.view()]).toEqual(encode(JSON.stringify(toText(units))));
      }),
      { numRuns: 1_000 },
    );
  });

  it('grows with what is written, and forgets it for the next line', () => {
    const line = createByteLine();
    line.bytes(Uint8Array.of(1, 2));
    line.text('字'.repeat(100_000));
    line.jsonString('\u0000'.repeat(10_000));
    const long = line.view().slice();
    expect(long.length).toBe(2 + 300_000 + 2 + 60_000);
    expect([...long.subarray(0, 5)]).toEqual([1, 2, ...encode('字')]);
    line.begin();
    line.text('a');
    expect([...line.view()]).toEqual([97]);
    // What the line before held can stand in this one, too.
    line.begin();
    line.again(0, 1);
    line.text('b');
    expect([...line.view()]).toEqual([97, 98]);
    expect(line.length()).toBe(2);
  });
});
