import type { ChromiumExtension } from '../../support/browsers/chromium-extension';

const LABELS = { tikhub: 'TikHub', justoneapi: 'JustOneAPI', parsebot: 'Parse.bot' } as const;

/** Pastes a key into the options as a user does, and closes them when it is saved. English only. */
export async function saveProviderKey(
  extension: ChromiumExtension,
  family: keyof typeof LABELS,
  key: string,
): Promise<void> {
  const label = LABELS[family];
  const options = await extension.openPage('options.html#providers');
  const card = options.getByRole('region', { name: label, exact: true });
  await card.getByRole('button', { name: 'Add a key' }).click();
  await card.getByLabel(`${label} key`, { exact: true }).fill(key);
  await card.getByRole('button', { name: 'Allow and save' }).click();
  await options.getByText(`The key for ${label} is saved.`).waitFor();
  await options.close();
}
