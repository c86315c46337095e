/** Writes a time as `2025-05-01 11:04:05` in one zone; `undefined` for what is no valid time. */
export type LocalTimeFormat = (epochMs: number) => string | undefined;

const QUARTER_HOUR_MS = 15 * 60_000;
const DAY_SECONDS = 86_400;

/**
 * A formatter for one IANA zone. The zone's distance from UTC is asked once for each quarter of an hour that occurs and
 * remembered: `Intl` alone would take longer than everything else about a row. Distances have changed on quarters of an
 * hour only since 1972, and the site is younger. Throws a `RangeError` when the zone is not known to the browser.
 */
export function createLocalTimeFormat(timeZone: string): LocalTimeFormat {
  const format = new Intl.DateTimeFormat('en-US', {
    timeZone,
    hourCycle: 'h23',
    year: 'numeric',
    month: 'numeric',
    day: 'numeric',
    hour: 'numeric',
    minute: 'numeric',
    second: 'numeric',
  });
  const offsets = new Map<number, number>();
  const clock = createClock();
  const findOffset = (epochMs: number): number => {
    const quarter = Math.floor(epochMs / QUARTER_HOUR_MS);
    const known = offsets.get(quarter);
    if (known !== undefined) return known;
    const offset = measureOffset(format, quarter * QUARTER_HOUR_MS);
    if (offsets.size > 50_000) offsets.clear();
    offsets.set(quarter, offset);
    return offset;
  };
  return (epochMs) => {
    if (!isWritable(epochMs)) return undefined;
    return clock(epochMs + findOffset(epochMs));
  };
}

const HOUR_MS = 3_600_000;
let lastHour: number | undefined;
let hourText = '';

/** `2025-05-01T03:04:05.000Z`; `undefined` for what is no valid time. */
export function toIsoTime(epochMs: number): string | undefined {
  if (!isWritable(epochMs)) return undefined;
  const whole = Math.trunc(epochMs);
  const hour = Math.floor(whole / HOUR_MS);
  if (hour !== lastHour) {
    lastHour = hour;
    // `2025-05-01T03:`
    hourText = new Date(hour * HOUR_MS).toISOString().slice(0, 14);
  }
  const ofHour = whole - hour * HOUR_MS;
  if (ofHour % 1_000 !== 0) return new Date(whole).toISOString();
  const seconds = ofHour / 1_000;
  return `${hourText}${TWO_DIGITS[Math.floor(seconds / 60)]}:${TWO_DIGITS[seconds % 60]}.000Z`;
}

const TWO_DIGITS = Array.from({ length: 60 }, (_, value) => String(value).padStart(2, '0'));

/** Date and time of an epoch in UTC; most rows share their day with the one before. */
function createClock(): (epochMs: number) => string {
  let lastDay: number | undefined;
  let date = '';
  const two = (value: number) => TWO_DIGITS[value] as string;
  return (epochMs) => {
    const seconds = Math.floor(Math.trunc(epochMs) / 1_000);
    const day = Math.floor(seconds / DAY_SECONDS);
    if (day !== lastDay) {
      lastDay = day;
      date = new Date(day * DAY_SECONDS * 1_000).toISOString().slice(0, 10);
    }
    const ofDay = seconds - day * DAY_SECONDS;
    const minutes = Math.floor(ofDay / 60);
    return `${date} ${two(Math.floor(minutes / 60))}:${two(minutes % 60)}:${two(ofDay % 60)}`;
  };
}

/** Years 1 to 9998: beyond, ISO needs a sign, and no spreadsheet reads it. */
function isWritable(epochMs: number): boolean {
  return epochMs >= -62_135_596_800_000 && epochMs < 253_370_764_800_000;
}

function measureOffset(format: Intl.DateTimeFormat, epochMs: number): number {
  const parts = new Map(format.formatToParts(epochMs).map((part) => [part.type, Number(part.value)]));
  const read = (type: Intl.DateTimeFormatPartTypes) => parts.get(type) ?? 0;
  const wall = Date.UTC(
    read('year'),
    read('month') - 1,
    read('day'),
    read('hour'),
    read('minute'),
    read('second'),
  );
  return wall - epochMs;
}
