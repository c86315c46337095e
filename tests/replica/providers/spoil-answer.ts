import type { Answer } from '../server/exchange';
import type { CallFaults } from './faults';

/** Cloudflare's page, as it stands before a vendor that does not answer. */
const PROXY_PAGE =
  '<!DOCTYPE html><html><head><title>502: Bad gateway</title></head><body><h1>Bad gateway</h1><p>cloudflare</p></body></html>';
const HUGE_BYTES = 50 * 1024 * 1024;
const CHUNK = Buffer.alloc(256 * 1024, 'x');

/** The page that stands in for a body. */
export function toHtmlAnswer(status: number): Answer {
  return {
    status,
    headers: { 'content-type': 'text/html; charset=UTF-8', server: 'cloudflare' },
    body: PROXY_PAGE,
  };
}

/** A right answer with JSON text, changed by the faults of bodies. */
export function spoilAnswer(answer: Answer & { body: string }, faults: CallFaults): Answer {
  const text = rename(answer.body, faults.get('renamed'));
  switch (faults.get('body')) {
    case 'normal':
      return { ...answer, body: text };
    case 'html':
      return { ...toHtmlAnswer(answer.status), headers: { ...answer.headers, 'content-type': 'text/html' } };
    case 'cut':
      return { ...answer, body: text.slice(0, Math.floor(text.length / 2)) };
    case 'empty':
      return { ...answer, body: '' };
    case 'wrong-type':
      return { ...answer, headers: { ...answer.headers, 'content-type': 'text/plain' }, body: text };
    case 'huge':
      return { ...answer, body: writeHuge(text) };
  }
}

function rename(text: string, names: Readonly<Record<string, string>>): string {
  return Object.entries(names).reduce(
    (changed, [from, to]) => changed.replaceAll(`"${from}":`, `"${to}":`),
    text,
  );
}

/** The same JSON object with a member `padding` of 50 MB at its end. */
function* writeHuge(text: string): Generator<Buffer> {
  yield Buffer.from(`${text.slice(0, -1)},"padding":"`);
  for (let sent = 0; sent < HUGE_BYTES; sent += CHUNK.length) yield CHUNK;
  yield Buffer.from('"}');
}
