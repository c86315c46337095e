import type { CDPSession, Page } from 'playwright-core';
import { answerWelcome } from '../e2e/steps/answer-welcome';
import { launchWithReplica } from '../e2e/steps/launch-with-replica';
import type { Stage } from '../e2e/steps/launch-with-replica';
import { waitFor } from '../support/wait-for';
import { median } from './median';
import { toProgram } from './to-program';
import type { BenchResult, RunBench } from './bench-result';

/** The note that is known before anything is measured. */
const OPENED = 'tea';

/**
 * What it costs to open the popup and the side panel, on a note that is known, and how long a captured comment takes to
 * stand in the panel: the real popup and panel over the replica.
 */
export const run: RunBench = async ({ quick }) => {
  const stage = await launchWithReplica();
  try {
    await answerWelcome(stage.chromium.extension);
    const site = await stage.chromium.newPage();
    await site.bringToFront();
    await site.goto(stage.replica.noteUrl(OPENED));
    await site.locator('.parent-comment').first().waitFor();
    const runs = quick ? 11 : 15;
    const title = stage.replica.world.findNote(OPENED)?.title ?? '';
    const popup = await stage.chromium.extension.openPopup();
    const popupFigures = await measureOpening(popup, title, runs);
    await popup.close();
    const panel = await stage.chromium.extension.openSidePanel();
    const panelFigures = await measureOpening(panel, title, runs);
    return [
      toOpening('popup', popupFigures),
      toOpening('side panel', panelFigures),
      await measureCapture(stage, { site, panel, runs }),
    ];
  } finally {
    await stage.close();
  }
};

interface Opening {
  readonly scriptMs: number;
  readonly paintMs: number;
}

function toOpening(surface: string, openings: readonly Opening[]): BenchResult {
  return {
    name: `script of the ${surface} until it shows the note`,
    value: median(openings.map((one) => one.scriptMs)),
    unit: 'ms',
    budget: 100,
    note: `first paint after ${median(openings.map((one) => one.paintMs)).toFixed(0)} ms; medians of ${openings.length}`,
  };
}

/** Loads the surface anew in its own place; all script it runs until the note's title stands there is counted. */
async function measureOpening(surface: Page, title: string, runs: number): Promise<Opening[]> {
  const session = await surface.context().newCDPSession(surface);
  await session.send('Performance.enable', { timeDomain: 'timeTicks' });
  const openings: Opening[] = [];
  for (let run = 0; run < runs; run += 1) {
    const before = await readScriptMs(session);
    await surface.reload();
    // Both name a note that is open in a heading, and one that was only seen in a list.
    await surface.getByRole('heading', { name: title }).first().waitFor();
    const after = await readScriptMs(session);
    const paintMs = await waitFor(
      () => surface.evaluate(() => performance.getEntriesByName('first-contentful-paint')[0]?.startTime),
      { what: 'the first paint' },
    );
    // The counter may start again with the document.
    openings.push({ scriptMs: after >= before ? after - before : after, paintMs });
  }
  await session.detach();
  return openings;
}

async function readScriptMs(session: CDPSession): Promise<number> {
  const { metrics } = await session.send('Performance.getMetrics');
  return (metrics.find((metric) => metric.name === 'ScriptDuration')?.value ?? NaN) * 1_000;
}

/** From the end of the page's own response to the moment its first comment stands in the panel. */
async function measureCapture(
  { replica }: Stage,
  { site, panel, runs }: { site: Page; panel: Page; runs: number },
): Promise<BenchResult> {
  // Of a note that was opened before, the stored rows stand in the panel without waiting for any response.
  const notes = replica.world.notes.filter(
    (note) =>
      note.key !== OPENED && note.standing === 'public' && !note.commentsClosed && note.comments.length > 0,
  );
  const delays: number[] = [];
  for (const note of notes.slice(0, runs)) {
    const shown = panel.evaluate<number>(toProgram(waitForComment, note.comments[0]?.id ?? ''));
    await site.goto(replica.noteUrl(note.key));
    const shownAt = await shown;
    const answeredAt = await site.evaluate(findCommentsAnswered);
    delays.push(shownAt - answeredAt);
  }
  return {
    name: 'from the comments’ response to their row in the panel',
    value: median(delays),
    unit: 'ms',
    budget: 150,
    note: `median of ${delays.length} notes; longest ${Math.max(...delays).toFixed(0)} ms`,
  };
}

/** Runs in the panel: the moment (epoch ms) a comment's row has been drawn. */
function waitForComment(commentId: string): Promise<number> {
  return new Promise((resolve, reject) => {
    const look = () => {
      if (!document.querySelector(`[data-comment-id="${commentId}"]`)) return false;
      observer.disconnect();
      resolve(performance.timeOrigin + performance.now());
      return true;
    };
    const observer = new MutationObserver(look);
    if (!look()) observer.observe(document.body, { childList: true, subtree: true });
    setTimeout(
      () =>
        reject(
          new Error(
            `no row of ${commentId}: ${document.body.innerText.slice(0, 300).replaceAll('\n', ' · ')}`,
          ),
        ),
      15_000,
    );
  });
}

/** Runs in the page: the moment (epoch ms) its first page of comments had come in whole. */
function findCommentsAnswered(): number {
  const entry = performance
    .getEntriesByType('resource')
    .find((one) => one.name.includes('/api/sns/web/v2/comment/page')) as PerformanceResourceTiming;
  return performance.timeOrigin + entry.responseEnd;
}
