import type { ChromiumExtension } from '../../support/browsers/chromium-extension';

/** Changes some of what the user has decided about providers, as the options do. */
export async function changeProviderSettings(extension: ChromiumExtension, patch: object): Promise<void> {
  const { settings } = (await extension.readStorage('local')) as { settings?: { providers?: object } };
  const providers = { ...settings?.providers, ...patch };
  await askBackground(extension, 'settings.change', { patch: { providers } });
}

/** Sends what a page of the extension sends; throws where the answer is an error. */
export async function askBackground(
  extension: ChromiumExtension,
  name: string,
  input: object,
): Promise<unknown> {
  const call = JSON.stringify({ to: 'background', name, input });
  const answer = (await extension.evaluate(`chrome.runtime.sendMessage(${call})`)) as { ok: boolean };
  if (!answer.ok) throw new Error(`${name}: ${JSON.stringify(answer)}`);
  return answer;
}
