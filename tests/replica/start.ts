import { countBilled } from './providers/call-log';
import { toMaskedId } from './providers/masked-id';
import { createProviderState } from './providers/provider-state';
import { answerRequest } from './server/answer-request';
import { getCertificate } from './server/certificate';
import { createRecorder } from './server/create-recorder';
import { createExchange, send } from './server/exchange';
import { listen, toListener } from './server/listen';
import { createNoteUrl } from './server/note-url';
import { createSamplePages } from './server/pages/sample-pages';
import { startProxy } from './server/proxy';
import type { Session } from './server/sessions';
import { createSiteState, type SiteState } from './server/site-state';
import type { Replica, ReplicaOptions, SiteCookie } from './types';
import { createWorld } from './world/create-world';

const COOKIE_DOMAINS = ['.xiaohongshu.com', '.rednote.com'] as const;

/**
 * Starts the world: one port on 127.0.0.1 for HTTPS and HTTP of all its hosts, one for the proxy. Several may run side
 * by side; each has its own world, tokens and sessions. `close` ends both servers and every open connection.
 */
export async function startReplica(options: ReplicaOptions = {}): Promise<Replica> {
  const state = createSiteState(createWorld(options.seed ?? 1, options.notes));
  const samples = createSamplePages(options.samplesDir);
  const providers = createProviderState(state, options.specsDir);
  const recorder = createRecorder();
  const certificate = await getCertificate();
  const main = await listen(
    options.port ?? 0,
    certificate,
    toListener(async (request, response) => {
      const exchange = await createExchange(request, response);
      const answer = await answerRequest(exchange, state, samples, providers);
      recorder.record(exchange, answer.status);
      send(exchange, answer);
    }),
  );
  const proxy = await startProxy(0, main.port);
  return {
    port: main.port,
    proxyPort: proxy.port,
    world: state.world,
    faults: state.faults,
    requests: recorder.requests,
    decoyHits: state.decoyHits,
    deeds: state.deeds,
    providerKey: (provider, name) => providers.keys.get(provider, name ?? 'valid'),
    providerFaults: providers.faults,
    providerSwitches: providers.switches,
    providerCalls: providers.log.calls,
    specViolations: providers.spec.violations,
    billedCalls: (provider) => countBilled(providers.log.calls, provider),
    maskedId: toMaskedId,
    chromiumArgs: () => chromiumArgs(main.port),
    firefoxPrefs: () => firefoxPrefs(proxy.port),
    cookiesOf: (session) => cookiesOf(state.sessions.named(session)),
    logIn: (name, a1) => logIn(state.sessions.named(name), a1),
    issueToken: (noteId) => state.tokens.issue(noteId, 'pc_feed'),
    expiredToken: (noteId) => state.tokens.issueExpired(noteId),
    tokensOf: (noteId) => state.tokens.tokensOf(noteId),
    noteUrl: (noteIdOrKey, urlOptions) => createNoteUrl(state, noteIdOrKey, urlOptions),
    servedCommentIds: (noteId) => [...(state.servedIds.get(noteId) ?? [])],
    clearRecords: () => {
      clearRecords(state);
      recorder.clear();
      providers.log.calls.length = 0;
    },
    close: async () => {
      await Promise.all([main.close(), proxy.close()]);
    },
  };
}

/** Every host but the machine itself leads to the replica; what is not of its world is answered 404 and recorded. */
function chromiumArgs(port: number): readonly string[] {
  return [
    `--host-resolver-rules=MAP * 127.0.0.1:${String(port)}, EXCLUDE 127.0.0.1, EXCLUDE localhost`,
    '--ignore-certificate-errors',
    '--disable-quic',
  ];
}

function firefoxPrefs(proxyPort: number): Readonly<Record<string, string | number | boolean>> {
  return {
    'network.proxy.type': 1,
    'network.proxy.ssl': '127.0.0.1',
    'network.proxy.ssl_port': proxyPort,
    'network.proxy.http': '127.0.0.1',
    'network.proxy.http_port': proxyPort,
    'network.proxy.no_proxies_on': '',
    'network.captive-portal-service.enabled': false,
    'network.connectivity-service.enabled': false,
    'security.OCSP.enabled': 0,
  };
}

function cookiesOf(session: Session): readonly SiteCookie[] {
  const cookies = [
    { name: 'web_session', value: session.webSession, httpOnly: true },
    { name: 'a1', value: session.a1, httpOnly: false },
    { name: 'webId', value: session.webId, httpOnly: false },
    { name: 'gid', value: session.gid, httpOnly: false },
    { name: 'xsecappid', value: 'xhs-pc-web', httpOnly: false },
  ];
  return COOKIE_DOMAINS.flatMap((domain) => toCookies(domain, cookies));
}

function logIn(session: Session, a1: string): readonly SiteCookie[] {
  session.devices.add(a1);
  return toCookies('.xiaohongshu.com', [
    { name: 'web_session', value: session.webSession, httpOnly: true },
    { name: 'id_token', value: session.idToken, httpOnly: true },
  ]);
}

type CookieWords = Pick<SiteCookie, 'name' | 'value' | 'httpOnly'>;

const toCookies = (domain: string, cookies: readonly CookieWords[]): readonly SiteCookie[] =>
  cookies.map((cookie) => ({ ...cookie, domain, path: '/', secure: true }));

function clearRecords(state: SiteState): void {
  state.servedIds.clear();
  state.decoyHits.length = 0;
  state.deeds.length = 0;
}
