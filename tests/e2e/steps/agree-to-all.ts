import type { ChromiumExtension } from '../../support/browsers/chromium-extension';

/** Agrees to everything that can be kept, feeds, searches and messages too, without the welcome page. */
export async function agreeToAll(extension: ChromiumExtension): Promise<void> {
  const capture = { notes: true, authors: true, feeds: true, searches: true, notifications: true };
  const call = { to: 'background', name: 'consent.answer', input: { agreed: true, capture } };
  const answer = await extension.evaluate(`chrome.runtime.sendMessage(${JSON.stringify(call)})`);
  if ((answer as { ok?: boolean } | undefined)?.ok !== true)
    throw new Error(`The extension did not take the consent: ${JSON.stringify(answer)}`);
}
