import { createTranslate } from '../../i18n/t';
import type { Language } from '../../i18n/t';

const UNITS = [
  ['minute', 60_000, 3_600_000],
  ['hour', 3_600_000, 86_400_000],
  ['day', 86_400_000, 30 * 86_400_000],
] as const;

/**
 * "3 hours ago", "昨天"; from a month on the date. Both in epoch ms. What was is never said to be still to come: written
 * before the clock was set back, it has its date.
 */
export function formatRelative(at: number, now: number, language: Language): string {
  const age = now - at;
  if (Math.abs(age) < 60_000) return createTranslate(language)('words.just-now');
  const words = new Intl.RelativeTimeFormat(language, { numeric: 'auto' });
  if (age < 0) return formatDate(at, now, language);
  for (const [unit, size, end] of UNITS) {
    if (age < end) return words.format(-Math.trunc(age / size), unit);
  }
  return formatDate(at, now, language);
}

/** The day, in the user's own time zone; the year only when it is not this one. */
export function formatDate(at: number, now: number, language: Language): string {
  const sameYear = new Date(at).getFullYear() === new Date(now).getFullYear();
  const form: Intl.DateTimeFormatOptions = { month: 'short', day: 'numeric' };
  return new Intl.DateTimeFormat(language, sameYear ? form : { ...form, year: 'numeric' }).format(at);
}

/** Day and time to the second, in the user's own time zone. */
export function formatMoment(at: number, language: Language): string {
  return new Intl.DateTimeFormat(language, { dateStyle: 'medium', timeStyle: 'medium' }).format(at);
}

/** When something is to happen: "14:05", within a minute "14:05:30", on another day "Nov 27, 14:05"; epoch ms, the user's own time zone. */
export function formatComing(at: number, now: number, language: Language): string {
  const isToday = new Date(at).toDateString() === new Date(now).toDateString();
  return new Intl.DateTimeFormat(language, {
    hour: '2-digit',
    minute: '2-digit',
    hourCycle: 'h23',
    ...(at - now < 60_000 ? { second: '2-digit' } : {}),
    ...(isToday ? {} : { month: 'short', day: 'numeric' }),
  }).format(at);
}

/** "1:05", "1:02:03". */
export function formatDuration(seconds: number): string {
  const whole = Math.max(0, Math.round(seconds));
  const parts = [Math.floor(whole / 3600), Math.floor(whole / 60) % 60, whole % 60];
  const shown = parts[0] === 0 ? parts.slice(1) : parts;
  return shown.map((part, index) => (index === 0 ? String(part) : String(part).padStart(2, '0'))).join(':');
}
