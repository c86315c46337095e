import { takeTopicNotes } from '../../app-bodies/note-lists';
import { give, type TikhubResult } from '../envelope';
import { textParam, type TikhubCall } from '../tikhub-call';

const UNKNOWN: TikhubResult = { kind: 'failed', msg: '参数错误' };

/**
 * get_topic_info: `page_info` with name, views and discussions, `tabs`, `share_info` (TikHub OpenAPI V5.3.2, 2026-03).
 * What the members of `page_info` are called is not known: these are the names that other bodies of the app use.
 */
export function getTopicInfo(call: TikhubCall): TikhubResult {
  const topic = call.state.site.world.findTopic(textParam(call, 'page_id'));
  if (topic === undefined) return UNKNOWN;
  return give({
    page_info: {
      id: topic.pageId,
      name: topic.name,
      view_num: topic.views,
      discuss_num: topic.discussions,
    },
    tabs: [
      { id: 'trend', name: '最热' },
      { id: 'time', name: '最新' },
    ],
    share_info: { title: topic.name, link: `https://www.xiaohongshu.com/page/topics/${topic.pageId}` },
  });
}

/** get_topic_feed lists `items`, get_topic_notes of app `notes`; no real body of either is known. */
export function createTopicNotes(listKey: 'items' | 'notes', sort: string) {
  return (call: TikhubCall): TikhubResult => {
    const topic = call.state.site.world.findTopic(textParam(call, 'page_id'));
    if (topic === undefined) return UNKNOWN;
    const ask = { site: call.state.site, faults: call.faults, cursor: textParam(call, 'last_note_id') };
    const { page, notes } = takeTopicNotes(ask, topic, textParam(call, 'sort', sort));
    return give({
      [listKey]: notes,
      has_more: page.hasMore,
      total_note_count: topic.notes.length,
      session_id: textParam(call, 'session_id') || call.call.requestId,
      first_load_time: textParam(call, 'first_load_time') || String(Date.now()),
    });
  };
}
