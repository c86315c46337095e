// @vitest-environment happy-dom
import { afterEach, describe, expect, it } from 'vitest';
import { pageEn } from '../../../../src/i18n/en/page';
import type { PageRef } from '../../../../src/model/page-ref';
import type { CaptureKinds } from '../../../../src/model/settings';
import { PopupApp } from '../../../../src/ui/popup/popup-app';
import type { Ports } from '../../../../src/ui/shell/ports';
import { AGREED, createFakePorts } from '../support/fake-ports';
import { renderUi, type Rendered } from '../support/render-ui';
import { createNote, createNotePage } from '../support/samples';

let shown: Rendered | undefined;
afterEach(() => shown?.end());

const HOST = 'www.rednote.com';
const PERSON = '68000000000000000000000b';

async function open(
  ref: PageRef,
  readers: Partial<Ports['readers']> = {},
  capture: Partial<CaptureKinds> = { feeds: true, searches: true, authors: true, notifications: true },
) {
  const page = createNotePage({ ref });
  delete page.note;
  const fake = createFakePorts({
    readers,
    settings: { ...AGREED, capture: { ...AGREED.capture, ...capture } },
    answers: { 'page.find': () => page },
  });
  shown = await renderUi(<PopupApp />, fake.ports);
  return { ...fake, page: shown };
}

const kept = { count: 31, newest: [createNote({ title: 'Kept of this list' })] };

describe('popup on a page of the site without a note', () => {
  it.each([
    ['feed', { kind: 'feed', host: HOST, channel: 'homefeed.food' }, 'feeds', 'homefeed.food'],
    ['search', { kind: 'search', host: HOST, keyword: 'tea' }, 'searches', 'tea'],
    ['topic', { kind: 'topic', host: HOST, keyword: 'tea' }, 'searches', 'tea'],
  ] as const)('shows what is kept of a %s', async (_, ref, kind, key) => {
    const asked: unknown[] = [];
    const { page } = await open(ref, { findListing: async (wanted) => (asked.push(wanted), kept) });
    expect(asked).toEqual([expect.objectContaining({ kind, key })]);
    expect(page.text()).toContain('31 notes of this list are kept.');
    expect(page.text()).toContain('Kept of this list');
    expect(page.has('button', 'Turn on in the options')).toBe(false);
  });

  it('grows while the page is read', async () => {
    let count = 1;
    const { page, emit } = await open(
      { kind: 'feed', host: HOST },
      { findListing: async () => ({ ...kept, count }) },
    );
    expect(page.text()).toContain('1 note of this list is kept.');
    count = 20;
    emit('note.changed', { noteId: 'any' });
    await page.settle();
    expect(page.text()).toContain('20 notes of this list are kept.');
  });

  it('shows the profile and the kept notes of an author', async () => {
    const asked: unknown[] = [];
    const { page } = await open(
      { kind: 'author', host: HOST, userId: PERSON },
      {
        findAuthor: async (id) => ({
          id,
          nickname: 'Known person',
          counts: {},
          observed: {},
          firstSeenAt: 1,
          lastSeenAt: 1,
        }),
        findNotesByAuthor: async (id) => (asked.push(id), kept),
      },
    );
    expect(asked).toEqual([{ kind: 'site', value: PERSON }]);
    expect(page.text()).toContain('Known person');
    expect(page.text()).toContain('31 notes of this author are kept.');
  });

  it('shows who sent the newest notifications, what, and when', async () => {
    const message = {
      id: '1',
      type: 'comment/comment',
      title: 'answered your comment',
      content: 'Invented answer',
      at: Date.now() - 3 * 3_600_000,
      from: { id: { kind: 'site', value: PERSON }, nickname: 'Invented friend' },
      firstSeenAt: 1,
      lastSeenAt: 1,
    } as const;
    const { page } = await open(
      { kind: 'notifications', host: HOST },
      { listNotifications: async () => [message] },
    );
    expect(page.text()).toMatch(/Invented friend.*answered your comment.*Invented answer.*3 hours ago/);
  });

  it.each([
    [{ kind: 'feed', host: HOST }, 'feeds'],
    [{ kind: 'search', host: HOST, keyword: 'tea' }, 'searches'],
    [{ kind: 'author', host: HOST, userId: PERSON }, 'authors'],
    [{ kind: 'notifications', host: HOST }, 'notifications'],
  ] as const)('says that its switch is off and leads there: %o', async (ref, kind) => {
    const { page, asked } = await open(ref, {}, { [kind]: false });
    expect(page.text()).toContain(pageEn[`page.off-${kind}`]);
    await page.click('button', 'Turn on in the options');
    expect(asked).toEqual(['page options']);
  });

  it('says so when nothing of it is kept, and when it cannot be read', async () => {
    const first = await open({ kind: 'search', host: HOST, keyword: 'tea' });
    expect(first.page.text()).toContain('No note of this list is kept yet.');
    first.page.end();
    const broken = () => Promise.reject(new Error('no database'));
    const second = await open({ kind: 'notifications', host: HOST }, { listNotifications: broken });
    expect(second.page.text()).not.toContain('No notification is kept yet.');
    expect(second.page.has('button', 'Try again')).toBe(true);
  });
});
