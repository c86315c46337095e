/**
 * The page's own count formatter (site bundle xhs-pc-web 6.12.1, 2026-05): texts that end in `+` or 万 stay, numbers
 * from 10,000 on are cut to 万; zero and nothing become the label.
 * @param {string | number | undefined} raw
 * @param {string} label shown for zero
 * @returns {string}
 */
export function countLabel(raw, label) {
  const text = String(raw ?? '');
  if (text === '' || text === '0') return label;
  if (text.endsWith('+') || text.endsWith('万')) return text;
  const count = Number(text);
  if (!Number.isFinite(count)) return text;
  if (count < 1e4) return String(count);
  if (count >= 1e7) return '999万+';
  if (count >= 1e6) return `${Math.floor(count / 1e4)}万`;
  return `${(Math.floor(count / 1e3) / 10).toFixed(1).replace(/\.0$/, '')}万`;
}

/** @param {number} count */
function twoDigits(count) {
  return String(count).padStart(2, '0');
}

/**
 * The page's time text (site bundle xhs-pc-web 6.12.1 `getDisplayDate`, 2026-05).
 * @param {number} time epoch ms
 * @param {number} now epoch ms
 * @returns {string}
 */
export function displayDate(time, now) {
  const age = now - time;
  const date = new Date(time);
  const today = new Date(now);
  const midnight = new Date(today.getFullYear(), today.getMonth(), today.getDate()).getTime();
  const day = 86_400_000;
  const clock = `${twoDigits(date.getHours())}:${twoDigits(date.getMinutes())}`;
  const monthDay = `${twoDigits(date.getMonth() + 1)}-${twoDigits(date.getDate())}`;
  if (age < 120_000) return '刚刚';
  if (age < 3_600_000) return `${Math.floor(age / 60_000)}分钟前`;
  if (time >= midnight) return `${Math.floor(age / 3_600_000)}小时前`;
  if (time >= midnight - day) return `昨天 ${clock}`;
  if (age < 7 * day) return `${Math.max(1, Math.floor(age / day))}天前`;
  return date.getFullYear() === today.getFullYear() ? monthDay : `${date.getFullYear()}-${monthDay}`;
}

/**
 * A note's date line: `编辑于 ` when changed later, then the date, a blank and the place.
 * @param {{ time: number, lastUpdateTime: number, ipLocation?: string | undefined }} note
 * @param {number} now
 * @returns {string}
 */
export function noteDateLine(note, now) {
  const edited = note.lastUpdateTime - note.time > 60_000;
  const date = displayDate(edited ? note.lastUpdateTime : note.time, now);
  return `${edited ? '编辑于 ' : ''}${date} ${note.ipLocation ?? ''}`;
}

/**
 * @param {number} seconds
 * @returns {string} m:ss
 */
export function clockText(seconds) {
  return `${Math.floor(seconds / 60)}:${twoDigits(Math.floor(seconds % 60))}`;
}
