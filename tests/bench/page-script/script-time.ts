import type { Browser, Page } from 'playwright-core';

interface TraceEvent {
  readonly ph: string;
  readonly name: string;
  readonly pid: number;
  readonly tid: number;
  readonly ts: number;
  readonly dur?: number;
  /** Time on the processor, without waiting for others. */
  readonly tdur?: number;
  readonly args?: { readonly data?: { readonly url?: string }; readonly fileName?: string };
}

/** Addresses of the site's own scripts: what runs beside them in their process is the cost of the page. */
const SITE = /^https:\/\/www\.(?:xiaohongshu|rednote)\.com\//;

/** The outermost events alone: finer ones (a line for every function compiled) would weigh on what they measure. */
const CATEGORIES = ['devtools.timeline'];

/**
 * Milliseconds of processor time that content scripts of extensions took in the page while `act` ran: compiling,
 * running, and every call into them by the browser (events, timers, observers). What runs inside the page's own calls
 * (a wrapped `send`) and continuations of promises carry no address in the trace, and are not in it, for nobody. Nor is
 * what the extension's own pages and worker do elsewhere: they have processes of their own.
 */
export async function measureScriptTime(
  browser: Browser,
  page: Page,
  act: () => Promise<void>,
): Promise<number> {
  await browser.startTracing(page, { categories: CATEGORIES });
  await act();
  const trace = JSON.parse((await browser.stopTracing()).toString('utf8')) as { traceEvents: TraceEvent[] };
  const processes = new Set(
    trace.traceEvents.filter((event) => SITE.test(toUrl(event))).map(({ pid }) => pid),
  );
  if (processes.size === 0) throw new Error('The trace knows no script of the page.');
  const ofPage = trace.traceEvents.filter((event) => processes.has(event.pid) && isOfExtension(event));
  return sumOutermost(ofPage) / 1_000;
}

function isOfExtension(event: TraceEvent): boolean {
  return event.ph === 'X' && toUrl(event).startsWith('chrome-extension:');
}

function toUrl({ args }: TraceEvent): string {
  return args?.data?.url ?? args?.fileName ?? '';
}

/** An event inside another is part of it already. */
function sumOutermost(events: TraceEvent[]): number {
  const endOf = new Map<string, number>();
  let sum = 0;
  for (const event of events.sort((a, b) => a.ts - b.ts)) {
    const thread = `${event.pid}:${event.tid}`;
    if ((endOf.get(thread) ?? 0) > event.ts) continue;
    endOf.set(thread, event.ts + (event.dur ?? 0));
    sum += event.tdur ?? event.dur ?? 0;
  }
  return sum;
}
