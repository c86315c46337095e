import { findExtension, HEAD_BYTES } from '../../../export/media/find-extension';
import { toCdnUrl } from '../../../export/media/to-cdn-url';
import type { MediaFailure } from '../../../model/exports/media-request';
import type { SyncFile } from '../export-files';

/** However steadily it drips: one file takes no longer than this. */
const LONGEST_MS = 30 * 60_000;

/** What a download uses of the world. */
export interface FetchMediaPorts {
  fetch(url: string, init: RequestInit): Promise<Response>;
  /** Bytes that have come; negative when they are thrown away again. */
  onBytes(bytes: number): void;
  /** Longest silence, before the answer and between its parts. */
  readonly silenceMs: number;
  /** Nobody wants it any more. */
  readonly signal?: AbortSignal;
}

export type FetchedMedia =
  | { readonly isKept: true; readonly bytes: number; readonly extension: string; readonly url: string }
  | { readonly isKept: false; readonly reason: MediaFailure; readonly status?: number };

/**
 * Downloads one picture or video into a file, from the first of its addresses that gives it whole. Asks hosts of the
 * CDN alone, over https, without cookies and without a referrer. Whatever goes wrong outside is an answer; a disk that
 * is full throws the browser's error.
 */
export async function fetchMedia(
  urls: readonly string[],
  file: SyncFile,
  ports: FetchMediaPorts,
): Promise<FetchedMedia> {
  let missed: FetchedMedia = { isKept: false, reason: 'not-allowed' };
  for (const [at, address] of urls.entries()) {
    const got = await fetchOnce(address, file, ports);
    if (got.isKept || ports.signal?.aborted) return got;
    // The first address is the one that counts, unless it was not even asked.
    if (at === 0 || missed.reason === 'not-allowed') missed = got;
  }
  return missed;
}

async function fetchOnce(address: string, file: SyncFile, ports: FetchMediaPorts): Promise<FetchedMedia> {
  const url = toCdnUrl(address);
  if (url === undefined) return { isKept: false, reason: 'not-allowed' };
  const silence = createSilence(ports.silenceMs, ports.signal);
  try {
    const response = await silence.heard(
      ports.fetch(url, { credentials: 'omit', referrerPolicy: 'no-referrer', signal: silence.signal }),
    );
    const refusal = findRefusal(response);
    if (refusal) {
      void response.body?.cancel().catch(() => undefined); // Nobody reads it.
      return { isKept: false, reason: refusal, status: response.status };
    }
    const kept = await keepBody(response, file, { ports, silence });
    if (kept.isKept) return { ...kept, url };
    ports.onBytes(-kept.bytes);
    return { isKept: false, reason: kept.reason };
  } catch (thrown) {
    if (!(thrown instanceof Unheard)) throw thrown;
    return { isKept: false, reason: silence.signal.aborted ? 'timed-out' : 'network' };
  } finally {
    silence.end();
  }
}

/** 403: an address whose time is over, or whose signature is wrong, which for the user is the same. */
function findRefusal({ url, ok, status }: Response): MediaFailure | undefined {
  // A server may have sent us on to somebody else.
  if (url !== '' && toCdnUrl(url) === undefined) return 'not-allowed';
  if (status === 403) return 'expired';
  return ok ? undefined : 'refused';
}

type KeptBody =
  | { readonly isKept: true; readonly bytes: number; readonly extension: string }
  | { readonly isKept: false; readonly bytes: number; readonly reason: MediaFailure };

async function keepBody(
  response: Response,
  file: SyncFile,
  { ports, silence }: { ports: FetchMediaPorts; silence: Silence },
): Promise<KeptBody> {
  const head = new Uint8Array(HEAD_BYTES);
  let bytes = 0;
  file.truncate(0);
  const reader = response.body?.getReader();
  while (reader) {
    let part: ReadableStreamReadResult<Uint8Array>;
    try {
      part = await silence.heard(reader.read());
    } catch (thrown) {
      ports.onBytes(-bytes);
      throw thrown;
    }
    if (part.done) break;
    if (bytes < HEAD_BYTES) head.set(part.value.subarray(0, HEAD_BYTES - bytes), bytes);
    writeAll(file, part.value, bytes);
    bytes += part.value.length;
    ports.onBytes(part.value.length);
  }
  if (bytes === 0) return { isKept: false, bytes, reason: 'empty' };
  if (isShort(response, bytes)) return { isKept: false, bytes, reason: 'cut-short' };
  const extension = findExtension(head.subarray(0, bytes), response.headers.get('content-type'));
  if (extension === undefined) return { isKept: false, bytes, reason: 'not-media' };
  return { isKept: true, bytes, extension };
}

/** The length that was announced counts packed bytes where the body was packed. */
function isShort({ headers }: Response, bytes: number): boolean {
  const length = headers.get('content-length');
  return length !== null && !headers.has('content-encoding') && Number(length) !== bytes;
}

function writeAll(file: SyncFile, part: Uint8Array, at: number): void {
  for (let from = 0; from < part.length;) {
    const moved = file.write(part.subarray(from), { at: at + from });
    if (moved <= 0) throw new DOMException('The file takes no more bytes.', 'QuotaExceededError');
    from += moved;
  }
}

/** The network did not give what it was asked for. */
class Unheard extends Error {}

interface Silence {
  readonly signal: AbortSignal;
  /** Waits for something of the network, not longer than is allowed; rejects with `Unheard`. */
  heard<Value>(coming: Promise<Value>): Promise<Value>;
  end(): void;
}

function createSilence(mostMs: number, until?: AbortSignal): Silence {
  const aborter = new AbortController();
  const giveUp = () => aborter.abort();
  const whole = setTimeout(giveUp, LONGEST_MS);
  if (until?.aborted) giveUp();
  until?.addEventListener('abort', giveUp, { once: true });
  let timer: ReturnType<typeof setTimeout> | undefined;
  return {
    signal: aborter.signal,
    async heard(coming) {
      timer = setTimeout(giveUp, mostMs);
      try {
        return await coming;
      } catch (thrown) {
        throw new Unheard('Nothing came.', { cause: thrown });
      } finally {
        clearTimeout(timer);
      }
    },
    end() {
      clearTimeout(timer);
      clearTimeout(whole);
      until?.removeEventListener('abort', giveUp);
    },
  };
}
