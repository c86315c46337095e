import type { Page } from 'playwright-core';

/** A body as it came, or what the page is to get instead; `undefined` leaves it as it is. */
export type Rewrite = (body: string, url: string) => string | undefined;

/**
 * From now on the page's responses whose address fits one of the patterns (`*` and `?`) carry another body. The
 * browser does it, so to the page and to every script in it they are the site's own; only the site's policy for scripts is left out, since it names hashes of the old text.
 */
export async function rewriteResponses(
  page: Page,
  patterns: readonly string[],
  rewrite: Rewrite,
): Promise<() => Promise<void>> {
  // A document that did not come over the network counts as one of the open internet, and may not ask the replica.
  await page.context().grantPermissions(['local-network-access']);
  const session = await page.context().newCDPSession(page);
  session.on('Fetch.requestPaused', (paused) => {
    const { requestId, responseStatusCode, responseHeaders, request } = paused;
    const answer = async () => {
      const { body, base64Encoded } = await session.send('Fetch.getResponseBody', { requestId });
      const text = base64Encoded ? Buffer.from(body, 'base64').toString('utf8') : body;
      const changed = request.method === 'OPTIONS' ? undefined : rewrite(text, request.url);
      if (changed === undefined) return session.send('Fetch.continueRequest', { requestId });
      const headers = (responseHeaders ?? []).filter(
        ({ name }) => !/^content-(length|encoding|security-policy)$/i.test(name),
      );
      return session.send('Fetch.fulfillRequest', {
        requestId,
        responseCode: responseStatusCode ?? 200,
        responseHeaders: headers,
        body: Buffer.from(changed).toString('base64'),
      });
    };
    // A request that is gone by the time its answer is ready (the page was left) needs none.
    answer().catch(() => undefined);
  });
  await session.send('Fetch.enable', {
    patterns: patterns.map((urlPattern) => ({ urlPattern, requestStage: 'Response' as const })),
  });
  return async () => {
    await session.send('Fetch.disable');
    await session.detach();
  };
}
