const QUOTE = 34;
const PLUS = 43;
const COMMA = 44;
const MINUS = 45;
const DOT = 46;
const BACKSLASH = 92;
const SMALL_U = 117;

const isDigit = (code: number) => code >= 48 && code <= 57;
const isBlank = (code: number) => code === 32 || (code >= 9 && code <= 13);

/** Index of the quote that ends the string opened at `open`. */
function findStringEnd(text: string, open: number): number {
  let end = text.indexOf('"', open + 1);
  while (end !== -1) {
    let slashes = 0;
    while (text.charCodeAt(end - 1 - slashes) === BACKSLASH) slashes++;
    if (slashes % 2 === 0) return end;
    end = text.indexOf('"', end + 1);
  }
  throw new SyntaxError('a string has no end');
}

/** What `undefined` stands behind: a key (then key and comma go with it) or nothing of the kind. */
function isAfterColon(text: string, at: number): boolean {
  let before = at - 1;
  while (before >= 0 && isBlank(text.charCodeAt(before))) before--;
  return text[before] === ':';
}

/** Builds strict JSON piece by piece. */
class Rewriter {
  private readonly pieces: string[] = [];
  private from = 0;

  constructor(private readonly text: string) {}

  /** Takes over the text up to `until` and goes on at `next`, with `instead` between. */
  replace(until: number, next: number, instead: string): void {
    this.pieces.push(this.text.slice(this.from, until), instead);
    this.from = next;
  }

  /** Leaves out a key whose value is `undefined`, and one comma beside it. Returns where to read on. */
  dropKey(keyStart: number, valueEnd: number): number {
    let next = valueEnd;
    while (isBlank(this.text.charCodeAt(next))) next++;
    const isLast = this.text.charCodeAt(next) !== COMMA;
    if (!isLast) next++;
    this.replace(keyStart, next, '');
    if (isLast) this.dropTrailingComma();
    return next;
  }

  private dropTrailingComma(): void {
    for (let i = this.pieces.length - 1; i >= 0; i--) {
      const piece = (this.pieces[i] ?? '').trimEnd();
      this.pieces[i] = piece.endsWith(',') ? piece.slice(0, -1) : piece;
      if (piece !== '') return;
    }
  }

  finish(): string {
    if (this.pieces.length === 0) return this.text;
    this.pieces.push(this.text.slice(this.from));
    return this.pieces.join('');
  }
}

const isNumberPart = (code: number) =>
  isDigit(code) || code === DOT || code === PLUS || code === MINUS || code === 69 || code === 101;

/** A whole number that a double cannot hold becomes a string, so that no digit is lost. Returns the number's end. */
function readNumber(text: string, start: number, out: Rewriter): number {
  let end = start + 1;
  while (isNumberPart(text.charCodeAt(end))) end++;
  if (end - start >= 16) {
    const number = text.slice(start, end);
    if (/^-?\d+$/.test(number) && !Number.isSafeInteger(Number(number)))
      out.replace(start, end, `"${number}"`);
  }
  return end;
}

/**
 * Parses JSON as scripts write it into pages: bare `undefined` outside of strings is allowed (its key is absent; in a
 * list it is `null`), whole numbers beyond 2^53 come as strings of their digits. Nothing is evaluated. Throws a
 * `SyntaxError` for everything else that is no JSON.
 */
export function parseLooseJson(text: string): unknown {
  const out = new Rewriter(text);
  let stringStart = 0;
  let at = 0;
  while (at < text.length) {
    const code = text.charCodeAt(at);
    if (code === QUOTE) {
      stringStart = at;
      at = findStringEnd(text, at) + 1;
    } else if (isDigit(code) || code === MINUS) {
      at = readNumber(text, at, out);
    } else if (code === SMALL_U && text.startsWith('undefined', at)) {
      const end = at + 9;
      if (isAfterColon(text, at)) at = out.dropKey(stringStart, end);
      else {
        out.replace(at, end, 'null');
        at = end;
      }
    } else {
      at++;
    }
  }
  return JSON.parse(out.finish()) as unknown;
}
