import { describe, expect, it } from 'vitest';
import type { OperationInput, OperationName } from '../../../../src/model/providers/operation';
import { justoneapi } from '../../../../src/providers/justoneapi';
import { parsebot } from '../../../../src/providers/parsebot';
import type { Endpoint, Provider } from '../../../../src/providers/provider';
import { readAnswer } from '../../../../src/providers/read-answer';
import { tikhubWeb } from '../../../../src/providers/tikhub-web';
import {
  evaluateSample,
  findObjects,
  listSamples,
  readSample,
  SAMPLES_DIR,
} from '../../../support/real-samples';
import { expectSame, overHttps, pick, pickList } from '../../site/samples/compare';
import { endpointOf } from '../read-as';
import { toComment, toCount, toPerson } from './raw';

function read<Name extends OperationName>(
  question: { provider: Provider; operation: Name; endpoint: Endpoint<Name>; input: OperationInput<Name> },
  sample: string,
) {
  const call = { path: question.endpoint.path, query: question.endpoint.toQuery(question.input, 0) };
  const response = { status: 200, headers: {}, text: readSample(sample), at: 0 };
  return readAnswer({ ...question, call }, response);
}

const getSample = (start: string) => listSamples('providers').find((name) => name.startsWith(start)) ?? '';

const isComment = (object: Record<string, unknown>) => 'content' in object && 'like_count' in object;

/** The note that most rows are of: the samples' names do not say it. */
const findNoteId = (rows: readonly unknown[]) => String(pick(rows[0], 'note_id'));

describe.skipIf(!SAMPLES_DIR)('real bodies', () => {
  it.each([
    {
      name: 'JustOneAPI',
      provider: justoneapi,
      place: 1,
      start: 'providers/justoneapi_get-note-comment_v4',
      keys: ['data'],
    },
    {
      name: 'TikHub Web',
      provider: tikhubWeb,
      place: 0,
      start: 'providers/tikhub_web_get_note_comments',
      keys: ['data', 'data'],
    },
  ])('a page of comments of $name, value by value', ({ provider, place, start, keys }) => {
    const sample = getSample(start);
    const body = evaluateSample(sample);
    const payload = pick(body, ...keys);
    const rows = findObjects(body, isComment);
    expect(rows.length).toBe(pickList(payload, 'comments').length);
    const endpoint = endpointOf(provider, 'note.comments', place);
    const input = { noteId: findNoteId(rows) };
    const { output } = read({ provider, operation: 'note.comments', endpoint, input }, sample);
    expectSame(output.comments, rows.map(toComment), 'comments');
    const threads = rows.map((row) => [
      pick(row, 'id'),
      { hasMore: Number(pick(row, 'sub_comment_count')) > 0 },
    ]);
    expectSame(output.threads, Object.fromEntries(threads), 'threads');
    const counts = { comments: pick(payload, 'comment_count'), topLevel: pick(payload, 'comment_count_l1') };
    expectSame(output.said, counts, 'said');
    const more = pick(payload, 'has_more') === true ? pick(payload, 'cursor') : undefined;
    expectSame(output.nextCursor, more, 'cursor');
    expect([output.noteId === input.noteId, output.dropped]).toEqual([true, 0]);
  });

  it('what is told around the page of TikHub Web', () => {
    const sample = getSample('providers/tikhub_web_get_note_comments');
    const body = evaluateSample(sample);
    const endpoint = endpointOf(tikhubWeb, 'note.comments');
    const input = { noteId: findNoteId(findObjects(body, isComment)) };
    const { opened } = read({ provider: tikhubWeb, operation: 'note.comments', endpoint, input }, sample);
    const told = { billed: true, requestId: pick(body, 'request_id'), cacheUrl: pick(body, 'cache_url') };
    const { billed, requestId, cacheUrl } = opened;
    expectSame({ billed, requestId, cacheUrl }, told, 'envelope');
  });

  it('a note of Parse.bot, value by value', () => {
    const sample = getSample('providers/parsebot_get_note_detail');
    const raw = pick(evaluateSample(sample), 'data');
    const endpoint = endpointOf(parsebot, 'note.detail');
    const input = { noteId: String(pick(raw, 'note_id')), xsecToken: 'any' };
    const { output } = read({ provider: parsebot, operation: 'note.detail', endpoint, input }, sample);
    const video = pick(raw, 'video');
    const expected = {
      noteId: pick(raw, 'note_id'),
      fields: {
        type: pick(raw, 'type'),
        title: pick(raw, 'title'),
        text: pick(raw, 'description'),
        author: toPerson(pick(raw, 'user'), 'user_id', 'avatar'),
        publishedAt: pick(raw, 'time'),
        editedAt: pick(raw, 'last_update_time'),
        place: pick(raw, 'ip_location') || undefined,
        images: pickList(raw, 'images').map((image) => ({
          url: overHttps(pick(image, 'url')),
          width: pick(image, 'width'),
          height: pick(image, 'height'),
        })),
        video: {
          durationSeconds: pick(video, 'duration'),
          streams: [
            {
              codec: pick(video, 'format'),
              url: overHttps(pick(video, 'url')),
              backupUrls: [],
              width: pick(video, 'width'),
              height: pick(video, 'height'),
            },
          ],
        },
        topics: pickList(raw, 'tags').map((tag) => ({
          id: pick(tag, 'id'),
          name: pick(tag, 'name'),
          kind: pick(tag, 'type'),
        })),
      },
      counts: {
        likes: toCount(pick(raw, 'interact_info', 'liked_count')),
        collects: toCount(pick(raw, 'interact_info', 'collected_count')),
        comments: toCount(pick(raw, 'interact_info', 'comment_count')),
        shares: toCount(pick(raw, 'interact_info', 'share_count')),
      },
    };
    expectSame(output, { note: expected }, 'note');
  });
});
