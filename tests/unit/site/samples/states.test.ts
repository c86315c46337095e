import { describe, expect, it } from 'vitest';
import { parseInitialState } from '../../../../src/site/initial-state';
import { parseAuthorState, parseFeedState } from '../../../../src/site/states/list-states';
import { parseNoteState } from '../../../../src/site/states/note-state';
import {
  evaluateSample,
  findObjects,
  listSamples,
  readSample,
  SAMPLES_DIR,
} from '../../../support/real-samples';
import { expectCount, expectSame, expectPerson, orAbsent, overHttps, pick, pickList } from './compare';
import { expectInteraction, expectNote, expectThreads } from './compare-note';

/** The note id stands between the first and the last dot of a page's file name. */
const noteIdOf = (path: string) => path.split('/').pop()?.split('.')[1] ?? '';

describe.skipIf(!SAMPLES_DIR)('real states', () => {
  const pages = listSamples().filter((path) => path.startsWith('ssr-note-html/'));
  const stateNamed = (start: string) =>
    listSamples('state').find((path) => path.startsWith(`state/${start}`)) ?? '';

  it('are there', () => {
    expect(pages.length).toBeGreaterThan(5);
  });

  it.each(pages)('server page %#: equals what the page itself would see', (path) => {
    const noteId = noteIdOf(path);
    const raw = evaluateSample(path);
    // The script's own text, up to the first closing tag: `/` is written as an escape in the state.
    const text = /<script>(window\.__INITIAL_STATE__=[\s\S]*?)<\/script/.exec(readSample(path))?.[1];
    const sightings = parseNoteState(parseInitialState(text ?? ''), noteId);
    const rawNote = pick(raw, 'note', 'noteDetailMap', noteId, 'note');
    const errorCode = pick(raw, 'note', 'serverRequestInfo', 'errorCode');
    expectSame(sightings.viewer?.loggedIn, pick(raw, 'user', 'loggedIn'), 'state');
    expectSame(sightings.viewer?.userId, orAbsent(pick(raw, 'user', 'userInfo', 'userId')), 'state');
    expectSame(sightings.comments, undefined, 'comments');
    if (errorCode !== 0) {
      expectSame(sightings.refusal, { code: errorCode, noteId }, 'state');
      const standing = errorCode === -510000 ? 'removed' : 'under-review';
      expectSame(sightings.notes, [{ noteId, fields: { standing }, counts: {} }], 'state');
      return;
    }
    expectSame(sightings.refusal, undefined, 'refusal');
    expectSame(sightings.notes?.length, 1, 'notes');
    expectNote(sightings.notes?.[0], rawNote, 'note');
    expectSame(sightings.notes?.[0]?.token, { xsecToken: pick(rawNote, 'xsecToken') }, 'state');
    const videoId = sightings.notes?.[0]?.fields.video?.videoId;
    if (videoId !== undefined) expectSame(text?.includes(`"videoId":${videoId},`), true, 'video id');
  });

  it('hydrated map: each note with its own comments, ghost keys without', () => {
    const map = evaluateSample(stateNamed('noteDetailMap')) as Record<string, unknown>;
    let compared = 0;
    for (const [noteId, entry] of Object.entries(map)) {
      const sightings = parseNoteState({ note: { noteDetailMap: map } }, noteId);
      const rawNote = pick(entry, 'note') as Record<string, unknown>;
      if (Object.keys(rawNote).length === 0) {
        expectSame(sightings, { viewer: {} }, 'state');
        continue;
      }
      compared++;
      expectNote(sightings.notes?.[0], rawNote, 'note');
      const page = sightings.comments;
      expectThreads(page?.comments ?? [], pickList(entry, 'comments', 'list'));
      expectSame(
        [page?.nextCursor, page?.hasMore, page?.whole, page?.noteId],
        [orAbsent(pick(entry, 'comments', 'cursor')), pick(entry, 'comments', 'hasMore'), true, noteId],
        'page',
      );
      for (const root of pickList(entry, 'comments', 'list')) {
        expectSame(
          page?.threads[String(pick(root, 'id'))],
          { hasMore: pick(root, 'subCommentHasMore') },
          'state',
        );
      }
    }
    expectSame(compared, 2, 'state');
  });

  it('explore state: every card', () => {
    const raw = evaluateSample(stateNamed('explore-feed'));
    const sightings = parseFeedState(raw);
    const items = findObjects(pick(raw, 'feed', 'feeds'), (object) => object['modelType'] === 'note');
    expectSame(
      sightings.notes?.map((note) => note.noteId),
      items.map((item) => item['id']),
      'state',
    );
    expectSame(
      sightings.listing,
      {
        kind: 'feeds',
        key: pick(raw, 'feed', 'currentChannel'),
        noteIds: items.map((item) => item['id']),
      },
      'state',
    );
    items.forEach((item, index) => expectCard(sightings.notes?.[index], item));
  });

  it.each(['user-profile-state.2024-11.meuccibear.json', 'user-profile-state.2024-11.meuccibear.as-is'])(
    'profile state %#: the profile and the tab in front',
    (start) => {
      const path = stateNamed(start);
      const raw = evaluateSample(path);
      const state = path.endsWith('.txt') ? parseInitialState(readSample(path)) : raw;
      const userId = 'a'.repeat(24);
      const sightings = parseAuthorState(state, userId);
      const owner = pick(raw, 'user', 'userPageData');
      const author = sightings.authors?.[0];
      const countOf = (type: string) =>
        pick(
          pickList(owner, 'interactions').find((entry) => pick(entry, 'type') === type),
          'count',
        );
      expectSame(author?.id, { kind: 'site', value: userId }, 'state');
      expectSame(
        author?.fields,
        {
          nickname: pick(owner, 'basicInfo', 'nickname'),
          redId: pick(owner, 'basicInfo', 'redId'),
          desc: pick(owner, 'basicInfo', 'desc'),
          gender: ['male', 'female', 'unknown'][pick(owner, 'basicInfo', 'gender') as number],
          place: orAbsent(pick(owner, 'basicInfo', 'ipLocation')),
          avatarUrl: overHttps(pick(owner, 'basicInfo', 'images')),
          tags: pickList(owner, 'tags')
            .filter((tag) => orAbsent(pick(tag, 'name')) !== undefined)
            .map((tag) => ({ kind: pick(tag, 'tagType'), name: pick(tag, 'name') })),
        },
        'state',
      );
      expectCount(author?.counts.follows, countOf('follows'), 'follows');
      expectCount(author?.counts.fans, countOf('fans'), 'fans');
      expectCount(author?.counts.likedAndCollected, countOf('interaction'), 'liked and collected');
      const list = pickList(raw, 'user', 'notes')[
        pick(raw, 'user', 'activeTab', 'index') as number
      ] as unknown[];
      expect(list.length).toBeGreaterThan(0);
      expectSame(
        sightings.listing?.key,
        `${userId}:${String(pick(raw, 'user', 'activeTab', 'query'))}`,
        'state',
      );
      expectSame(
        sightings.notes?.map((note) => note.noteId),
        list.map((item) => pick(item, 'id')),
        'state',
      );
      list.forEach((item, index) => expectCard(sightings.notes?.[index], item));
    },
  );
});

function expectCard(
  note: NonNullable<ReturnType<typeof parseFeedState>['notes']>[number] | undefined,
  item: unknown,
): void {
  const card = pick(item, 'noteCard');
  expectSame(note?.fields.type, pick(card, 'type'), 'state');
  expectSame(note?.fields.title, orAbsent(pick(card, 'displayTitle')), 'state');
  expectSame(note?.token, { xsecToken: pick(item, 'xsecToken') }, 'state');
  expectPerson(note?.fields.author, pick(card, 'user'), 'card author');
  if (note) expectInteraction(note, card, 'card');
}
