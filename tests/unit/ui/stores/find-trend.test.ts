import { describe, expect, it } from 'vitest';
import type { Count } from '../../../../src/model/values/count';
import { findTrend } from '../../../../src/ui/stores/find-trend';

const exact = (value: number): Count => ({ raw: String(value), value, approximate: false });
const about = (raw: string, value: number): Count => ({ raw, value, approximate: true });
const at = (minutes: number, likes: Count) => ({
  noteId: 'n',
  at: minutes * 60_000,
  source: 'page',
  counts: { likes },
});
const now = 10_000 * 60_000;

describe('findTrend', () => {
  it('compares with the last snapshot before this visit, not with one of it', () => {
    const snapshots = [at(1_000, exact(5)), at(2_000, exact(10)), at(9_980, exact(11)), at(9_995, exact(12))];
    expect(findTrend({ likes: exact(13) }, snapshots, now)).toEqual({
      since: 2_000 * 60_000,
      deltas: { likes: 3 },
    });
  });

  it('knows nothing at the first visit', () => {
    expect(findTrend({ likes: exact(13) }, [at(9_990, exact(1))], now)).toBeUndefined();
    expect(findTrend({ likes: exact(13) }, [], now)).toBeUndefined();
  });

  it('sees a fall, and that nothing moved', () => {
    expect(findTrend({ likes: exact(7) }, [at(1, exact(9))], now)?.deltas).toEqual({ likes: -2 });
    expect(findTrend({ likes: exact(9) }, [at(1, exact(9))], now)?.deltas).toEqual({ likes: 0 });
  });

  it('says nothing where the true number may not have moved', () => {
    expect(findTrend({ likes: about('1.2万', 12_000) }, [at(1, exact(12_900))], now)?.deltas).toEqual({});
    expect(findTrend({ likes: exact(500) }, [at(1, about('10+', 10))], now)?.deltas).toEqual({});
    expect(
      findTrend({ likes: about('1.4万', 14_000) }, [at(1, about('1.2万', 12_000))], now)?.deltas,
    ).toEqual({
      likes: 2_000,
    });
  });

  it('leaves out counts that one of the two did not have', () => {
    expect(findTrend({ comments: exact(3) }, [at(1, exact(9))], now)?.deltas).toEqual({});
  });
});
