import type { ChromiumExtension } from '../../support/browsers/chromium-extension';

/** What is written: notes from number 0 on, and under the first ones comments. */
export interface StoredShelf {
  readonly notes: number;
  /** How many of the notes have comments stored, and how many each. */
  readonly withComments: number;
  readonly commentsEach: number;
}

/** Id of the note with that number, in the site's form. */
export const toShelfNoteId = (number: number): string => `65${number.toString(16).padStart(22, '0')}`;

/**
 * Writes invented notes and comments straight into the extension's database, in the shape that is stored there. Note
 * `n` is called 笔记 n, by 作者 n % 7; every third is a video; of every second note with comments the site says it has
 * twice as many. Comment `c` of note `n` says 第 c 条 of it; every hundredth asks whether there is 海盐柠檬.
 */
export async function storeNotes(extension: ChromiumExtension, shelf: StoredShelf): Promise<void> {
  await extension.evaluate(`(${writeInExtension.toString()})(${JSON.stringify(shelf)})`);
}

/** Sent to the extension's origin as text, so it refers to nothing outside itself. */
async function writeInExtension({ notes, withComments, commentsEach }: StoredShelf): Promise<void> {
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('hongshu-companion');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error as Error);
  });
  const begin = Date.UTC(2026, 0, 1);
  const toId = (lead: string, number: number) => `${lead}${number.toString(16).padStart(22, '0')}`;
  const toCount = (value: number) => ({ raw: String(value), value, approximate: false });
  const person = (lead: string, number: number, nickname: string) => ({
    id: { kind: 'site', value: toId(lead, number) },
    nickname,
  });
  const run = async (names: string[], write: (stores: IDBObjectStore[]) => void) => {
    const transaction = database.transaction(names, 'readwrite');
    write(names.map((name) => transaction.objectStore(name)));
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onerror = () => reject(transaction.error as Error);
    });
  };
  await run(['notes', 'commentLists'], ([noteStore, lists]) => {
    for (let number = 0; number < notes; number += 1) {
      const noteId = toId('65', number);
      const stored = number < withComments ? commentsEach : 0;
      const seen = {
        source: number % 5 === 4 ? 'tikhub-app-v2' : 'page',
        via: 'invented',
        at: begin + number,
      };
      noteStore?.put({
        noteId,
        type: number % 3 === 2 ? 'video' : 'normal',
        title: `笔记 ${number}`,
        text: `正文 ${number} #露营[话题]#`,
        author: person('5f', number % 7, `作者 ${number % 7}`),
        publishedAt: begin - number * 3_600_000,
        place: ['上海', '广东'][number % 2],
        topics: [{ name: number % 2 ? '露营' : '咖啡' }],
        counts: {
          likes: toCount((number * 37) % 1_000),
          comments: toCount(number % 2 ? stored * 2 : stored),
        },
        tokens: [{ xsecToken: `token-${number}=`, xsecSource: 'pc_feed', from: 'url', seenAt: begin }],
        host: 'www.xiaohongshu.com',
        observed: { title: seen, text: seen },
        firstSeenAt: begin,
        lastSeenAt: begin + number * 1_000,
      });
      if (stored > 0) lists?.put({ noteId, hasMore: number % 2 === 1, updatedAt: begin + number });
    }
  });
  for (let number = 0; number < withComments; number += 1) {
    await run(['comments'], ([comments]) => {
      for (let each = 0; each < commentsEach; each += 1) {
        const asks = each % 100 === 7;
        comments?.put({
          noteId: toId('65', number),
          commentId: toId(`6${number % 10}`, number * commentsEach + each),
          author: person('5e', each % 50, `读者 ${each % 50}`),
          ...(each % 10 === 0 ? { byNoteAuthor: true } : {}),
          content: asks ? `有没有海盐柠檬味的？ ${number}-${each}` : `第 ${each} 条 很好吃`,
          createdAt: begin + (number * commentsEach + each) * 1_000,
          place: ['上海', '广东', '四川', '北京'][each % 4],
          likes: toCount(each),
          position: each,
          observed: { source: 'page', via: 'comment-page', at: begin },
          firstSeenAt: begin,
        });
      }
    });
  }
  database.close();
}
