import type { Page } from 'playwright-core';
import type { RunningChromium } from '../support/chromium';
import { waitFor } from '../support/wait-for';
import { toProgram } from './to-program';

/** The database of the extension, version 1; written into directly, as no page could load so much. */
const DATABASE = 'hongshu-companion';

/**
 * A page of the extension whose database holds `count` invented comments of one note: a fifth top-level, the others
 * replies, 615 bytes each as JSON like those of the site.
 */
export async function openPageWithComments(
  chromium: RunningChromium,
  noteId: string,
  count: number,
): Promise<Page> {
  const page = await chromium.extension.openPage('options.html');
  // The background makes the database when it is first asked about it.
  await page.evaluate(`chrome.runtime.sendMessage({ to: 'background', name: 'storage.measure', input: {} })`);
  await waitFor(async () => (await chromium.extension.listDatabases()).includes(DATABASE), {
    what: 'the database',
  });
  await page.evaluate(toFill(noteId, count));
  return page;
}

/** Reads all comments of the note, 2,000 at a time, and does nothing with them: the floor. Answers milliseconds. */
export async function readBare({ name, noteId }: { name: string; noteId: string }): Promise<number> {
  const began = performance.now();
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open(name);
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(new Error(String(opening.error)));
  });
  let after: IDBKeyRange = IDBKeyRange.bound([noteId], [noteId, []]);
  for (;;) {
    const rows = await new Promise<{ commentId: string }[]>((resolve, reject) => {
      const reading = database.transaction('comments').objectStore('comments').getAll(after, 2_000);
      reading.onsuccess = () => resolve(reading.result as { commentId: string }[]);
      reading.onerror = () => reject(new Error(String(reading.error)));
    });
    const last = rows[1_999];
    if (!last) break;
    after = IDBKeyRange.bound([noteId, last.commentId], [noteId, []], true);
  }
  database.close();
  return performance.now() - began;
}

/** Text of a program that runs `readBare` where it is evaluated. */
export function toBareRead(noteId: string): string {
  return toProgram(readBare, { name: DATABASE, noteId });
}

/** Text of a program that writes the comments where it is evaluated: a page of the extension, in any browser. */
export function toFill(noteId: string, count: number): string {
  return toProgram(fillDatabase, { name: DATABASE, noteId, count });
}

/** Runs in the page. */
async function fillDatabase({
  name,
  noteId,
  count,
}: {
  name: string;
  noteId: string;
  count: number;
}): Promise<void> {
  const toId = (number: number) => (0x65_00_00_00 + number).toString(16) + 'b'.repeat(16);
  const texts = [
    '这个颜色真的很好看',
    '请问在哪里买的？',
    '已经下单了，期待',
    '=SUM(A1:A9) "quoted", text',
    '多少钱[哭惹R]\n第二行',
  ];
  const places = ['上海', '北京', '广东', '浙江', '四川', '美国'];
  const personOf = (number: number) => ({
    id: { kind: 'site', value: toId(number % 9_973) },
    nickname: `用户${number % 9_973}`,
    avatarUrl: `https://sns-avatar-qc.xhscdn.com/avatar/${toId(number)}.jpg?imageView2/2/w/120/format/jpg`,
    xsecToken: `AB${'x'.repeat(43)}=`,
  });
  const commentOf = (number: number) => {
    const root = number - (number % 5);
    const reply = {
      rootCommentId: toId(root),
      replyTo: { commentId: toId(root), author: personOf(root) },
    };
    const top = { replyCount: { raw: '4', value: 4, approximate: false }, position: (root * 7_919) % count };
    return {
      commentId: toId(number),
      noteId,
      author: personOf(number),
      content: `${texts[number % texts.length] ?? ''} ${number} ${'字'.repeat(number % 40)}`,
      createdAt: (0x65_00_00_00 + number) * 1_000,
      place: places[number % places.length],
      likes: { raw: String(number % 300), value: number % 300, approximate: false },
      ...(number === root ? top : reply),
      observed: { source: 'page', via: 'comment-page', at: 1_760_000_000_000 },
      firstSeenAt: 1_760_000_000_000,
    };
  };
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const opening = indexedDB.open(name);
    opening.onsuccess = () => resolve(opening.result);
    opening.onerror = () => reject(new Error(String(opening.error)));
  });
  for (let start = 0; start < count; start += 2_000) {
    await new Promise<void>((resolve, reject) => {
      const transaction = database.transaction('comments', 'readwrite');
      transaction.oncomplete = () => resolve();
      transaction.onerror = () => reject(new Error(String(transaction.error)));
      const store = transaction.objectStore('comments');
      for (let number = start; number < Math.min(count, start + 2_000); number += 1)
        store.put(commentOf(number));
    });
  }
  database.close();
}
