import { describe, expect, it } from 'vitest';
import { addSample, measurePace, type PaceSample } from '../../../../src/ui/jobs/state/measure-pace';

const at = (seconds: number, rows: number): PaceSample => ({ at: seconds * 1_000, rows });

describe('the pace of a job', () => {
  it('is not known from one look, nor from two at the same moment', () => {
    expect(measurePace([], 100)).toBeUndefined();
    expect(measurePace([at(5, 10)], 100)).toBeUndefined();
    expect(measurePace([at(5, 10), at(5.5, 20)], 100)).toBeUndefined();
  });

  it('is what came between the first and the last look, and tells what is left', () => {
    expect(measurePace([at(0, 100), at(4, 120), at(10, 200)], 300)).toEqual({
      perSecond: 10,
      leftMs: 10_000,
    });
  });

  it('promises no end where nobody knows how many there are, where nothing comes, or where more came than expected', () => {
    expect(measurePace([at(0, 0), at(10, 50)], undefined)).toEqual({ perSecond: 5 });
    expect(measurePace([at(0, 50), at(10, 50)], 100)).toEqual({ perSecond: 0 });
    expect(measurePace([at(0, 50), at(10, 110)], 100)).toEqual({ perSecond: 6 });
  });

  it('forgets what is older than a minute, and everything when a job counts back', () => {
    const samples = [at(0, 0), at(30, 10), at(61, 20)].reduce<readonly PaceSample[]>(addSample, []);
    expect(samples).toEqual([at(30, 10), at(61, 20)]);
    expect(addSample(samples, at(62, 3))).toEqual([at(62, 3)]);
  });

  it('tells nothing of before the clock was set back', () => {
    const before = [at(86_400, 100), at(86_401, 110)];
    expect(addSample(before, at(5, 120))).toEqual([at(5, 120)]);
    // By seconds, too: ten rows in no time would be a pace that nobody has.
    expect(addSample(before, at(86_400.5, 120))).toEqual([at(86_400, 100), at(86_400.5, 120)]);
  });

  it('counts one look once', () => {
    expect(addSample([at(1, 5)], at(1, 5))).toEqual([at(1, 5)]);
  });
});
