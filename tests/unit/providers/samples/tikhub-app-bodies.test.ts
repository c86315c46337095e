import { describe, expect, it } from 'vitest';
import type { OperationInput, OperationName } from '../../../../src/model/providers/operation';
import type { OperationOutput } from '../../../../src/model/providers/operation-output';
import type { Endpoint, Provider } from '../../../../src/providers/provider';
import { readAnswer } from '../../../../src/providers/read-answer';
import { tikhubApp } from '../../../../src/providers/tikhub-app';
import { tikhubAppV2 } from '../../../../src/providers/tikhub-app-v2';
import { evaluateSample, listSamples, readSample, SAMPLES_DIR } from '../../../support/real-samples';
import { expectCount, expectSame, orAbsent, pick, pickList } from '../../site/samples/compare';
import { expectAppComments, expectAppNote, isSiteId, shown } from './compare-app';
import { fillRedacted } from './fill-redacted';

const named = (start: string) =>
  listSamples('providers').find((path) => path.startsWith(`providers/${start}`)) ?? '';

/** A body as TikHub sent it, and what it was asked. */
function sampleOf(start: string) {
  const raw = evaluateSample(named(start));
  return { body: fillRedacted(pick(raw, 'response')), asked: pick(raw, '_request', 'params') };
}

/** A body of the app's API that another reseller passed on, in TikHub's outer envelope. As text: ids beyond 2^53 stay whole. */
const passedOn = (start: string) => `{"code":200,"data":${readSample(named(start))}}`;

function read<Name extends OperationName>(
  [provider, operation, name]: readonly [Provider, Name, string],
  input: OperationInput<Name>,
  body: unknown,
): OperationOutput<Name> {
  const endpoints = provider.operations[operation] as readonly Endpoint<Name>[] | undefined;
  const endpoint = endpoints?.find(({ path }) => path.endsWith(name));
  if (!endpoint) throw new Error(name);
  const call = { path: endpoint.path, query: {} };
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return readAnswer({ provider, operation, endpoint, input, call }, { status: 200, at: 0, headers: {}, text })
    .output;
}

const textOf = (value: unknown) => value as string;

