import type { Language } from '../../i18n/t';

const UNITS = ['byte', 'kilobyte', 'megabyte', 'gigabyte'] as const;

/** "308 bytes", "12.3 MB"; steps of 1,000, as browsers and file managers show sizes. */
export function formatBytes(bytes: number, language: Language): string {
  let step = 0;
  let size = bytes;
  while (size >= 1_000 && step < UNITS.length - 1) {
    size /= 1_000;
    step += 1;
  }
  return new Intl.NumberFormat(language, {
    style: 'unit',
    unit: UNITS[step] ?? 'byte',
    // In short, English says "308 byte".
    unitDisplay: step === 0 ? 'long' : 'short',
    maximumFractionDigits: size < 10 && step > 0 ? 1 : 0,
  }).format(size);
}
