import { FAMILIES } from '../../model/providers/provider.catalog';
import { ProviderError } from '../../model/providers/provider-error';
import { toQueryText } from '../provider';
import type { Provider } from '../provider';
import { parseBody, toRecord } from '../rows/parse-body';
import { toJustoneapiError } from './failures';

/**
 * The token goes into the query, the only place the vendor takes it (public-api of 2026-08). The address is a secret
 * from here on: it is made at the moment of sending and stands in no error, ledger or log, which know the path only.
 */
export const toJustoneapiRequest: Provider['toRequest'] = (call, credential) => ({
  url: `${FAMILIES.justoneapi.bases[0]?.url ?? ''}${call.path}${toQueryText({ token: credential.key, ...call.query })}`,
  headers: { accept: 'application/json' },
});

/** The one endpoint of which it is known that nothing is charged for nothing: videos, asked for notes of pictures. */
const FREE_WHEN_EMPTY = '/api/xiaohongshu/get-note-detail/v6';

const isEmpty = (payload: unknown): boolean =>
  payload == null || payload === '' || (typeof payload === 'object' && Object.keys(payload).length === 0);

/**
 * `{code, data, message, recordTime, requestId}`, of which only the first two are sure to be there (public-api of 2026-08
 * against an answer of 2026-03). The code decides, then the HTTP status. Code 0 is charged for (guide of 2026-04), also
 * without anything in it; only of the endpoint for videos is it known that it is not (7 of 7 notes of pictures, measured by
 * another client, 2026-09).
 */
export const openJustoneapi: Provider['open'] = (response, call) => {
  const body = toRecord(parseBody(response.text));
  const id = body?.['requestId'];
  const requestId = typeof id === 'string' && /^[\w.-]{1,100}$/.test(id) ? id : undefined;
  const known = requestId === undefined ? {} : { requestId };
  const isOk = response.status >= 200 && response.status <= 299;
  if (!body && isOk) {
    // It may have begun as a success, so it counts as charged for: nothing is asked twice for its sake.
    const reason = response.text.trim() === '' ? 'empty-body' : 'not-json';
    throw new ProviderError('invalid-response', { status: response.status, billed: true, reason });
  }
  const code = body?.['code'];
  const number = typeof code === 'number' && Number.isInteger(code) ? code : undefined;
  if (number !== 0 || !isOk) throw toJustoneapiError(response, number, requestId);
  const payload = body?.['data'];
  if (isEmpty(payload)) {
    throw new ProviderError('not-found', {
      status: response.status,
      billed: call.path !== FREE_WHEN_EMPTY,
      reason: 'empty',
      ...known,
    });
  }
  return { payload, billed: true, ...known };
};
