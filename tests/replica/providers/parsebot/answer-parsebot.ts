import type { Answer, Exchange } from '../../server/exchange';
import { type CallFaults, readFaults } from '../faults';
import type { ProviderState } from '../provider-state';
import { spoilAnswer } from '../spoil-answer';
import type { ProviderKey } from '../types';
import { toNoteDetail, toUserProfile } from './bodies';
import { refuse, toFailure } from './failures';

/** Parse.bot: `/scraper/<id>/<endpoint>`, the key in `X-API-Key`, a credit a call. */
export async function answerParsebot(exchange: Exchange, state: ProviderState): Promise<Answer> {
  const [, scraperId, endpoint = exchange.path] = /^\/scraper\/([^/]+)\/(\w+)$/.exec(exchange.path) ?? [];
  const sent = exchange.request.headers['x-api-key'];
  const key = typeof sent === 'string' ? state.keys.find('parsebot', sent) : undefined;
  const call = state.log.begin(exchange, {
    provider: 'parsebot',
    endpoint,
    series: 'parsebot',
    keyName: sent === undefined ? undefined : (key?.name ?? 'unknown'),
  });
  const faults = readFaults(state.faults, 'parsebot', endpoint);
  await faults.wait();
  if (faults.take('neverAnswers')) return { status: 0, isNever: true };
  const answer =
    findStop(exchange, state, { key, scraperId }) ??
    answerFailure(faults) ??
    answerEndpoint(exchange, state, { endpoint, faults });
  call.status = answer.status;
  if (answer.status === 200 && key !== undefined) {
    key.balance -= 1;
    call.billed = true;
    call.price = 1;
  }
  return answer;
}

/** What keeps a call out, before it is looked at. A month's credits that are used up: 429 without a time to come back. */
function findStop(
  exchange: Exchange,
  state: ProviderState,
  caller: { readonly key: ProviderKey | undefined; readonly scraperId: string | undefined },
): Answer | undefined {
  const { key } = caller;
  if (key === undefined || key.state === 'invalid' || key.state === 'expired') return refuse(401);
  if (caller.scraperId !== state.switches.scraperId) return refuse(404);
  const version = exchange.request.headers['api-snapshot-version'];
  if (typeof version === 'string' && !state.switches.snapshotVersions.includes(version)) return refuse(404);
  if (key.state !== 'valid') return refuse(403);
  const hit = state.limiter.take(key, Date.now());
  if (hit !== undefined)
    return refuse(429, { headers: { 'retry-after': String(Math.ceil(hit.waitMs / 1000)) } });
  return key.balance < 1 ? refuse(429) : undefined;
}

function answerFailure(faults: CallFaults): Answer | undefined {
  const failure = faults.takeFailure();
  return failure === undefined ? undefined : toFailure(failure);
}

function answerEndpoint(
  exchange: Exchange,
  state: ProviderState,
  asked: { readonly endpoint: string; readonly faults: CallFaults },
): Answer {
  const { endpoint, faults } = asked;
  if (endpoint !== 'get_note_detail' && endpoint !== 'get_user_profile') return refuse(404);
  if (exchange.method !== 'GET') return refuse(405);
  const result =
    endpoint === 'get_note_detail' ? findDetail(exchange, state, faults) : findProfile(exchange, state);
  if (result === undefined || faults.take('innerFailures')) return refuse(422);
  const body = state.switches.wrapped ? { data: result, status: 'success' } : result;
  return spoilAnswer(
    { status: 200, headers: { 'content-type': 'application/json' }, body: JSON.stringify(body) },
    faults,
  );
}

/** The token has to be the note's own. */
function findDetail(exchange: Exchange, state: ProviderState, faults: CallFaults): object | undefined {
  const { site } = state;
  const noteId = exchange.query.get('note_id') ?? '';
  if (site.tokens.check(noteId, exchange.query.get('xsec_token') ?? '') !== 'valid') return undefined;
  const note = site.world.findNote(noteId);
  if (note?.standing !== 'public') return undefined;
  if (faults.get('emptyNoteList')) return {};
  const other = site.world.notes.find((one) => one !== note && one.standing === 'public');
  return toNoteDetail(site, faults.get('wrongNote') ? (other ?? note) : note);
}

function findProfile(exchange: Exchange, state: ProviderState): object | undefined {
  const author = state.site.world.findAuthor(exchange.query.get('user_id') ?? '');
  return author === undefined ? undefined : toUserProfile(author);
}
