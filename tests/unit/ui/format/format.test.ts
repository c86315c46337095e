import { describe, expect, it } from 'vitest';
import { toNoteUrl as toExportUrl } from '../../../../src/export/rows';
import { formatBytes } from '../../../../src/ui/format/format-bytes';
import { formatCount, formatDelta } from '../../../../src/ui/format/format-count';
import { formatComing, formatDuration, formatRelative } from '../../../../src/ui/format/format-time';
import { toNoteTitle } from '../../../../src/ui/format/to-note-title';
import { toNoteUrl } from '../../../../src/ui/format/to-note-url';
import { createNote, NOTE_ID } from '../support/samples';

describe('what is shown as text', () => {
  it('writes exact counts in full and marks approximate ones', () => {
    const exact = { raw: '12345', value: 12_345, approximate: false };
    expect(formatCount(exact, 'en')).toBe('12,345');
    const about = { raw: '3.5万', value: 35_000, approximate: true };
    expect(formatCount(about, 'en')).toBe('35K+');
    expect(formatCount(about, 'zh-CN')).toBe('3.5万');
    expect([formatDelta(12, 'en'), formatDelta(-3, 'en')]).toEqual(['+12', '\u22123']);
  });

  it('writes times as people say them', () => {
    const now = Date.UTC(2026, 5, 15, 12);
    expect(formatRelative(now - 5_000, now, 'en')).toBe('just now');
    expect(formatRelative(now - 5_000, now, 'zh-CN')).toBe('刚刚');
    expect(formatRelative(now - 3 * 3_600_000, now, 'en')).toBe('3 hours ago');
    expect(formatRelative(now - 86_400_000, now, 'en')).toBe('yesterday');
    expect(formatRelative(now - 400 * 86_400_000, now, 'en')).toMatch(/2025/);
    expect(formatRelative(now + 30_000, now, 'en')).toBe('just now');
    expect(formatRelative(now + 86_400_000, now, 'en')).toBe('Jun 16');
    expect([formatDuration(65), formatDuration(3_723), formatDuration(9.6)]).toEqual([
      '1:05',
      '1:02:03',
      '0:10',
    ]);
  });

  it('writes when something is to happen: to the second when that is soon, with its day when that is another one', () => {
    const now = new Date(2026, 5, 15, 12).getTime();
    expect(formatComing(now + 30_000, now, 'en')).toBe('12:00:30');
    expect(formatComing(now + 2 * 3_600_000, now, 'en')).toBe('14:00');
    expect(formatComing(now + 24 * 3_600_000, now, 'en')).toBe('Jun 16, 12:00');
    expect(formatComing(now + 24 * 3_600_000, now, 'zh-CN')).toBe('6月16日 12:00');
  });

  it('writes sizes', () => {
    expect(formatBytes(0, 'en')).toBe('0 bytes');
    expect(formatBytes(308, 'zh-CN')).toBe('308字节');
    expect(formatBytes(1_500, 'en')).toBe('1.5 kB');
    expect(formatBytes(48_300_000, 'en')).toBe('48 MB');
  });

  it('names a note by its title, else by its first words', () => {
    expect(toNoteTitle({ title: ' A title ', text: 'x' })).toBe('A title');
    expect(toNoteTitle({ title: '', text: '\n\nHello #tea[话题]#\nmore' })).toBe('Hello #tea');
    expect(toNoteTitle({ title: '', text: '😀'.repeat(99) })).toBe(`${'😀'.repeat(60)}…`);
    expect(toNoteTitle({})).toBeUndefined();
  });

  it('opens a note with its newest token that was not refused', () => {
    const token = (xsecToken: string, seenAt: number, refused = false) => ({
      xsecToken,
      from: 'url',
      seenAt,
      ...(refused ? { refusedAt: 9 } : {}),
    });
    const tokens = [token('AB-old', 1), token('AB-newer', 2), token('AB-refused', 3, true)];
    const url = new URL(toNoteUrl(createNote({ tokens })));
    expect([url.pathname, url.searchParams.get('xsec_token')]).toEqual([`/explore/${NOTE_ID}`, 'AB-newer']);
  });

  it('puts the same token into every link: an older one with its source before one without', () => {
    const tokens = [
      { xsecToken: 'AB-bare', from: 'state', seenAt: 2 },
      { xsecToken: 'AB-whole', xsecSource: 'pc_feed', from: 'url', seenAt: 1 },
    ];
    const note = createNote({ tokens, host: 'www.xiaohongshu.com' });
    const link = `https://www.xiaohongshu.com/explore/${NOTE_ID}?xsec_token=AB-whole&xsec_source=pc_feed`;
    expect(toNoteUrl(note)).toBe(link);
    expect(toExportUrl(note)).toBe(link);
  });
});
