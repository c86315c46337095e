import { act } from 'preact/test-utils';
import { vi } from 'vitest';
import type { Author } from '../../../../src/model/author';
import type { Note } from '../../../../src/model/note';
import { toExactCount } from '../../../../src/model/values/count';
import { SidepanelApp } from '../../../../src/ui/sidepanel/sidepanel-app';
import type { CommentView } from '../../../../src/workers/comment-view/types';
import { AGREED, createFakePorts } from './fake-ports';
import { createFamily } from './provider-samples';
import { renderUi } from './render-ui';
import { NOTE_ID, createNote, createNotePage } from './samples';

const AT = 1_750_000_000_000;
export const AUTHOR_ID = '68000000000000000000000b';
const summary = {
  version: 1,
  noteId: NOTE_ID,
  total: 0,
  topLevel: 0,
  rows: 0,
  matches: 0,
  places: [],
  loading: false,
};
const emptyView: CommentView = {
  open: async () => summary,
  refresh: async () => summary,
  setQuery: async () => summary,
  setCollapsed: async () => summary,
  rows: async () => [],
  close: () => undefined,
};
export const ESTIMATE = {
  provider: 'tikhub-app-v2',
  calls: 1,
  cost: { USD: 0.01 },
  isCached: false,
  fitsBudget: true,
};
const rough = (raw: string, value: number) => ({ raw, value, approximate: true });
const told = { source: 'tikhub-app-v2', via: '/api/v1/xiaohongshu/app_v2/get_image_note_detail', at: AT };

/** As a guest sees it: rough counts, no place. */
export const AS_GUEST = createNote({
  text: 'A text',
  publishedAt: AT,
  counts: {
    likes: rough('1.2万', 12_000),
    collects: rough('10+', 10),
    comments: rough('10+', 10),
    shares: rough('10+', 10),
  },
});
export const FULL = createNote({
  text: 'A text',
  publishedAt: AT,
  place: 'Guangdong',
  counts: {
    likes: toExactCount(12_345),
    collects: toExactCount(17),
    comments: toExactCount(18),
    shares: toExactCount(19),
  },
  observed: { place: told, text: { source: 'page', via: 'ssr', at: AT } },
});
export const PROFILE: Author = {
  id: { kind: 'site', value: AUTHOR_ID },
  redId: '998877665',
  nickname: 'Invented author',
  desc: 'A bio of two\nlines',
  gender: 'female',
  place: 'Sichuan',
  verified: 'An invented brand',
  tags: [{ kind: 'profession', name: 'Baker' }],
  counts: {
    fans: toExactCount(4_321),
    follows: toExactCount(55),
    likedAndCollected: toExactCount(66_777),
    notes: toExactCount(88),
  },
  observed: { desc: { ...told, via: '/api/v1/xiaohongshu/app_v2/get_user_info' } },
  firstSeenAt: AT,
  lastSeenAt: AT,
};

export interface DetailsWorld {
  readonly note?: Note;
  readonly estimate?: object;
  readonly authorEstimate?: object;
  readonly author?: Author;
  readonly answers?: Record<string, (input: never) => unknown>;
}

export const NO_KEY = { calls: 1, isCached: false, fitsBudget: true, gap: 'no-key' };

/** The details of a note in the panel, with every estimate there. Timers must be fake; who opens it ends `page`. */
export async function openDetails({
  note = AS_GUEST,
  estimate,
  authorEstimate,
  author,
  answers,
}: DetailsWorld = {}) {
  const kept: { note: Note; author: Author | undefined } = { note, author };
  const fake = createFakePorts({
    answers: {
      'page.find': () => createNotePage(),
      'provider.list': () => [createFamily('tikhub', { state: 'ready', hasAccess: true })],
      'vault.find': () => ({ isSealed: false, isLocked: false }),
      'operation.estimate': ({ operation }: { operation: string }) =>
        operation === 'note.detail' ? (estimate ?? ESTIMATE) : (authorEstimate ?? NO_KEY),
      'settings.change': ({ patch }: { patch: object }) => ({ ...AGREED, ...patch }),
      ...answers,
    },
    readers: { findNote: async () => kept.note, findAuthor: async () => kept.author },
  });
  const page = await renderUi(<SidepanelApp commentView={emptyView} />, fake.ports);
  await page.click('radio', 'Details');
  await act(async () => {
    await vi.advanceTimersByTimeAsync(1_000);
  });
  const named = (name: string) => fake.calls.filter((call) => call.name === name).map(({ input }) => input);
  return { ...fake, page, kept, named };
}
