/**
 * Real saved pages under the site's own host name, in the real popup. They are strangers' pages: what is compared are
 * digests, so that no failure prints any of it.
 */
import { createHash } from 'node:crypto';
import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { evaluateSample, listSamples, SAMPLES_DIR } from '../../support/real-samples';
import { waitFor } from '../../support/wait-for';
import { answerWelcome } from '../steps/answer-welcome';
import { launchWithReplica } from '../steps/launch-with-replica';
import type { Stage } from '../steps/launch-with-replica';

/** The part of the page's own state that is compared, as its script makes it (server-rendered pages, 2025-12). */
interface RawState {
  readonly note: {
    readonly noteDetailMap: Readonly<Record<string, { readonly note: Partial<RawNote> }>>;
    readonly serverRequestInfo: { readonly state: string; readonly errorCode: number };
  };
}

interface RawNote {
  readonly title: string;
  readonly type: 'normal' | 'video';
  readonly user: { readonly nickname: string };
  readonly interactInfo: Readonly<
    Record<'likedCount' | 'collectedCount' | 'commentCount' | 'shareCount', string>
  >;
  readonly tagList: readonly { readonly name: string }[];
  readonly imageList: readonly unknown[];
  readonly video?: { readonly capa: { readonly duration: number } };
}

/** What the popup says of a note. */
interface PopupNote {
  readonly title: string;
  /** Every piece of text above the counts. */
  readonly head: readonly string[];
  readonly counts: readonly string[];
  readonly tags: readonly string[];
}

/** Tags beyond these are only counted in the popup. */
const SHOWN_TAGS = 6;
/** What the popup says where the site's state has this code. */
const REFUSALS: Readonly<Record<number, RegExp>> = {
  [-510000]: /The note does not exist/,
  [-510001]: /it may be under review/,
};

const pages = listSamples('ssr-note-html')
  .filter((path) => path.endsWith('.html'))
  .map((path) => {
    const state = evaluateSample(path) as RawState;
    const noteId = /\.([0-9a-f]{24})\.html$/.exec(path)?.[1] ?? '';
    return { noteId, request: state.note.serverRequestInfo, note: state.note.noteDetailMap[noteId]?.note };
  });

let stage: Stage;
let site: Page;

describe.skipIf(!SAMPLES_DIR)('real saved pages in the popup', () => {
  beforeAll(async () => {
    stage = await launchWithReplica({
      replica: SAMPLES_DIR === undefined ? {} : { samplesDir: SAMPLES_DIR },
      chromium: { session: 'guest' },
    });
    await answerWelcome(stage.chromium.extension);
    site = await stage.chromium.newPage();
  });

  afterAll(() => stage.close());

  test('there are pages of both kinds, and refused ones', () => {
    const kinds = new Set(
      pages.map(({ note, request }) => (request.state === 'success' ? note?.type : request.errorCode)),
    );
    expect([...kinds].toSorted()).toEqual([-510000, -510001, 'normal', 'video'].toSorted());
  });

  test.for(pages.map((page, index) => [index, page] as const))(
    'page %i says its own note or its own refusal',
    async ([, { noteId, request, note }]) => {
      await site.bringToFront();
      await site.goto(`https://www.xiaohongshu.com/explore/${noteId}`, { waitUntil: 'domcontentloaded' });
      const popup = await stage.chromium.extension.openPopup();
      try {
        if (request.state === 'success') {
          await expectNote(popup, note as RawNote);
          return;
        }
        await popup.getByText('The site does not show this note').waitFor();
        expect(await popup.getByRole('main').innerText()).toMatch(REFUSALS[request.errorCode] ?? /^$/);
        expect(await popup.getByRole('article').count()).toBe(0);
      } finally {
        await closePopup(popup);
      }
    },
  );
});

async function expectNote(popup: Page, raw: RawNote): Promise<void> {
  const shown = await waitFor(
    async () => {
      const note = await readPopup(popup);
      return note && digest(note.title) === digest(raw.title) && note;
    },
    { what: 'the note’s own title in the popup' },
  );
  expect(shown.head.map(digest)).toContain(digest(raw.user.nickname));
  expect(shown.head).toContain(raw.type === 'video' ? 'Video' : `Pictures · ${raw.imageList.length}`);
  const seconds = raw.video?.capa.duration;
  if (seconds !== undefined) expect(shown.head).toContain(toClock(seconds));
  const { likedCount, collectedCount, commentCount, shareCount } = raw.interactInfo;
  expect(shown.counts).toEqual([likedCount, collectedCount, commentCount, shareCount]);
  const names = raw.tagList.map(({ name }) => `#${name}`);
  expect(shown.tags.slice(0, SHOWN_TAGS).map(digest)).toEqual(names.slice(0, SHOWN_TAGS).map(digest));
  expect(shown.tags.slice(SHOWN_TAGS)).toEqual(
    names.length > SHOWN_TAGS ? [`${names.length - SHOWN_TAGS} more`] : [],
  );
}

/** What the popup shows of a note now; `undefined` while it shows none. */
async function readPopup(popup: Page): Promise<PopupNote | undefined> {
  return popup.evaluate(() => {
    const article = document.querySelector('article');
    const head = article?.querySelector('header');
    if (!article || !head) return undefined;
    const textOf = (element: Element) => (element.textContent ?? '').trim();
    return {
      title: textOf(head.querySelector('h2') ?? head),
      head: [...head.querySelectorAll('*')].map(textOf),
      counts: [...article.querySelectorAll('dl dd')].map(textOf),
      tags: [...article.querySelectorAll('ul[aria-label="Tags"] li')].map(textOf),
    };
  });
}

/** The next one is another popup: until this one has gone it would be found instead. */
async function closePopup(popup: Page): Promise<void> {
  const { extension } = stage.chromium;
  await popup.close();
  await waitFor(
    async () =>
      !(await extension.listOpenViews()).some((url) => url.startsWith(extension.urlOf('popup.html'))),
    { what: 'the popup to be closed' },
  );
}

function digest(text: string): string {
  return createHash('sha256').update(text).digest('hex').slice(0, 12);
}

function toClock(seconds: number): string {
  return `${Math.floor(seconds / 60)}:${String(seconds % 60).padStart(2, '0')}`;
}
