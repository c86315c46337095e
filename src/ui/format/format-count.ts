import type { Count } from '../../model/values/count';
import type { Language } from '../../i18n/t';

/**
 * A count as people read it. Exact ones in full ("12,345"); approximate ones as the site wrote them in Chinese
 * ("3.5万"), and in English as a short number with a plus ("35K+"), since the true number may be larger.
 */
export function formatCount(count: Count, language: Language): string {
  if (!count.approximate) return new Intl.NumberFormat(language).format(count.value);
  if (language === 'zh-CN') return count.raw;
  const short = new Intl.NumberFormat('en', { notation: 'compact', maximumFractionDigits: 1 }).format(
    count.value,
  );
  return `${short}+`;
}

/** "+12", "−3"; the real minus sign, so that it is as wide as the plus. */
export function formatDelta(delta: number, language: Language): string {
  const size = new Intl.NumberFormat(language).format(Math.abs(delta));
  return delta < 0 ? `\u2212${size}` : `+${size}`;
}
