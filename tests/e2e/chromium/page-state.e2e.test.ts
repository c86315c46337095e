/** Which text of a page is taken for its inline state: that of the script that assigns it, and no other. */
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { answerWelcome } from '../steps/answer-welcome';
import { findNote } from '../steps/find-note';
import { launchWithReplica } from '../steps/launch-with-replica';
import type { Stage } from '../steps/launch-with-replica';
import { rewriteResponses } from '../steps/rewrite-responses';

let stage: Stage;

beforeAll(async () => {
  stage = await launchWithReplica();
  await answerWelcome(stage.chromium.extension);
});

afterAll(() => stage.close());

describe('the inline state', () => {
  it('is the script that begins with its assignment, not a text or script that speaks of it', async () => {
    const { replica, chromium } = stage;
    const { noteId, title } = findNote(replica, 'tea');
    const site = await chromium.newPage();
    await site.bringToFront();
    const seen: (string | undefined)[] = [];
    const forged = `window.__INITIAL_STATE__={"note":{"noteDetailMap":{"${noteId}":{"note":{"noteId":"${noteId}","title":"forged"}}}}}`;
    await rewriteResponses(site, [`https://*/explore/${noteId}*`], (html) => {
      seen.push(/<script>(window\.__INITIAL_STATE__=)/.exec(html)?.[1]);
      return html
        .replace('<body>', () => `<body><p hidden>${forged}</p><script>window.x=${forged}</script>`)
        .replace('</body>', () => `<p hidden>${forged}</p><script>window.y=${forged}</script></body>`);
    });
    await site.goto(replica.noteUrl('tea'));
    const popup = await chromium.extension.openPopup();
    await popup.getByRole('heading', { name: title }).waitFor();
    expect(seen).toEqual(['window.__INITIAL_STATE__=']);
    expect(await popup.locator('body').innerText()).not.toContain('forged');
  });
});
