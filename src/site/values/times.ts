/** Nothing on the site is older than it (founded 2013), and nothing is from the far future. */
const EARLIEST_MS = Date.UTC(2010, 0, 1);
const LATEST_MS = Date.UTC(2100, 0, 1);

const MINUTE_MS = 60_000;
const HOUR_MS = 60 * MINUTE_MS;
const DAY_MS = 24 * HOUR_MS;

/**
 * A time as the site sends it, as epoch ms. The caller settles the unit: states and most of the API send `ms`, the
 * messages (`you/*`) send `s` (site bundle 6.12.1, 2026-05). `undefined` for 0 and for what is no time in that unit.
 */
export function parseTimestamp(raw: unknown, unit: 'ms' | 's'): number | undefined {
  const number = typeof raw === 'string' && /^\d{9,14}$/.test(raw) ? Number(raw) : raw;
  if (typeof number !== 'number' || !Number.isFinite(number)) return undefined;
  const at = Math.round(unit === 's' ? number * 1_000 : number);
  return at >= EARLIEST_MS && at <= LATEST_MS ? at : undefined;
}

/** A time as a person reads it on the page. `precision` says how coarse `at` is. */
export interface DisplayTime {
  readonly at: number;
  readonly precision: 'minute' | 'hour' | 'day';
  /** The text said 「编辑于」: the time of the last edit. */
  readonly edited: boolean;
  readonly place?: string;
}

interface CalendarDay {
  readonly year: number;
  readonly month: number;
  readonly day: number;
}

const FORMATS = new Map<string, Intl.DateTimeFormat>();

/** Wall clock of a zone, written as if it were UTC. Throws a `RangeError` for a zone that is not known. */
function toWallClock(at: number, zone: string): number {
  let format = FORMATS.get(zone);
  if (!format) {
    format = new Intl.DateTimeFormat('en-US', {
      timeZone: zone,
      hourCycle: 'h23',
      year: 'numeric',
      month: 'numeric',
      day: 'numeric',
      hour: 'numeric',
      minute: 'numeric',
      second: 'numeric',
    });
    FORMATS.set(zone, format);
  }
  const parts = Object.fromEntries(format.formatToParts(at).map(({ type, value }) => [type, Number(value)]));
  const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
  return Date.UTC(year, month - 1, day, hour, minute, second);
}

/** The moment at which a zone's clock shows this; where clocks are set back, the first of the two. */
function fromWallClock(wall: number, zone: string): number {
  const guess = wall - (toWallClock(wall, zone) - wall);
  const offset = toWallClock(guess, zone) - guess;
  return wall - offset;
}

function findDay(text: string, now: number, zone: string): CalendarDay | undefined {
  const match = /^(?:(\d{4})-)?(\d{1,2})-(\d{1,2})$/.exec(text);
  if (!match) return undefined;
  const year = match[1] === undefined ? new Date(toWallClock(now, zone)).getUTCFullYear() : Number(match[1]);
  const [month, day] = [Number(match[2]), Number(match[3])];
  const date = new Date(Date.UTC(year, month - 1, day));
  // 02-30 is no day.
  return date.getUTCMonth() === month - 1 && date.getUTCDate() === day ? { year, month, day } : undefined;
}

type Moment = Pick<DisplayTime, 'at' | 'precision'>;

function findMoment(text: string, now: number, zone: string): Moment | undefined {
  if (text === '刚刚') return { at: now, precision: 'minute' };
  const ago = /^(\d{1,3})\s*(分钟|小时|天)前$/.exec(text);
  if (ago) {
    const amount = Number(ago[1]);
    if (ago[2] === '分钟') return { at: now - amount * MINUTE_MS, precision: 'minute' };
    if (ago[2] === '小时') return { at: now - amount * HOUR_MS, precision: 'hour' };
    return { at: now - amount * DAY_MS, precision: 'day' };
  }
  const yesterday = /^昨天\s*(\d{1,2}):(\d{2})$/.exec(text);
  if (yesterday) {
    const [hour, minute] = [Number(yesterday[1]), Number(yesterday[2])];
    if (hour > 23 || minute > 59) return undefined;
    const today = Math.floor(toWallClock(now, zone) / DAY_MS) * DAY_MS;
    return {
      at: fromWallClock(today - DAY_MS + hour * HOUR_MS + minute * MINUTE_MS, zone),
      precision: 'minute',
    };
  }
  const date = findDay(text, now, zone);
  return date && { at: fromWallClock(Date.UTC(date.year, date.month - 1, date.day), zone), precision: 'day' };
}

/**
 * The time in a text of the page, seen at `now` (epoch ms) by someone in `zone` (IANA name): 刚刚, N分钟前, N小时前,
 * 昨天 HH:mm, N天前, MM-DD, YYYY-MM-DD, with 「编辑于」 before it and a place behind it, with or without a blank (site
 * bundle 6.12.1, 2026-05). `undefined` for any other text. A day is its midnight in the zone.
 *
 * Knowledge of the site that no parser of a call or state needs, since those send numbers, which are always preferred:
 * it is for what a page shows and sends nowhere, such as the corner tag of a card in a search.
 */
export function parseDisplayTime(text: string, now: number, zone: string): DisplayTime | undefined {
  const match =
    /^\s*(编辑于)?\s*(刚刚|\d{1,3}\s*(?:分钟|小时|天)前|昨天\s*\d{1,2}:\d{2}|(?:\d{4}-)?\d{1,2}-\d{1,2}(?!\d))\s*([^\d]{0,20})$/.exec(
      text.slice(0, 80),
    );
  const moment = match?.[2] === undefined ? undefined : findMoment(match[2], now, zone);
  if (!match || !moment) return undefined;
  const place = match[3]?.trim();
  return { ...moment, edited: match[1] !== undefined, ...(place ? { place } : {}) };
}
