import type { RunningChromium } from '../../support/chromium';

/** Every cookie of the site in the browser, as the driver sees it, one line each. */
export async function readSiteCookies({
  browserSession,
}: Pick<RunningChromium, 'browserSession'>): Promise<readonly string[]> {
  const { cookies } = (await browserSession.send('Storage.getCookies')) as {
    cookies: { name: string; value: string; domain: string; path: string; httpOnly: boolean }[];
  };
  return cookies
    .filter(({ domain }) => /(?:xiaohongshu|rednote)\.com$/.test(domain))
    .map(({ name, value, domain, path, httpOnly }) => [domain, path, name, value, httpOnly].join(' '))
    .sort();
}
