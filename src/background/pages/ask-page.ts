import { AppError } from '../../model/errors';
import type { WireAnswer, WireCall } from '../../messaging/wire';
import { sendToTab } from '../../platform/tabs';
import type { AskPage } from '../services';

/** Calls the content script of a tab. `page-not-reached` when there is none, or when it refuses. */
export const askPage: AskPage = async (tabId, name, input) => {
  const call: WireCall = { to: 'content', name, input };
  let answer: WireAnswer | undefined;
  try {
    answer = (await sendToTab(tabId, call)) as WireAnswer | undefined;
  } catch (cause) {
    throw new AppError('page-not-reached', { retryable: true, details: { name }, cause });
  }
  if (answer?.ok !== true) throw new AppError('page-not-reached', { retryable: true, details: { name } });
};
