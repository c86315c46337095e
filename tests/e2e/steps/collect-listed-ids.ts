import type { Page } from 'playwright-core';

/** Scrolls the side panel's list of comments from its beginning to its end; every comment's id, in its order, once. */
export async function collectListedIds(panel: Page): Promise<string[]> {
  const list = panel.getByRole('feed', { name: 'List of comments' });
  const total = Number(await list.getByRole('article').first().getAttribute('aria-setsize'));
  const byPlace = new Map<number, string>();
  await list.evaluate((element) => element.scrollTo(0, 0));
  while (byPlace.size < total) {
    const before = byPlace.size;
    // Rows that are still being read have no id yet; the next look sees them.
    await list.locator('[aria-busy]').first().waitFor({ state: 'detached' });
    const rows = await list.getByRole('article').evaluateAll((articles) =>
      articles.map((article) => ({
        place: Number(article.getAttribute('aria-posinset')),
        id: article.querySelector('[data-comment-id]')?.getAttribute('data-comment-id') ?? undefined,
      })),
    );
    for (const { place, id } of rows) if (id !== undefined) byPlace.set(place, id);
    const isAtEnd = await list.evaluate(
      (element) => element.scrollTop + element.clientHeight >= element.scrollHeight - 1,
    );
    if (isAtEnd && byPlace.size === before) break;
    // Half a screen: the list corrects its heights as rows are measured, and nothing may slip past a look.
    await list.evaluate((element) => element.scrollBy(0, element.clientHeight / 2));
  }
  return [...byPlace].sort(([a], [b]) => a - b).map(([, id]) => id);
}
