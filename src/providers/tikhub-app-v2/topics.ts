import * as z from 'zod/mini';
import { omitUndefined } from '../../lib/omit-undefined';
import { ProviderError } from '../../model/providers/provider-error';
import { parseCount } from '../../site/values/counts';
import { pickPictureUrl } from '../rows/picture-url';
import { countShape, lenient, textShape } from '../rows/read-shape';
import { defineTikhubEndpoint } from '../tikhub/define-tikhub-endpoint';
import { mapTopicNotes, toTopicQuery, topicNotesShape } from '../tikhub/topic-notes';

/**
 * A topic's page. No body of it has been seen: `page_info` with name, views and discussions, and `tabs` are what the
 * documentation names (TikHub OpenAPI V5.3.2, 2026-03); the keys are those of the app's other answers about topics
 * (`view_num`, `discuss_num`); people who take part (`join_num`) are no notes.
 */
const pageShape = z.object({
  page_info: z.object({
    id: textShape,
    page_id: textShape,
    name: textShape,
    title: textShape,
    desc: textShape,
    image: textShape,
    banner: textShape,
    view_num: countShape,
    view_count: countShape,
    discuss_num: countShape,
    discuss_count: countShape,
    note_num: countShape,
  }),
  tabs: lenient(z.array(z.object({ name: textShape, title: textShape }))),
});

type PageRow = z.infer<typeof pageShape>;

function mapTopic({ page_info: row, tabs }: PageRow, topicId: string) {
  const told = row.page_id || undefined;
  if (told !== undefined && told !== topicId)
    throw new ProviderError('invalid-response', { reason: 'wrong-topic' });
  const name = row.name || row.title || undefined;
  if (name === undefined) throw new ProviderError('invalid-response', { reason: 'page_info.name' });
  return {
    topicId,
    ...omitUndefined({
      name,
      desc: row.desc || undefined,
      imageUrl: pickPictureUrl(row.image, row.banner),
      views: parseCount(row.view_num ?? row.view_count),
      discussions: parseCount(row.discuss_num ?? row.discuss_count),
      notes: parseCount(row.note_num),
      tabs: tabs?.flatMap((tab) => tab.name || tab.title || []),
    }),
  };
}

const page = defineTikhubEndpoint({
  operation: 'topic.detail',
  path: '/api/v1/xiaohongshu/app_v2/get_topic_info',
  toQuery: ({ topicId, noteId }) => ({ page_id: topicId, note_id: noteId }),
  shape: pageShape,
  map: (row, { topicId }) => mapTopic(row, topicId),
});

/** Knows `trend` and `time` only. */
const feed = defineTikhubEndpoint({
  operation: 'topic.notes',
  path: '/api/v1/xiaohongshu/app_v2/get_topic_feed',
  findGap: ({ sort }) => (sort === 'hot' ? 'sort' : undefined),
  toQuery: ({ topicId, sort, cursor }) => toTopicQuery(topicId, sort === 'newest' ? 'time' : 'trend', cursor),
  shape: topicNotesShape,
  map: (row, { cursor }, { asked }) => mapTopicNotes(row, cursor, asked),
});

export const topicDetail = [page] as const;
export const topicNotes = [feed] as const;
