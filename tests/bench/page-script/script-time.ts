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

const CATEGORIES = ['devtools.timeline', 'v8', 'disabled-by-default-v8.compile'];

/**
 * Milliseconds of processor time that content scripts of extensions took in the page while `act` ran: compiling,
 * running, and every call into them by the browser (events, timers, observers). What runs inside the page's own calls
 * (a wrapped `send`) and continuations of promises carry no address in the trace, and are not in it, for nobody.
 */
export async function measureScriptTime(
  browser: Browser,
  page: Page,
  act: () => Promise<void>,
): Promise<number> {
  await browser.startTracing(page, { categories: CATEGORIES });
  await act();
  const trace = JSON.parse((await browser.stopTracing()).toString('utf8')) as { traceEvents: TraceEvent[] };
  return sumOutermost(trace.traceEvents.filter(isOfContentScript)) / 1_000;
}

function isOfContentScript(event: TraceEvent): boolean {
  const url = event.args?.data?.url ?? event.args?.fileName ?? '';
  return event.ph === 'X' && url.startsWith('chrome-extension:') && !url.includes('background');
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
