import type { Browser } from 'puppeteer-core';
import type { SiteCookie } from '../../replica/types';
import { waitFor } from '../wait-for';

/** The part of puppeteer's BiDi connection that is needed: it lists no tab that stands in a container. */
interface BidiConnection {
  send(method: string, parameters: unknown): Promise<{ result: unknown }>;
}

interface Context {
  readonly context: string;
  readonly url: string;
  readonly userContext: string;
}

interface BidiCookie {
  readonly name: string;
  readonly value: { readonly value?: string };
  readonly domain: string;
  readonly path: string;
  readonly httpOnly: boolean;
}

/** A tab in a container, as the driver sees it: its page, and the jar it stands in. */
export interface ContainerTab {
  evaluate(expression: string): Promise<unknown>;
  /** Loads an address, and waits until it is there. */
  goto(url: string): Promise<void>;
  /** Cookies of the site in the jar of this tab, one line each. */
  readCookies(): Promise<readonly string[]>;
  findCookie(name: string): Promise<string | undefined>;
  setCookie(cookie: SiteCookie): Promise<void>;
}

export interface FirefoxJars {
  /** Cookies of the site in the user's own jar, one line each, with no word of any extension's interface. */
  readOwnCookies(): Promise<readonly string[]>;
  /** Addresses of the tabs that stand in a container, also of a new one. */
  listContainerTabs(): Promise<readonly string[]>;
  closeContainerTabs(): Promise<void>;
  /** Waits for the one tab in a container that shows the site. */
  findContainerTab(): Promise<ContainerTab>;
  /** Cookies of the site that lie in any jar but the user's own, with the browser's own rights. */
  readAllContainerCookies(): Promise<readonly string[]>;
}

const SITE = /(?:xiaohongshu|rednote)\.com$/;

/** The jars of Firefox: the user's own and those of containers, read through the driver. */
export function createFirefoxJars(
  browser: Browser,
  evaluateInBrowser: (expression: string) => Promise<unknown>,
): FirefoxJars {
  const { connection } = browser as unknown as { connection: BidiConnection };
  const listContexts = async (): Promise<readonly Context[]> =>
    ((await connection.send('browsingContext.getTree', {})).result as { contexts: readonly Context[] })
      .contexts;
  const listInContainers = async () =>
    (await listContexts()).filter(({ userContext }) => userContext !== 'default');
  const readCookies = async (partition: object): Promise<readonly string[]> => {
    const { cookies } = (await connection.send('storage.getCookies', { partition })).result as {
      cookies: readonly BidiCookie[];
    };
    return cookies
      .filter(({ domain }) => SITE.test(domain))
      .map(toLine)
      .sort();
  };
  const createTab = (context: string): ContainerTab => {
    const partition = { type: 'context', context };
    const own = () => readCookies(partition);
    const evaluate = async (expression: string) => {
      const answer = (
        await connection.send('script.evaluate', { expression, target: { context }, awaitPromise: true })
      ).result as { type: string; result?: { value?: unknown } };
      if (answer.type !== 'success') throw new Error(`In a container's tab: ${JSON.stringify(answer)}`);
      return answer.result?.value;
    };
    return {
      evaluate,
      goto: async (url) => {
        await connection.send('browsingContext.navigate', { context, url, wait: 'complete' });
      },
      readCookies: own,
      findCookie: async (name) =>
        (await own()).map((line) => line.split(' ')).find((parts) => parts[2] === name)?.[3],
      setCookie: async ({ name, value, domain, path, secure, httpOnly }) => {
        const cookie = { name, value: { type: 'string', value }, domain, path, secure, httpOnly };
        await connection.send('storage.setCookie', { cookie, partition });
      },
    };
  };
  return {
    readOwnCookies: () => readCookies({ type: 'storageKey', userContext: 'default' }),
    listContainerTabs: async () => (await listInContainers()).map(({ url }) => url),
    closeContainerTabs: async () => {
      for (const { context } of await listInContainers())
        await connection.send('browsingContext.close', { context });
    },
    findContainerTab: async () => {
      const context = await waitFor(
        async () => {
          const found = (await listInContainers()).filter(({ url }) => SITE.test(new URL(url).host));
          return found.length === 1 ? found[0]?.context : undefined;
        },
        { what: 'a tab in a container', timeoutMs: 30_000 },
      );
      return createTab(context);
    },
    readAllContainerCookies: async () =>
      JSON.parse(
        String(
          await evaluateInBrowser(`JSON.stringify(Services.cookies.cookies
            .filter(({ originAttributes }) => originAttributes.userContextId !== 0)
            .map(({ host, path, name, value, isHttpOnly }) => [host, path, name, value, isHttpOnly].join(' ')))`),
        ),
      ) as readonly string[],
  };
}

const toLine = ({ domain, path, name, value, httpOnly }: BidiCookie): string =>
  [domain, path, name, value.value ?? '', httpOnly].join(' ');
