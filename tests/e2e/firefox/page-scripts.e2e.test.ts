import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startReplica } from '../../replica/start';
import type { Replica } from '../../replica/types';
import { buildExtension } from '../../support/built-extension';
import { launchFirefox } from '../../support/firefox';
import type { RunningFirefox } from '../../support/firefox';
import { waitFor } from '../../support/wait-for';

let replica: Replica;
let firefox: RunningFirefox;

beforeAll(async () => {
  replica = await startReplica({});
  firefox = await launchFirefox({
    replica,
    extensionDir: await buildExtension('firefox'),
    session: 'member',
  });
  const capture = { notes: true, authors: false, feeds: false, searches: false, notifications: false };
  const call = { to: 'background', name: 'consent.answer', input: { agreed: true, capture } };
  await firefox.extension.evaluate(`browser.runtime.sendMessage(${JSON.stringify(call)})`);
});

afterAll(async () => {
  await firefox?.close();
  await replica?.close();
});

describe('the page scripts in Firefox', () => {
  it('pass the line between the worlds, copy the comments, and keep the face of the request functions', async () => {
    const page = await firefox.newPage();
    await page.goto(replica.noteUrl('tea'));
    await page.waitForSelector('.comment-item');
    const face = await page.evaluate(() => ({
      texts: [window.fetch, XMLHttpRequest.prototype.send].map((each) =>
        Function.prototype.toString.call(each).replace(/\s+/g, ' '),
      ),
      names: [window.fetch.name, XMLHttpRequest.prototype.send.name],
      ours: Reflect.ownKeys(window).filter((key) => /hongshu/i.test(String(key))).length,
    }));
    // A Proxy has no name in its text: the observer wraps only after the content script has taken the line.
    expect(face.texts).toEqual(Array(2).fill('function () { [native code] }'));
    expect(face.names).toEqual(['fetch', 'send']);
    expect(face.ours).toBe(0);
    const served = replica.servedCommentIds(new URL(page.url()).pathname.split('/').at(-1) ?? '');
    expect(served.length).toBeGreaterThan(5);
    await waitFor(
      async () => {
        const names = await firefox.extension.listDatabases();
        const stored = JSON.stringify(
          await Promise.all(names.map((name) => firefox.extension.readDatabase(name))),
        );
        return served.every((id) => stored.includes(id));
      },
      { what: 'all comments that the page was served to be stored' },
    );
    await page.close();
  });
});
