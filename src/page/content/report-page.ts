import { describePage, type PageLook } from './describe-page';
import { findStateText } from './find-state-text';
import type { SendReport } from './send-report';

export interface PageReporter {
  /** Reports the page now, changed or not; resolves when the background has taken it or is not there. */
  report(options?: { readonly withState: boolean }): Promise<void>;
  /** Reports it if anything about it has changed since the last time. */
  reportChange(): void;
}

/**
 * Tells the background what the page is. The inline state goes with the first report only: it never changes.
 * @param onAnswer What the background says to every report: whether captures are wanted.
 */
export function createPageReporter(
  send: SendReport,
  onAnswer: (isCaptureWanted: boolean) => void,
): PageReporter {
  let lastSent: string | undefined;
  let isStateSent = false;

  const report = async (look: PageLook, withState: boolean): Promise<void> => {
    lastSent = JSON.stringify(look);
    const initialState = withState || !isStateSent ? findStateText(document) : undefined;
    // The background may ask while the document is still being parsed; its state comes with the report after that.
    isStateSent ||= initialState !== undefined || document.readyState !== 'loading';
    const answer = await send('page.report', { ...look, initialState, at: Date.now() });
    if (answer) onAnswer(answer.capture);
  };
  return {
    report: (options) => report(describePage(document), options?.withState ?? false),
    reportChange() {
      const look = describePage(document);
      if (JSON.stringify(look) !== lastSent) void report(look, false);
    },
  };
}
