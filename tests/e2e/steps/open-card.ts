import type { Page } from 'playwright-core';

/** Clicks the cover of a card of the list in front; the id of its note, once the address names it. */
export async function openCard(site: Page, index: number): Promise<string> {
  const card = site.locator(`.laid-out section.note-item[data-index="${index}"]`);
  const href = await card.locator('a').first().getAttribute('href');
  const noteId = /[0-9a-f]{24}$/.exec(href ?? '')?.[0];
  if (noteId === undefined) throw new Error(`Card ${index} leads to ${href ?? 'nothing'}, which is no note.`);
  await card.locator('a.cover').click();
  await site.waitForURL((url) => url.pathname.endsWith(noteId));
  return noteId;
}
