import type { Page } from 'playwright-core';

/** What the side panel says of a note's address. */
export interface ShownToken {
  readonly noteId: string;
  readonly token: string;
  readonly source: string;
}

/** Turns the side panel to the details and reads the ids it shows. English only. */
export async function readToken(panel: Page): Promise<ShownToken> {
  await panel.getByRole('radio', { name: 'Details' }).check();
  const valueOf = async (label: string) => {
    const term = panel.getByRole('term').filter({ hasText: label });
    return ((await term.locator('xpath=following-sibling::dd/span').textContent()) ?? '').trim();
  };
  return {
    noteId: await valueOf('note_id'),
    token: await valueOf('xsec_token'),
    source: await valueOf('xsec_source'),
  };
}
