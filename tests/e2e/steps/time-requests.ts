/**
 * Medians in milliseconds for both ways, in both realms, each right after a request of either realm: what a copy costs
 * the request itself and what it costs the next one are two things. Runs in the page, beside a hidden frame without address.
 */
export async function timeRequests({
  url,
  headers,
  rounds,
}: {
  url: string;
  headers: Record<string, string>;
  rounds: number;
}) {
  const frame = document.querySelector<HTMLIFrameElement>('iframe[hidden]')?.contentWindow as unknown;
  const realms = { native: frame as typeof globalThis, copied: globalThis };
  const names = ['native', 'copied'] as const;
  const byFetch = async ({ fetch }: typeof globalThis) =>
    (await fetch(url, { headers, credentials: 'include' })).text();
  const byXhr = ({ XMLHttpRequest }: typeof globalThis) =>
    new Promise((resolve) => {
      const request = new XMLHttpRequest();
      request.onload = resolve;
      request.open('GET', url);
      request.withCredentials = true;
      for (const [name, value] of Object.entries(headers)) request.setRequestHeader(name, value);
      request.send();
    });
  const cases = Object.entries({ fetch: byFetch, xhr: byXhr }).flatMap(([way, ask]) =>
    names.flatMap((before) => names.map((realm) => ({ way, ask, before, realm, times: [] as number[] }))),
  );
  for (let round = 0; round < rounds; round += 1) {
    for (const { ask, before, realm, times } of round % 2 === 0 ? cases : [...cases].reverse()) {
      // What the case before has left behind ends in a request of nobody's account.
      await byFetch(realms.native);
      await ask(realms[before]);
      const startedAt = performance.now();
      await ask(realms[realm]);
      times.push(performance.now() - startedAt);
    }
  }
  return cases.map(({ way, before, realm, times }) => ({
    name: `${way}, ${realm} after ${before}`,
    ms: times.sort((a, b) => a - b)[times.length >> 1] ?? NaN,
  }));
}
