import type { ChromiumExtension } from '../../support/browsers/chromium-extension';

/** What is written of each comment; `number` (0-based) makes its id, text, time and likes. */
export interface StoredLook {
  readonly noteId: string;
  readonly count: number;
  /** Every so many comments one is top-level; the ones between are its replies. */
  readonly threadSize: number;
}

/** Id of the comment with that number, in the site's form. */
export function toStoredId(number: number): string {
  return `66${number.toString(16).padStart(22, '0')}`;
}

/** Text of the comment with that number: every thousandth is one to be found, others have what a file must quote. */
export function toStoredText(number: number): string {
  if (number % 1_000 === 7) return `海盐柠檬 ${number}`;
  return number % 10 === 3
    ? `=1+${number}, "quoted"\n第二行`
    : `评论 ${number} ${'很好吃'.repeat((number % 30) + 1)}`;
}

/** Likes of the comment with that number. */
export function toStoredLikes(number: number): number {
  return (number * 7_919) % 100_003;
}

/**
 * Writes invented comments of one note straight into the extension's database, in the shape that is stored there: the
 * site would take an hour to send as many.
 */
export async function storeComments(extension: ChromiumExtension, look: StoredLook): Promise<void> {
  const source = [toStoredId, toStoredText, toStoredLikes].map((make) => make.toString()).join('\n');
  await extension.evaluate(`(async () => {
    ${source}
    return (${writeInExtension.toString()})(${JSON.stringify(look)}, { toStoredId, toStoredText, toStoredLikes });
  })()`);
}

interface Makers {
  toStoredId(number: number): string;
  toStoredText(number: number): string;
  toStoredLikes(number: number): number;
}

/** Sent to the extension's origin as text, so it refers to nothing outside itself. */
async function writeInExtension(look: StoredLook, make: Makers): Promise<void> {
  const { noteId, count, threadSize } = look;
  const database = await new Promise<IDBDatabase>((resolve, reject) => {
    const request = indexedDB.open('hongshu-companion');
    request.onsuccess = () => resolve(request.result);
    request.onerror = () => reject(request.error as Error);
  });
  const toCount = (value: number) => ({ raw: String(value), value, approximate: false });
  const begin = Date.UTC(2026, 0, 1);
  const perTransaction = 2_000;
  for (let from = 0; from < count; from += perTransaction) {
    const transaction = database.transaction('comments', 'readwrite');
    const store = transaction.objectStore('comments');
    for (let number = from; number < Math.min(count, from + perTransaction); number += 1) {
      const place = number % threadSize;
      const rootCommentId = make.toStoredId(number - place);
      store.put({
        noteId,
        commentId: make.toStoredId(number),
        ...(place === 0
          ? { replyCount: toCount(Math.min(threadSize, count - number) - 1), position: number / threadSize }
          : { rootCommentId, replyTo: { commentId: rootCommentId }, position: place - 1 }),
        author: {
          id: { kind: 'site', value: make.toStoredId(number % 5_000) },
          nickname: `读者${number % 5_000}`,
          avatarUrl: 'https://sns-avatar-qc.xhscdn.com/avatar/invented.jpg',
        },
        content: make.toStoredText(number),
        createdAt: begin + number * 1_000,
        place: ['上海', '广东', '四川', '北京'][number % 4],
        likes: toCount(make.toStoredLikes(number)),
        observed: { source: 'page', via: 'comment-page', at: begin },
        firstSeenAt: begin,
      });
    }
    await new Promise<void>((resolve, reject) => {
      transaction.oncomplete = () => resolve();
      transaction.onerror = () => reject(transaction.error as Error);
    });
  }
  database.close();
}
