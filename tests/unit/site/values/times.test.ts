import { describe, expect, it } from 'vitest';
import { parseDisplayTime, parseTimestamp } from '../../../../src/site/values/times';

const SHANGHAI = 'Asia/Shanghai';
/** 2025-06-14 12:30 in Shanghai. */
const NOW = Date.parse('2025-06-14T12:30:00+08:00');

describe('parseTimestamp', () => {
  it('takes the unit its caller names', () => {
    expect(parseTimestamp(1_712_593_961_000, 'ms')).toBe(1_712_593_961_000);
    expect(parseTimestamp(1_712_593_961, 's')).toBe(1_712_593_961_000);
    expect(parseTimestamp('1712593961000', 'ms')).toBe(1_712_593_961_000);
  });

  it.each([0, -1, 1_712_593_961, NaN, Infinity, '', 'yesterday', null, undefined, {}])(
    'is absent for %j ms',
    (raw) => {
      expect(parseTimestamp(raw, 'ms')).toBeUndefined();
    },
  );
});

describe('parseDisplayTime', () => {
  it.each([
    ['刚刚', '2025-06-14T12:30:00+08:00', 'minute'],
    ['5分钟前', '2025-06-14T12:25:00+08:00', 'minute'],
    ['3小时前', '2025-06-14T09:30:00+08:00', 'hour'],
    ['昨天 20:11', '2025-06-13T20:11:00+08:00', 'minute'],
    ['2天前', '2025-06-12T12:30:00+08:00', 'day'],
    ['06-01', '2025-06-01T00:00:00+08:00', 'day'],
    ['2024-11-14', '2024-11-14T00:00:00+08:00', 'day'],
  ])('reads %s', (text, iso, precision) => {
    expect(parseDisplayTime(text, NOW, SHANGHAI)).toEqual({ at: Date.parse(iso), precision, edited: false });
  });

  it.each([
    ['编辑于 昨天 12:30 上海', true, '上海'],
    ['1小时前上海', false, '上海'],
    ['昨天 15:59湖北', false, '湖北'],
    ['09-01 ', false, undefined],
    ['2024-02-29 中国台湾', false, '中国台湾'],
    ['编辑于 06-01', true, undefined],
  ])('tells edit and place of %j', (text, edited, place) => {
    const time = parseDisplayTime(text, NOW, SHANGHAI);
    expect([time?.edited, time?.place]).toEqual([edited, place]);
  });

  it('counts yesterday and this year in the zone of who looks', () => {
    const justAfterMidnight = Date.parse('2025-01-01T00:10:00+08:00');
    expect(parseDisplayTime('昨天 23:00', justAfterMidnight, SHANGHAI)?.at).toBe(
      Date.parse('2024-12-31T23:00:00+08:00'),
    );
    expect(parseDisplayTime('01-01', justAfterMidnight, SHANGHAI)?.at).toBe(
      Date.parse('2025-01-01T00:00:00+08:00'),
    );
    expect(parseDisplayTime('12-31', justAfterMidnight, 'America/New_York')?.at).toBe(
      Date.parse('2024-12-31T00:00:00-05:00'),
    );
  });

  it('follows clocks that are set forward', () => {
    const now = Date.parse('2025-03-31T12:00:00+02:00');
    expect(parseDisplayTime('昨天 12:00', now, 'Europe/Berlin')?.at).toBe(
      Date.parse('2025-03-30T12:00:00+02:00'),
    );
    expect(parseDisplayTime('03-29', now, 'Europe/Berlin')?.at).toBe(Date.parse('2025-03-29T00:00:00+01:00'));
  });

  it.each([
    '',
    '上海',
    '昨天',
    '昨天 25:00',
    '13-01',
    '02-30',
    '2025-6-1-2',
    '共 5 条评论',
    'a'.repeat(100_000),
    '3 days ago',
  ])('is absent for %j', (text) => {
    expect(parseDisplayTime(text, NOW, SHANGHAI)).toBeUndefined();
  });
});
