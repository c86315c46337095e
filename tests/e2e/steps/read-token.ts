import type { Page } from 'playwright-core';

/** What the side panel says of a note's address. */
export interface ShownToken {
  readonly noteId: string;
  readonly token: string;
  readonly source: string;
}

/** How long one look waits: looks are repeated while the panel is still busy. */
const limit = { timeout: 2_000 };

/** Turns the side panel to the details and reads the ids it shows; throws while it shows no note. English only. */
export async function readToken(panel: Page): Promise<ShownToken> {
  await panel.getByRole('radio', { name: 'Details' }).check(limit);
  const valueOf = async (label: string) => {
    const term = panel.getByRole('term').filter({ hasText: label });
    return ((await term.locator('xpath=following-sibling::dd/span').textContent(limit)) ?? '').trim();
  };
  return {
    noteId: await valueOf('note_id'),
    token: await valueOf('xsec_token'),
    source: await valueOf('xsec_source'),
  };
}
