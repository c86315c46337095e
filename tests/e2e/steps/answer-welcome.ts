import type { ChromiumExtension } from '../../support/browsers/chromium-extension';

/** Reads the welcome page as a new user does and agrees; resolves when the answer has been taken. English only. */
export async function answerWelcome(extension: ChromiumExtension): Promise<void> {
  const welcome = await extension.findWelcomePage();
  const agree = welcome.getByRole('button', { name: 'Agree and start' });
  await agree.click();
  await agree.waitFor({ state: 'hidden' });
}
