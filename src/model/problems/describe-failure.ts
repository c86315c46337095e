import type { Failure } from './problem';
import { KNOWN_ERROR_NAMES, KNOWN_WORDS } from './known-words.catalog';

const MAX_MESSAGE = 200;
const MAX_FRAMES = 5;
/** What stands for everything that is left out. */
const LEFT_OUT = '…';
const FRAME = /(?:chrome|moz)-extension:\/\/[^/\s]+\/([\w./-]{1,80}\.js:\d{1,7}:\d{1,9})/;

/**
 * What may be kept of an error: its kind if it is a known one, of its message the words that browsers use, and which
 * lines of our own scripts it came through. Messages quote what was read (`"…" is not valid JSON`), so nothing else of
 * them is taken.
 */
export function describeFailure(thrown: unknown): Failure {
  if (!(thrown instanceof Error)) return { ...splitReason(String(thrown)), frames: [] };
  const name = toKnownName(thrown.name);
  return { name, message: toKnownWords(thrown.message), frames: findFrames(thrown) };
}

/** The same of the text an error left behind, `TypeError: …`. */
export function describeReason(reason: string): Failure {
  return { ...splitReason(reason), frames: [] };
}

function splitReason(reason: string): Pick<Failure, 'name' | 'message'> {
  const [, name, message] = /^(\w{1,40}): ?(.*)$/s.exec(reason) ?? [];
  return name !== undefined && KNOWN_ERROR_NAMES.has(name)
    ? { name, message: toKnownWords(message ?? '') }
    : { name: 'Error', message: toKnownWords(reason) };
}

const toKnownName = (name: string) => (KNOWN_ERROR_NAMES.has(name) ? name : 'Error');

/** The known words of a message in their order; one mark for each stretch of others. */
export function toKnownWords(message: string): string {
  const words: string[] = [];
  for (const token of message.slice(0, 2_000).split(/\s+/)) {
    const word = token.replace(/^[^A-Za-z]+|[^A-Za-z]+$/g, '').toLowerCase();
    if (KNOWN_WORDS.has(word)) words.push(word);
    else if (words.at(-1) !== LEFT_OUT && token !== '') words.push(LEFT_OUT);
  }
  return words.join(' ').slice(0, MAX_MESSAGE);
}

/** Chromium writes the message into the stack: what is in it is no frame, whatever it looks like. */
function findFrames({ stack = '', message }: Error): string[] {
  const at = message === '' ? -1 : stack.indexOf(message);
  const trace = at === -1 ? stack : stack.slice(at + message.length);
  return trace
    .split('\n')
    .flatMap((line) => FRAME.exec(line)?.[1] ?? [])
    .slice(0, MAX_FRAMES);
}
