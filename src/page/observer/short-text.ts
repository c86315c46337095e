import { MAX_REQUEST_LENGTH } from '../bridge/copied-response';

/** The body of a request where it is a text of reasonable length. */
export function toShortText(body: unknown): string | undefined {
  return typeof body === 'string' && body.length <= MAX_REQUEST_LENGTH ? body : undefined;
}
