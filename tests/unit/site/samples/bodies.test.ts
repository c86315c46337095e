import { describe, it } from 'vitest';
import { parseCapture } from '../../../../src/site/endpoints/parse-capture';
import {
  evaluateSample,
  findObjects,
  listSamples,
  readSample,
  SAMPLES_DIR,
} from '../../../support/real-samples';
import { expectCount, expectPerson, expectSame, orAbsent, overHttps, pick, pickList } from './compare';
import { expectComment, expectInteraction, expectNote, expectThreads } from './compare-note';

const ROOT = 'https://edith.xiaohongshu.com/api/sns/web';
const ANYONE = 'a'.repeat(24);

function read(start: string, path: string, requestBody?: string) {
  const sample = listSamples('api').find((name) => name.startsWith(`api/${start}`)) ?? '';
  const parsed = parseCapture({
    url: `${ROOT}/${path}`,
    status: 200,
    body: readSample(sample),
    requestBody,
    pageUrl: 'https://www.xiaohongshu.com/explore',
  });
  return { sightings: parsed?.sightings ?? {}, parsed, payload: pick(evaluateSample(sample), 'data') };
}

describe.skipIf(!SAMPLES_DIR)('real bodies', () => {
  it('a page of comments', () => {
    const { sightings, payload } = read('comment-page', 'v2/comment/page?cursor=');
    const page = sightings.comments;
    expectThreads(page?.comments ?? [], pickList(payload, 'comments'));
    const told = {
      askedCursor: '',
      nextCursor: pick(payload, 'cursor'),
      hasMore: pick(payload, 'hasMore'),
      whole: false,
    };
    const { askedCursor, nextCursor, hasMore, whole } = page ?? {};
    expectSame({ askedCursor, nextCursor, hasMore, whole }, told, 'paging');
    expectSame(sightings.viewer?.userId, pick(payload, 'userId'), 'viewer');
    for (const root of pickList(payload, 'comments')) {
      const expected = { hasMore: pick(root, 'subCommentHasMore') };
      expectSame(page?.threads[String(pick(root, 'id'))], expected, 'thread');
    }
  });

  it('a page of replies', () => {
    const { sightings, payload } = read('comment-sub-page', `v2/comment/sub/page?root_comment_id=${ANYONE}`);
    const replies = pickList(payload, 'comments');
    expectSame(sightings.comments?.comments.length, replies.length, 'replies');
    sightings.comments?.comments.forEach((reply, index) => expectComment(reply, replies[index], ANYONE));
    expectSame(sightings.comments?.threads[ANYONE], { hasMore: pick(payload, 'hasMore') }, 'thread');
    expectSame(sightings.comments?.nextCursor, orAbsent(pick(payload, 'cursor')), 'cursor');
  });

  it('a note in full, with the token that was asked with', () => {
    const sample =
      listSamples('api').find((name) => name.includes('feed-note-detail') && name.includes('.req.')) ?? '';
    const { sightings, payload } = read(
      'feed-note-detail.2024-06.longdan.res',
      'v1/feed',
      readSample(sample),
    );
    const card = pick(pickList(payload, 'items')[0], 'noteCard');
    const { host, ...fields } = sightings.notes?.[0]?.fields ?? {};
    expectSame(host, 'www.xiaohongshu.com', 'host');
    const note = sightings.notes?.[0];
    expectNote(note && { ...note, fields }, card, 'note');
    const asked = evaluateSample(sample);
    const token = { xsecToken: pick(asked, 'xsecToken'), xsecSource: pick(asked, 'xsecSource') };
    expectSame(note?.token, token, 'token');
  });

  it.each([
    {
      start: 'homefeed',
      path: 'v1/homefeed',
      request: '{"category":"homefeed_recommend"}',
      list: { kind: 'feeds', key: 'homefeed_recommend' },
    },
    {
      start: 'search-notes',
      path: 'v2/search/notes',
      request: '{"keyword":"word"}',
      list: { kind: 'searches', key: 'word' },
    },
  ])('cards of $start', ({ start, path, request, list }) => {
    const { sightings, payload } = read(start, path, request);
    const items = findObjects(pick(payload, 'items'), (object) => object['model_type'] === 'note');
    const ids = items.map((item) => item['id']);
    expectSame(sightings.listing, { ...list, noteIds: ids }, 'listing');
    expectSame(
      sightings.notes?.map((note) => note.noteId),
      ids,
      'ids',
    );
    items.forEach((item, index) => {
      const note = sightings.notes?.[index];
      const card = pick(item, 'noteCard');
      const expected = { type: pick(card, 'type'), title: orAbsent(pick(card, 'displayTitle')) };
      expectSame({ type: note?.fields.type, title: note?.fields.title }, expected, 'card');
      expectPerson(note?.fields.author, pick(card, 'user'), 'author');
      expectSame(note?.token, { xsecToken: pick(item, 'xsecToken') }, 'token');
      if (note) expectInteraction(note, card, 'card');
    });
  });

  it.each(['mentions', 'likes', 'connections'])('messages of %s', (list) => {
    const { sightings, payload } = read(`2023/${list}`, `v1/you/${list}?num=20&cursor=`);
    const rows = pickList(payload, 'messageList');
    expectSame(sightings.notifications?.length, rows.length, 'messages');
    rows.forEach((row, index) => {
      const message = sightings.notifications?.[index];
      const { id, type, title, at, content } = message ?? {};
      const told = {
        id: pick(row, 'id'),
        type: pick(row, 'type'),
        title: pick(row, 'title'),
        at: (pick(row, 'time') as number) * 1_000,
        content: pick(row, 'commentInfo', 'content'),
      };
      expectSame({ id, type, title, at, content }, told, 'message');
      const from = pick(row, 'userInfo') ?? pick(row, 'user');
      expectPerson(message?.from, from, 'from');
      // Ids in these samples are masked by hand; a whole one is taken, anything else is not.
      const whole = (raw: unknown) => (/^[0-9a-f]{24}$/.test(String(raw)) ? raw : undefined);
      expectSame(message?.noteId, whole(pick(row, 'itemInfo', 'id')), 'note');
      expectSame(message?.commentId, whole(pick(row, 'commentInfo', 'id')), 'comment');
    });
  });

  it('a profile', () => {
    const { sightings, payload } = read('2023/user_info', `v1/user/otherinfo?target_user_id=${ANYONE}`);
    const author = sightings.authors?.[0];
    const countOf = (type: string) =>
      pick(
        pickList(payload, 'interactions').find((entry) => pick(entry, 'type') === type),
        'count',
      );
    const told = {
      nickname: pick(payload, 'basicInfo', 'nickname'),
      redId: pick(payload, 'basicInfo', 'redId'),
      desc: pick(payload, 'basicInfo', 'desc'),
      gender: ['male', 'female', 'unknown'][pick(payload, 'basicInfo', 'gender') as number],
      place: pick(payload, 'basicInfo', 'ipLocation'),
      avatarUrl: overHttps(pick(payload, 'basicInfo', 'images')),
      tags: pickList(payload, 'tags').map((tag) => ({ kind: pick(tag, 'tagType'), name: pick(tag, 'name') })),
    };
    expectSame(author?.fields, told, 'profile');
    expectCount(author?.counts.follows, countOf('follows'), 'follows');
    expectCount(author?.counts.fans, countOf('fans'), 'fans');
    expectCount(author?.counts.likedAndCollected, countOf('interaction'), 'liked and collected');
  });
});
