import type { Caller, Handlers } from '../../messaging/contract';
import type { contentToBackground } from '../../messaging/content-to-background/schemas';
import { AppError } from '../../model/errors';
import type { TabPage } from '../../model/page-state';
import type { SiteHost } from '../../model/note';
import { parseCapture } from '../../site/endpoints/parse-capture';
import type { ParsedCapture } from '../../site/endpoints/parse-capture';
import { SITE_HOSTS } from '../../site/site-patterns.catalog';
import { findStopSign } from '../../site/stop-signs';
import { demandStoring } from '../gate';
import { getTab } from '../pages/caller-tab';
import { lookAtPage } from '../pages/look-at-page';
import { noteMissing } from '../pages/note-missing';
import { raiseSign } from '../pages/raise-sign';
import { rememberViewer } from '../pages/remember-viewer';
import { doAside } from '../problems/do-aside';
import type { Services } from '../services';
import { takeRefusal } from '../sightings/take-refusal';
import { takeSightings } from '../sightings/take-sightings';

type CaptureHandlers = Pick<Handlers<typeof contentToBackground>, 'capture.report'>;
type CaptureInput = Parameters<CaptureHandlers['capture.report']>[0];

/**
 * Copied responses. The text of a stranger ends here: what `site/endpoints` does not understand is not stored, and the
 * tab says which part of the site has changed.
 */
export function createCaptureHandlers(services: Services): CaptureHandlers {
  return {
    'capture.report': async (input, caller) => {
      demandStoring(await services.settings());
      const { tabId } = getTab(caller);
      const parsed = await parse(services, tabId, input);
      if (parsed) await reportDropped(services, parsed);
      await obeyRefusal(services, { tabId, input, parsed });
      if (parsed) await store(services, { tabId, caller, input, parsed });
      return {};
    },
  };
}

async function parse(
  services: Services,
  tabId: number,
  input: CaptureInput,
): Promise<ParsedCapture | undefined> {
  try {
    return parseCapture(input);
  } catch (thrown) {
    if (!(thrown instanceof AppError) || thrown.code !== 'page-changed') throw thrown;
    // An answer that is no success need not look like one; the sign in its status is read below.
    if (input.status >= 200 && input.status < 300) await noteMissing(services, tabId, thrown);
    return undefined;
  }
}

/** Rows that were left out as another note's say that the site mixes them now: how many stands in the diagnostics. */
async function reportDropped(services: Pick<Services, 'problems'>, parsed: ParsedCapture): Promise<void> {
  const { length } = parsed.dropped;
  if (length === 0) return;
  const missing = `rows-of-another-note.${String(Math.min(length, 999))}`;
  const error = new AppError('page-changed', { details: { endpoint: parsed.endpointId, missing } });
  await services.problems.record(error, 'capture.report');
}

interface Captured {
  readonly tabId: number;
  readonly input: CaptureInput;
  readonly parsed: ParsedCapture | undefined;
}

async function obeyRefusal(services: Services, captured: Captured): Promise<void> {
  const { tabId, input, parsed } = captured;
  const refusal = parsed?.sightings.refusal;
  const sign = findStopSign({ httpStatus: input.status, ...(refusal ? { code: refusal.code } : {}) });
  if (!sign) {
    // No sign that is known, and no success either: the page may say what it is.
    if (refusal || input.status >= 400) doAside(services, lookAtPage(services, tabId), 'page');
    return;
  }
  // Guests are refused by the calls that ask who they are, on every page; only a note's own calls speak of it.
  if (sign.class === 'login' && parsed?.kind !== 'notes') {
    if (parsed?.kind === 'viewer') await rememberViewer(services, tabId, { loggedIn: false });
    return;
  }
  doAside(services, lookAtPage(services, tabId), 'page');
  const page = await services.tracker.find(tabId);
  const noteId = refusal?.noteId;
  const isOfAnother = sign.class === 'note' && noteId !== undefined && noteId !== page?.note?.noteId;
  if (!isOfAnother) await raiseSign(services, tabId, sign, sign.class === 'note' ? noteId : undefined);
  if (sign.class !== 'note' || noteId === undefined || !parsed) return;
  const token = isOfAnother ? {} : { xsecToken: page?.note?.xsecToken, xsecSource: page?.note?.xsecSource };
  const at = Math.min(input.at, services.now());
  await takeRefusal(services, {
    noteId,
    sign: sign.sign,
    code: sign.code,
    ...token,
    via: parsed.endpointId,
    at,
  });
}

async function store(
  services: Services,
  captured: Captured & { readonly caller: Caller; readonly parsed: ParsedCapture },
): Promise<void> {
  const { tabId, caller, input, parsed } = captured;
  const { viewer } = parsed.sightings;
  const page = await (viewer ? rememberViewer(services, tabId, viewer) : services.tracker.find(tabId));
  // What a refusal says was taken with the refusal.
  if (parsed.kind === 'viewer' || parsed.sightings.refusal) return;
  const stored = await takeSightings(services, {
    sightings: parsed.sightings,
    // What the viewer does to a note (like, comment) belongs to the notes they open.
    kind: parsed.kind === 'action' ? 'notes' : parsed.kind,
    via: parsed.endpointId,
    at: Math.min(input.at, services.now()),
    host: findHost(caller.url),
    viewerId: viewer?.userId ?? page?.viewer.userId,
  });
  await lowerSign(services, page, parsed, stored.noteIds);
}

/** The note came after all: what refused it before is past. */
async function lowerSign(
  services: Services,
  page: TabPage | undefined,
  parsed: ParsedCapture,
  noteIds: readonly string[],
): Promise<void> {
  const noteId = page?.note?.noteId;
  if (page?.stopSign?.class !== 'note' || parsed.kind !== 'notes' || noteId === undefined) return;
  if (!noteIds.includes(noteId)) return;
  await services.tracker.update(page.tabId, (known) => {
    if (known?.stopSign?.class !== 'note' || known.note?.noteId !== noteId) return undefined;
    const { stopSign, ...rest } = known;
    return stopSign ? { ...rest, updatedAt: services.now() } : undefined;
  });
}

function findHost(url: string): SiteHost | undefined {
  const host = URL.canParse(url) ? new URL(url).host : '';
  return SITE_HOSTS.find((known) => known === host);
}
