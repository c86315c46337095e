import { FAMILIES } from '../../model/providers/provider.catalog';
import { ProviderError } from '../../model/providers/provider-error';
import { defineEndpoint, defineProvider, toQueryText } from '../provider';
import type { Provider } from '../provider';
import { parseBody, toRecord } from '../rows/parse-body';
import { readShape } from '../rows/read-shape';
import { toParsebotError } from './failures';
import { mapNote, mapProfile } from './map';
import { noteShape, profileShape } from './schemas';

/** The public scraper of xiaohongshu.com (Parse.bot, 2026-05); a fork of it has the same endpoints under an id of its own. */
const PUBLIC_SCRAPER = '112e2db4-437f-4511-96f5-f0f62d23a010';
const PLACE_OF_ID = '{scraper_id}';

const toRequest: Provider['toRequest'] = (call, credential) => ({
  url: `${FAMILIES.parsebot.bases[0]?.url ?? ''}${call.path.replace(
    PLACE_OF_ID,
    encodeURIComponent(credential.scraperId ?? PUBLIC_SCRAPER),
  )}${toQueryText(call.query)}`,
  headers: {
    'x-api-key': credential.key,
    accept: 'application/json',
    ...(credential.snapshotVersion === undefined
      ? {}
      : { 'api-snapshot-version': credential.snapshotVersion }),
  },
});

/** `{data, status: "success"}` in its samples, the bare object on its page of errors: both are taken (2026). */
const open: Provider['open'] = (response) => {
  const body = parseBody(response.text);
  if (response.status < 200 || response.status > 299) throw toParsebotError(response, body);
  const record = toRecord(body);
  if (!record) {
    const reason = response.text.trim() === '' ? 'empty-body' : 'not-json';
    throw new ProviderError('invalid-response', { status: response.status, billed: true, reason });
  }
  const payload = 'data' in record ? record['data'] : record;
  if (payload == null || (toRecord(payload) && Object.keys(payload).length === 0)) {
    throw new ProviderError('not-found', { status: response.status, billed: true, reason: 'empty' });
  }
  return { payload, billed: true };
};

const noteDetail = defineEndpoint('note.detail', {
  path: `/scraper/${PLACE_OF_ID}/get_note_detail`,
  findGap: ({ noteId, xsecToken }) => (!noteId ? 'note-id' : xsecToken ? undefined : 'xsec-token'),
  toQuery: ({ noteId, xsecToken }) => ({ note_id: noteId, xsec_token: xsecToken }),
  read: (payload, { noteId }) => {
    const note = mapNote(readShape(noteShape, payload));
    if (note.noteId !== noteId) throw new ProviderError('invalid-response', { reason: 'wrong-note' });
    return { note };
  },
});

const authorProfile = defineEndpoint('author.profile', {
  path: `/scraper/${PLACE_OF_ID}/get_user_profile`,
  findGap: ({ userId }) => (userId ? undefined : 'user-id'),
  toQuery: ({ userId }) => ({ user_id: userId }),
  read: (payload, { userId }) => mapProfile(readShape(profileShape, payload), userId ?? ''),
});

/** One call, one credit. It has notes and profiles only, and a note wants the token that opens it. */
export const parsebot = defineProvider({
  id: 'parsebot',
  family: 'parsebot',
  operations: { 'note.detail': [noteDetail], 'author.profile': [authorProfile] },
  toRequest,
  open,
});
