import { AppError } from '../../../model/errors';

/** No record of ours is a hundredth of this; a line without an end must not fill the memory. */
const LONGEST = 32_000_000;
const NEW_LINE = 10;

/** A line with the bytes it was made of, its end included. */
export interface Line {
  readonly text: string;
  readonly bytes: Uint8Array;
}

/** The lines of a UTF-8 text; the last one counts only with its end. `backup-damaged` for one that is too long or no UTF-8. */
export async function* readLines(stream: ReadableStream<Uint8Array>): AsyncGenerator<Line, void, undefined> {
  const reader = stream.getReader();
  const decoder = new TextDecoder('utf-8', { fatal: true });
  let rest = new Uint8Array(0);
  try {
    for (;;) {
      const { done, value } = await reader.read();
      if (done) break;
      const joined: Uint8Array = rest.length === 0 ? value : concat(rest, value);
      let from = 0;
      for (let end = joined.indexOf(NEW_LINE); end >= 0; end = joined.indexOf(NEW_LINE, from)) {
        const bytes = joined.subarray(from, end + 1);
        yield { text: decode(decoder, bytes), bytes };
        from = end + 1;
      }
      rest = joined.slice(from);
      if (rest.length > LONGEST) throw new AppError('backup-damaged', { details: { reason: 'line-length' } });
    }
    if (rest.length > 0) throw new AppError('backup-damaged', { details: { reason: 'cut-off' } });
  } finally {
    // Read no further, whoever stopped.
    await reader.cancel().catch(() => undefined);
  }
}

function concat(first: Uint8Array, second: Uint8Array): Uint8Array {
  const joined = new Uint8Array(first.length + second.length);
  joined.set(first);
  joined.set(second, first.length);
  return joined;
}

function decode(decoder: TextDecoder, bytes: Uint8Array): string {
  try {
    return decoder.decode(bytes);
  } catch (thrown) {
    throw new AppError('backup-damaged', { details: { reason: 'encoding' }, cause: thrown });
  }
}
