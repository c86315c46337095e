import type { Handlers } from '../../messaging/contract';
import type { contentToBackground } from '../../messaging/content-to-background/schemas';
import type { uiToBackground } from '../../messaging/ui-to-background/schemas';
import { AppError } from '../../model/errors';
import type { ErrorCode } from '../../model/errors';
import type { LoadingState, TabPage } from '../../model/page-state';
import { loadingStates } from '../../storage/session';
import { demandStoring } from '../gate';
import { isStoppedForGood } from '../loading/stop-loading';
import { getTab } from '../pages/caller-tab';
import { endLoading } from '../pages/end-loading';
import { findSignForAll } from '../pages/raise-sign';
import { reachPage } from '../pages/reach-page';
import type { Services } from '../services';

type UiHandlers = Pick<Handlers<typeof uiToBackground>, 'loading.start' | 'loading.stop' | 'loading.find'>;
type ContentHandlers = Pick<Handlers<typeof contentToBackground>, 'loading.report'>;

/** A page that loads comments reports more often than this; one that is silent for longer has stopped. */
const SILENT_MS = 30_000;

/** "Load comments for me", as the pages of the extension ask for it. */
export function createLoadingHandlers(services: Services): UiHandlers {
  return {
    'loading.start': async ({ tabId, noteId }) => {
      const settings = await services.settings();
      demandStoring(settings);
      await demandLoadable(services, tabId, noteId);
      const known = await loadingStates.find(tabId);
      // Asked twice (two windows show the button): what runs goes on, its last word would stop the new one.
      if (known?.running && known.noteId === noteId && services.now() - known.updatedAt < SILENT_MS)
        return known;
      const { minPauseMs, maxPauseMs, maxSteps } = settings.loading;
      const state: LoadingState = {
        tabId,
        noteId,
        running: true,
        steps: 0,
        maxSteps,
        shown: 0,
        updatedAt: services.now(),
      };
      // Written first: the page's first report may come before its answer.
      await loadingStates.put(tabId, state);
      try {
        await reachPage(services, tabId, 'loading.start', { noteId, minPauseMs, maxPauseMs, maxSteps });
        // A busy page takes its time to answer: meanwhile the user may have paused, or deleted everything.
        await demandStillWanted(services, tabId);
      } catch (thrown) {
        await loadingStates.remove(tabId);
        throw thrown;
      }
      await services.emit('loading.changed', state);
      return (await loadingStates.find(tabId)) ?? state;
    },
    'loading.stop': async ({ tabId }) => {
      try {
        await services.askPage(tabId, 'loading.stop', {});
      } catch (thrown) {
        if (!(thrown instanceof AppError) || thrown.code !== 'page-not-reached') throw thrown;
        await endLoading(services, tabId, 'note-left');
      }
      return {};
    },
    'loading.find': async ({ tabId }) => (await loadingStates.find(tabId)) ?? null,
  };
}

/** Its progress, as the page reports it. A report of something that was never started is left alone. */
export function createLoadingReportHandlers(services: Services): ContentHandlers {
  return {
    'loading.report': async (report, caller) => {
      const { tabId } = getTab(caller);
      const state = await loadingStates.update(tabId, (known) => {
        if (!known || known.noteId !== report.noteId) return undefined;
        // Stopped from here: the page's own last word does not make it run again, nor say it was the user.
        if (!known.running && (report.running || isStoppedForGood(known))) return undefined;
        return {
          tabId,
          noteId: known.noteId,
          maxSteps: known.maxSteps,
          running: report.running,
          steps: report.steps,
          shown: report.shown,
          ...(report.stoppedBy === undefined ? {} : { stoppedBy: report.stoppedBy }),
          ...(report.sign === undefined ? {} : { sign: report.sign }),
          updatedAt: services.now(),
        };
      });
      if (state) await services.emit('loading.changed', state);
      return {};
    },
  };
}

/** Throws when nothing may be stored any more, and has the page stop what it has just begun. */
async function demandStillWanted(services: Services, tabId: number): Promise<void> {
  try {
    demandStoring(await services.settings());
  } catch (thrown) {
    await services.askPage(tabId, 'loading.stop', {});
    throw thrown;
  }
}

/** Throws unless this note is in front in a tab that is in front, and nothing forbids to act in pages. */
async function demandLoadable(services: Services, tabId: number, noteId: string): Promise<void> {
  const tab = await services.findTab(tabId);
  if (!tab) throw new AppError('tab-gone');
  const page = await services.tracker.find(tabId);
  if (page?.note?.noteId !== noteId || !tab.active) throw new AppError('note-not-open');
  const sign = (await findSignForAll()) ?? (page.stopSign?.class === 'note' ? page.stopSign : undefined);
  if (sign) throw new AppError(toErrorCode(sign), { details: { sign: sign.sign } });
}

const BY_SIGN: Readonly<Record<string, ErrorCode>> = {
  captcha: 'captcha',
  'rate-limited': 'rate-limited',
  'note-removed': 'note-removed',
  'note-under-review': 'note-under-review',
  'token-refused': 'token-refused',
};

function toErrorCode(sign: NonNullable<TabPage['stopSign']>): ErrorCode {
  return BY_SIGN[sign.sign] ?? (sign.class === 'note' ? 'note-forbidden' : 'risk-control');
}
