import type { ContentHome } from '../content-scope';
import { describePage, type PageLook } from './describe-page';
import { findStateText } from '../find-state-text';

export interface PageReporter {
  /** Reports the page now, changed or not; resolves when the background has taken it or is not there. */
  report(options?: { readonly withState: boolean }): Promise<void>;
  /** Reports it if anything about it has changed since the last time. */
  reportChange(): void;
}

type Reporting = Pick<ContentHome, 'send' | 'allow'> & { hasSentState: boolean };

/** Tells the background what the page looks like. The inline state goes along once, as it never changes, or when asked for. */
export function createPageReporter(home: Reporting): PageReporter {
  let lastSent: string | undefined;

  const report = async (look: PageLook, withState: boolean): Promise<void> => {
    lastSent = JSON.stringify(look);
    const initialState = withState || !home.hasSentState ? findStateText(document) : undefined;
    // The background may ask while the document is still being parsed; its state comes with the report after that.
    home.hasSentState ||= initialState !== undefined || document.readyState !== 'loading';
    const answer = await home.send('page.report', { ...look, initialState, at: Date.now() });
    if (answer) home.allow(answer.capture);
  };
  return {
    report: (options) => report(describePage(document), options?.withState ?? false),
    reportChange() {
      const look = describePage(document);
      if (JSON.stringify(look) !== lastSent) void report(look, false);
    },
  };
}
