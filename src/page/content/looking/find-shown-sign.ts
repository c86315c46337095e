import { findStopSign, type StopSign } from '../../../site/stop-signs';
import { describePage } from './describe-page';

/** What the page itself shows: a captcha, a refusal, an address to which it sends whom it stops. */
export function findShownSign(page: Document): StopSign | undefined {
  const { captcha, refusal, url } = describePage(page);
  return findStopSign({
    captcha: captcha === true,
    url,
    ...(refusal === undefined ? {} : { refusalText: refusal }),
  });
}

/** The business code stands at either end of the site's bodies (bodies of 2023 to 2025); nothing else is read of them. */
export function findCode(body: string | undefined): { code: number } | undefined {
  const ends = body === undefined ? '' : `${body.slice(0, 300)} ${body.slice(-300)}`;
  const code = /"code":\s*(-?\d{1,9})\b/.exec(ends)?.[1];
  return code === undefined ? undefined : { code: Number(code) };
}
