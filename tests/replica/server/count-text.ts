/**
 * A count as the site writes it. Logged in: exact up to 9999, then in 万 with one digit, cut off, not rounded. Guests:
 * "10+" and "1千+" are the only blurred values in 1,654 saved guest pages (2025-12); where one gives way to the other
 * is the replica's choice: from ten, from a thousand.
 */
export function toCountText(count: number, loggedIn: boolean): string {
  if (!loggedIn) {
    if (count < 10) return String(count);
    return count < 1000 ? '10+' : '1千+';
  }
  if (count < 10_000) return String(count);
  return `${(Math.floor(count / 1000) / 10).toFixed(1).replace(/\.0$/, '')}万`;
}