describe.skipIf(!SAMPLES_DIR)('real bodies of TikHub’s series of the app', () => {
  it('a page of comments', () => {
    const { body, asked } = sampleOf('tikhub_app_v2_comments');
    const noteId = textOf(pick(asked, 'note_id'));
    const page = read([tikhubAppV2, 'note.comments', 'get_note_comments'], { noteId }, body);
    const payload = pick(body, 'data', 'data');
    const rows = pickList(payload, 'comments');
    expectAppComments(page.comments, rows, { folded: false });
    const place = JSON.parse(textOf(pick(payload, 'cursor'))) as Record<string, unknown>;
    expectSame(
      JSON.parse(page.nextCursor ?? '{}'),
      { cursor: place['cursor'], index: place['index'], area: place['pageArea'] },
      'cursor',
    );
    expectSame(
      page.said,
      { comments: pick(payload, 'comment_count'), topLevel: pick(payload, 'comment_count_l1') },
      'said',
    );
    expectSame([page.noteId, page.dropped], [noteId, 0], 'page');
    for (const row of rows) {
      const count = pick(row, 'sub_comment_count') as number;
      const embedded = pickList(row, 'sub_comments').length;
      const cursor = embedded > 0 ? pick(row, 'sub_comment_cursor') : undefined;
      expectSame(page.threads[textOf(pick(row, 'id'))], { hasMore: count > embedded, cursor }, 'thread');
    }
  });

  it.each([
    { provider: tikhubAppV2, name: 'get_note_sub_comments' },
    { provider: tikhubApp, name: 'get_sub_comments' },
  ])('a page of replies by $name', ({ provider, name }) => {
    const { body, asked } = sampleOf('tikhub_app_v2_sub_comments');
    const [noteId, rootId] = [textOf(pick(asked, 'note_id')), textOf(pick(asked, 'comment_id'))];
    const page = read([provider, 'note.replies', name], { noteId, rootCommentId: rootId }, body);
    const rows = pickList(body, 'data', 'data', 'comments');
    expectAppComments(page.comments, rows, { rootId });
    const cursor = provider === tikhubAppV2 ? pick(body, 'data', 'data', 'cursor') : pick(rows.at(-1), 'id');
    expectSame([page.nextCursor, page.rootCommentId, page.dropped], [cursor, rootId, 0], 'page');
  });

  it.each([
    {
      start: 'tikhub_app_v2_image_detail',
      provider: tikhubAppV2,
      name: 'get_image_note_detail',
      path: ['note_list', '0'],
    },
    {
      start: 'tikhub_app_v2_image_detail',
      provider: tikhubApp,
      name: 'get_note_info',
      path: ['note_list', '0'],
    },
    { start: 'tikhub_app_v2_video_detail', provider: tikhubAppV2, name: 'get_video_note_detail', path: [] },
  ])('a note in full by $name', ({ start, provider, name, path }) => {
    const { body, asked } = sampleOf(start);
    const noteId = textOf(pick(asked, 'note_id'));
    const { note, author } = read([provider, 'note.detail', name], { noteId, type: 'video' }, body);
    const raw = pick(body, 'data', 'data', '0', ...path);
    expectAppNote(note, raw, 'full');
    const { id, ...fields } = note.fields.author ?? {};
    expectSame(author, { id, fields, counts: {} }, 'author');
    expect(Object.keys(fields).length).toBe(3);
  });

  it.each([
    { provider: tikhubAppV2, cursor: { page: 2, searchId: 'search_id', sessionId: 'search_session_id' } },
    { provider: tikhubApp, cursor: undefined },
  ])('a search of notes by $provider.id', ({ provider, cursor }) => {
    const { body } = sampleOf('tikhub_app_v2_search_notes');
    const page = read([provider, 'search.notes', 'search_notes'], { keyword: 'x' }, body);
    const rows = pickList(body, 'data', 'data', 'items').map((item) => pick(item, 'note'));
    expectSame(page.notes.length, rows.length, 'notes');
    rows.forEach((row, index) => {
      expectAppNote(page.notes[index], row, 'card');
    });
    if (!cursor) return;
    const told = pick(body, 'data');
    const next = {
      page: cursor.page,
      searchId: pick(told, cursor.searchId),
      sessionId: pick(told, cursor.sessionId),
    };
    expectSame(JSON.parse(page.nextCursor ?? '{}'), next, 'cursor');
  });

  it.each([
    {
      provider: tikhubAppV2,
      operation: 'author.notes',
      name: 'get_user_posted_notes',
      start: 'xhs-app-raw_user_notes',
    },
    {
      provider: tikhubApp,
      operation: 'author.notes',
      name: 'get_user_notes',
      start: 'xhs-app-raw_user_notes',
    },
    {
      provider: tikhubAppV2,
      operation: 'author.faved',
      name: 'get_user_faved_notes',
      start: 'xhs-app-raw_faved_notes',
    },
  ] as const)('notes by $name', ({ provider, operation, name, start }) => {
    const page = read([provider, operation, name], { userId: 'a'.repeat(24) }, passedOn(start));
    const payload = pick(evaluateSample(named(start)), 'data');
    const rows = pickList(payload, 'notes');
    expectSame(page.notes.length, rows.length, 'notes');
    rows.forEach((row, index) => {
      expectAppNote(page.notes[index], row, 'card');
    });
    expectSame(page.nextCursor, pick(payload, 'cursor') ?? pick(rows.at(-1), 'cursor'), 'cursor');
  });

  it.each([tikhubAppV2, tikhubApp])('a profile by $id', (provider) => {
    const raw = pick(evaluateSample(named('xhs-app-raw_user_info')), 'data');
    const userId = textOf(pick(raw, 'userid'));
    const author = read(
      [provider, 'author.profile', 'get_user_info'],
      { userId },
      passedOn('xhs-app-raw_user_info'),
    );
    const interaction = pickList(raw, 'interactions').find((entry) => pick(entry, 'type') === 'interaction');
    expectSame(author.id, { kind: 'site', value: userId }, 'id');
    expectSame(
      author.fields,
      {
        redId: pick(raw, 'red_id'),
        nickname: pick(raw, 'nickname'),
        avatarUrl: shown(pick(raw, 'images')),
        desc: pick(raw, 'desc'),
        gender: ['male', 'female', 'unknown'][pick(raw, 'gender') as number],
        place: pick(raw, 'ip_location'),
        tags: pickList(raw, 'tags')
          .filter((tag) => orAbsent(pick(tag, 'name')) !== undefined)
          .map((tag) => ({ kind: pick(tag, 'tag_type'), name: pick(tag, 'name') })),
        verified: orAbsent(pick(raw, 'red_official_verify_content')),
        bannerUrl: shown(pick(raw, 'banner_info', 'image')),
      },
      'profile',
    );
    expectCount(author.counts.follows, pick(raw, 'follows'), 'follows');
    expectCount(author.counts.fans, pick(raw, 'fans'), 'fans');
    expectCount(author.counts.likedAndCollected, pick(interaction, 'count'), 'liked and collected');
    expectCount(author.counts.liked, pick(raw, 'liked'), 'liked');
    expectCount(author.counts.collected, pick(raw, 'collected'), 'collected');
    expectCount(author.counts.notes, pick(raw, 'note_num_stat', 'posted'), 'notes');
  });

  it('a search of people', () => {
    const raw = pickList(evaluateSample(named('xhs-app-raw_search_users')), 'data', 'users');
    const page = read(
      [tikhubAppV2, 'search.authors', 'search_users'],
      { keyword: 'x' },
      passedOn('xhs-app-raw_search_users'),
    );
    expectSame(page.authors.length, raw.length, 'people');
    raw.forEach((row, index) => {
      const author = page.authors[index];
      const id = pick(row, 'id');
      expectSame(author?.id, { kind: isSiteId(id) ? 'site' : 'masked', value: id }, 'id');
      expectSame(
        author?.fields,
        { redId: pick(row, 'red_id'), nickname: pick(row, 'name'), avatarUrl: shown(pick(row, 'image')) },
        'person',
      );
      const parts = textOf(pick(row, 'desc')).split(' | ');
      const rawOf = (label: string) => parts.find((part) => part.startsWith(label))?.slice(label.length);
      expectSame(
        [author?.counts.fans?.raw, author?.counts.notes?.raw],
        [rawOf('粉丝·'), rawOf('笔记·')],
        'counts',
      );
    });
  });
});
