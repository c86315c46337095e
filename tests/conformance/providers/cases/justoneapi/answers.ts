import type { AnswerCase } from '../../case-types';
import { comments, commentsBody, commentTimes, CURSOR, P, person, personCard, SHORT, wrap } from './values';
import { agentItem, found, foundItem, listed, listedRow, profile, profileRow } from '../tikhub/app-listed';
import { imageNote, imageNoteRow, videoNote, videoNoteRow, withVideoId } from '../tikhub/app-notes';
import { reply, replyRow } from '../tikhub/app-threads';
import {
  AUTHOR,
  authorBeside,
  exact,
  NOTE,
  OTHER_NOTE,
  REPLY,
  ROOT,
  TOPIC_PAGE,
  VIDEO_NOTE,
} from '../tikhub/app-values';

const TURNED = { nextCursor: '{"sort":"normal"}', nextArea: '{"sort":"normal"}' };

/** First pages, and others, on which there is nothing: whether the other order is asked for then. */
const noneAtFirst = [
  [{ noteId: NOTE }, { body: { comment_count: 7 }, output: { ...TURNED, said: { comments: 7 } } }],
  [
    { noteId: NOTE, sort: 'latest' },
    { body: {}, output: TURNED },
  ],
  [{ noteId: NOTE }, { body: { comment_count: 0 }, output: { said: { comments: 0 } } }],
  [
    { noteId: NOTE, sort: 'most-liked' },
    { body: {}, output: {} },
  ],
  [
    { noteId: NOTE, sort: 'default' },
    { body: {}, output: {} },
  ],
  [
    { noteId: NOTE, cursor: CURSOR },
    { body: {}, output: {} },
  ],
  [
    { noteId: NOTE, cursor: '{"sort":"normal"}' },
    { body: {}, output: { order: 'default' } },
  ],
] as const;

export const answers: readonly AnswerCase[] = [
  {
    operation: 'note.detail',
    path: `${P}/get-note-detail/v6`,
    input: { noteId: VIDEO_NOTE, type: 'video' },
    body: withVideoId(wrap([videoNoteRow, { ...imageNoteRow, id: OTHER_NOTE }])),
    output: { note: videoNote, author: authorBeside },
  },
  {
    operation: 'note.detail',
    path: `${P}/get-note-detail/v1`,
    input: { noteId: NOTE },
    body: wrap([{ note_list: [imageNoteRow], comment_list: [], model_type: 'note', user: {} }]),
    output: { note: imageNote, author: authorBeside },
    list: 'data.0.note_list',
    times: ['data.0.note_list.0.time', 'data.0.note_list.0.last_update_time'],
  },
  {
    operation: 'note.comments',
    path: `${P}/get-note-comment/v2`,
    input: { noteId: NOTE },
    body: commentsBody,
    output: comments,
    list: 'data.comments',
    times: commentTimes,
  },
  {
    operation: 'note.comments',
    path: `${P}/get-note-comment/v4`,
    input: { noteId: NOTE },
    body: commentsBody,
    output: comments,
    list: 'data.comments',
    times: commentTimes,
  },
  ...noneAtFirst.map(([input, more]) => ({
    operation: 'note.comments' as const,
    path: `${P}/get-note-comment/v2`,
    input,
    body: wrap({ comments: [], has_more: false, ...more.body }),
    output: { noteId: NOTE, comments: [], threads: {}, dropped: 0, ...more.output },
  })),
  {
    operation: 'note.comments',
    path: `${P}/get-note-comment/v2`,
    input: { noteId: NOTE, cursor: '{"sort":"normal"}' },
    body: commentsBody,
    output: {
      ...comments,
      order: 'default',
      nextCursor: JSON.stringify({ sort: 'normal', lastCursor: CURSOR }),
    },
  },
  {
    operation: 'note.replies',
    path: `${P}/get-note-sub-comment/v2`,
    input: { noteId: NOTE, rootCommentId: ROOT },
    body: wrap({
      comments: [replyRow],
      cursor: `{"cursor":"${REPLY}","index":2}`,
      has_more: false,
      page_context: '',
    }),
    output: { noteId: NOTE, rootCommentId: ROOT, comments: [reply], threads: {}, dropped: 0 },
    list: 'data.comments',
    times: ['data.comments.0.time'],
  },
  {
    operation: 'author.profile',
    path: `${P}/get-user/v3`,
    input: { userId: AUTHOR },
    body: wrap(profileRow),
    output: profile,
  },
  {
    operation: 'author.profile',
    path: `${P}/get-user/v3`,
    input: { userId: AUTHOR },
    body: wrap({
      basic_info: {
        nickname: '面包师',
        red_id: '100200300',
        desc: '',
        images: personCard.image,
        gender: 0,
      },
      interactions: [{ type: 'fans', name: '粉丝', count: '1.2万' }],
      tags: [],
    }),
    output: {
      id: { kind: 'site', value: AUTHOR },
      fields: {
        redId: '100200300',
        nickname: '面包师',
        avatarUrl: personCard.image,
        desc: '',
        gender: 'male',
        tags: [],
      },
      counts: person.counts,
    },
  },
  {
    operation: 'author.notes',
    path: `${P}/get-user-note-list/v4`,
    input: { userId: AUTHOR },
    body: wrap({ notes: [listedRow], has_more: true, tags: [] }),
    output: { notes: [listed], nextCursor: NOTE },
    list: 'data.notes',
    times: ['data.notes.0.create_time'],
  },
  {
    operation: 'search.notes',
    path: `${P}/search-note/v2`,
    input: { keyword: '面包', cursor: '2' },
    body: wrap({ items: [foundItem, agentItem], has_more: true }),
    output: { notes: [found], nextCursor: '3' },
    list: 'data.items',
    times: ['data.items.0.note.timestamp'],
  },
  {
    operation: 'search.notes',
    path: `${P}/search-note/v4`,
    input: { keyword: '面包' },
    body: wrap({ notes: [foundItem.note], has_more: false, total: 1, statistics: {}, ads: [] }),
    output: { notes: [found] },
    list: 'data.notes',
    times: ['data.notes.0.timestamp'],
  },
  {
    operation: 'search.authors',
    path: `${P}/search-user/v2`,
    input: { keyword: '面包师' },
    body: wrap({ users: [personCard], filters: [] }),
    output: { authors: [person], nextCursor: '2' },
    list: 'data.users',
  },
  {
    operation: 'search.authors',
    path: `${P}/search-user/v2`,
    input: { keyword: '面包师', cursor: '2' },
    body: wrap({ users: [{ id: AUTHOR, fans: 7, desc: '笔记·157' }], has_more: false }),
    output: {
      authors: [{ id: person.id, fields: {}, counts: { fans: exact(7), notes: exact(157) } }],
    },
  },
  {
    operation: 'topic.notes',
    path: `${P}/get-topic-note-list/v1`,
    input: { topicId: TOPIC_PAGE },
    body: wrap({ notes: [listedRow], cursor: 'c2', has_more: true, total_note_count: 9 }),
    output: { notes: [listed], nextCursor: 'c2' },
    list: 'data.notes',
  },
  {
    operation: 'link.resolve',
    path: `${P}/share-url-transfer/v1`,
    input: { text: SHORT },
    body: wrap({
      redirect_url: `https://www.xiaohongshu.com/discovery/item/${NOTE}?xsec_token=CBx%3D&xsec_source=app_share`,
    }),
    output: {
      url: `https://www.xiaohongshu.com/discovery/item/${NOTE}?xsec_token=CBx%3D&xsec_source=app_share`,
    },
  },
];
