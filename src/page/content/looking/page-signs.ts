import { findStopSign, type StopSign } from '../../../site/stop-signs';
import { describePage } from './describe-page';

/**
 * What of the site asks to stop. The table of its signs is put into a page once, with the script that looks; the scripts
 * that load and that act, which come after it, are handed this.
 */
export interface PageSigns {
  /** What the page itself shows: a captcha, a refusal, an address to which it sends whom it stops. */
  readonly findShown: (page: Document) => StopSign | undefined;
  /** What an answer says, by its status and the business code in it. */
  readonly findIn: (answer: {
    readonly status: number;
    readonly code?: number | undefined;
  }) => StopSign | undefined;
}

export const pageSigns: PageSigns = {
  findShown(page) {
    const { captcha, refusal, url } = describePage(page);
    return findStopSign({
      captcha: captcha === true,
      url,
      ...(refusal === undefined ? {} : { refusalText: refusal }),
    });
  },
  findIn: ({ status, code }) => findStopSign({ httpStatus: status, ...(code === undefined ? {} : { code }) }),
};
