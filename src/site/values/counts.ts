import type { Count } from '../../model/values/count';

const UNITS: Readonly<Record<string, number>> = { 千: 1e3, k: 1e3, 万: 1e4, w: 1e4, 亿: 1e8 };

/** Words that stand in place of a count of zero in the page's bars (rendered pages, 2025-11). */
const ZERO_LABELS: ReadonlySet<string> = new Set(['赞', '收藏', '评论', '回复']);

/**
 * A count as the site writes it: digits, "1.2万" from ten thousand on, "10+" and "1千+" for visitors who are not logged
 * in (server pages, 2025-12), "2.1w" and "1.2K" in the English page, a label where it is zero. `undefined` for what is
 * no count. A number with a unit or a plus stands for at least that many, and says so in `approximate`.
 */
export function parseCount(raw: unknown): Count | undefined {
  if (typeof raw === 'number') {
    return Number.isSafeInteger(raw) && raw >= 0
      ? { raw: String(raw), value: raw, approximate: false }
      : undefined;
  }
  if (typeof raw !== 'string' || raw.length > 24) return undefined;
  const text = raw.trim();
  if (ZERO_LABELS.has(text)) return { raw, value: 0, approximate: false };
  const match = /^(\d{1,3}(?:,\d{3})+|\d+)(\.\d+)?\s*([千k万w亿])?\s*(\+)?$/i.exec(text);
  if (!match) return undefined;
  const [, whole = '', fraction, unit, plus] = match;
  if (fraction !== undefined && unit === undefined) return undefined;
  const factor = unit === undefined ? 1 : (UNITS[unit.toLowerCase()] ?? 1);
  const value = Math.round(Number(`${whole.replaceAll(',', '')}${fraction ?? ''}`) * factor);
  if (!Number.isSafeInteger(value)) return undefined;
  return { raw, value, approximate: unit !== undefined || plus !== undefined };
}
