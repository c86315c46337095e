import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { createLocalTimeFormat, toIsoTime } from '../../../src/lib/local-time';

describe('createLocalTimeFormat', () => {
  it('writes the wall clock of the zone, also around the hour that summer time takes and gives', () => {
    const shanghai = createLocalTimeFormat('Asia/Shanghai');
    expect(shanghai(Date.UTC(2025, 4, 1, 16, 30, 5))).toBe('2025-05-02 00:30:05');
    const newYork = createLocalTimeFormat('America/New_York');
    expect(newYork(Date.UTC(2025, 2, 9, 6, 59, 59))).toBe('2025-03-09 01:59:59');
    expect(newYork(Date.UTC(2025, 2, 9, 7, 0, 0))).toBe('2025-03-09 03:00:00');
    expect(createLocalTimeFormat('Asia/Kathmandu')(Date.UTC(2025, 0, 1))).toBe('2025-01-01 05:45:00');
  });

  it('agrees with the browser for any time of the site', () => {
    const zones = ['Asia/Shanghai', 'Europe/London', 'Australia/Lord_Howe', 'America/St_Johns'];
    const formats = zones.map((timeZone) => ({
      ours: createLocalTimeFormat(timeZone),
      theirs: new Intl.DateTimeFormat('sv-SE', { timeZone, dateStyle: 'short', timeStyle: 'medium' }),
    }));
    fc.assert(
      fc.property(fc.integer({ min: Date.UTC(2013, 0), max: Date.UTC(2035, 0) }), (at) => {
        for (const { ours, theirs } of formats) expect(ours(at)).toBe(theirs.format(at));
      }),
      { numRuns: 300 },
    );
  });

  it('writes what the browser writes before 1970 and between milliseconds, too', () => {
    const utc = createLocalTimeFormat('UTC');
    const times = fc.oneof(
      fc.integer({ min: Date.UTC(1_000, 0), max: Date.UTC(9_000, 0) }),
      fc.double({ min: -1e12, max: 2e12, noNaN: true }),
    );
    fc.assert(
      fc.property(times, (at) => {
        const iso = new Date(at).toISOString();
        expect(utc(at)).toBe(`${iso.slice(0, 10)} ${iso.slice(11, 19)}`);
        expect(toIsoTime(at)).toBe(iso);
      }),
    );
  });

  it('answers nothing for what is no time', () => {
    for (const at of [NaN, Infinity, 9e15, -9e15]) {
      expect(createLocalTimeFormat('UTC')(at)).toBeUndefined();
      expect(toIsoTime(at)).toBeUndefined();
    }
  });

  it('refuses a zone that does not exist', () => {
    expect(() => createLocalTimeFormat('Mars/Olympus')).toThrow(RangeError);
  });
});
