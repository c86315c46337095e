/**
 * Every character that means something anywhere in Markdown (CommonMark 0.31.2, 2.4; GFM 0.29, 6.9 for addresses that
 * become links by themselves), HTML and formulas of some viewers: each may stand behind a backslash.
 */
const SPECIAL = /[\\`*_{}[\]<>#|~&!$^=:@]/g;
/** What begins a list, a heading or a line only where a line begins. */
const AT_LINE_START = /^(?:([-+])|(\d{1,9})([.)]))/;
const BARE_HOST = /\bwww\./gi;

/** Characters that turn the reading direction for everything behind them, and controls that show nothing. */
const UNSEEN = /[\u0000-\u0008\u000B-\u001F\u007F-\u009F\u202A-\u202E\u2066-\u2069]/g;

/** One line of somebody's text as Markdown shows it: a text, whatever it looks like. */
export function escapeLine(text: string): string {
  return text
    .replace(/\s+/g, ' ')
    .trim()
    .replace(UNSEEN, '')
    .replace(SPECIAL, String.raw`\$&`)
    .replace(BARE_HOST, (host) => host.replace('.', String.raw`\.`))
    .replace(AT_LINE_START, (_whole, sign?: string, digits?: string, point?: string) =>
      sign === undefined ? `${digits ?? ''}\\${point ?? ''}` : `\\${sign}`,
    );
}

/** The lines of a text, escaped; empty ones at the ends are left out, and of several within one stays. */
export function escapeLines(text: string): string[] {
  const lines = text.split(/\r\n|[\n\r\u0085\u2028\u2029]/).map(escapeLine);
  return lines.filter(
    (line, index) => line !== '' || (index > 0 && lines[index - 1] !== '' && index < lines.length - 1),
  );
}

/** An address inside `<…>`: nothing in it can end it. */
export function toAutolink(address: string): string | undefined {
  if (!URL.canParse(address)) return undefined;
  const url = new URL(address);
  return url.protocol === 'https:' ? `<${url.href.replace(/[<>\s]/g, encodeURIComponent)}>` : undefined;
}
