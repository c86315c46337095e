import type { AnswerCase } from '../../case-types';
import {
  AUTHOR,
  comment,
  commentRow,
  exact,
  listedCard,
  listedNote,
  NOTE,
  note,
  noteCard,
  REPLY,
  reply,
  replyRow,
  ROOT,
} from './bodies';
import { asked, basicInfo, detail, detailPath, P, TOKEN, wrap } from './values';

export const answers: readonly AnswerCase[] = [
  {
    operation: 'note.detail',
    path: detailPath,
    input: asked,
    body: JSON.stringify(detail([{ id: NOTE, modelType: 'note', noteCard }])).replaceAll(
      '"VIDEO_ID"',
      '135750916117632975',
    ),
    output: { note },
  },
  {
    operation: 'note.detail',
    path: detailPath,
    input: asked,
    body: detail([{ noteCard: { noteId: NOTE, title: '只有题', time: 1_788_000_000_000 } }]),
    output: {
      note: { noteId: NOTE, fields: { title: '只有题', publishedAt: 1_788_000_000_000 }, counts: {} },
    },
    list: 'data.data.items',
    times: ['data.data.items.0.noteCard.time'],
  },
  {
    operation: 'note.comments',
    path: `${P}/fetch_note_comments`,
    input: asked,
    body: wrap(`${P}/fetch_note_comments`, { comments: [commentRow], cursor: ROOT, hasMore: true }),
    output: {
      noteId: NOTE,
      comments: [comment, reply],
      threads: { [ROOT]: { hasMore: true, cursor: REPLY } },
      dropped: 0,
      nextCursor: ROOT,
    },
    list: 'data.data.comments',
    times: ['data.data.comments.0.createTime', 'data.data.comments.0.subComments.0.createTime'],
  },
  {
    operation: 'note.replies',
    path: `${P}/fetch_sub_comments`,
    input: { ...asked, rootCommentId: ROOT, cursor: REPLY },
    body: wrap(`${P}/fetch_sub_comments`, { comments: [replyRow], cursor: REPLY, hasMore: true }),
    output: {
      ...{ noteId: NOTE, rootCommentId: ROOT, comments: [reply], threads: {}, dropped: 0 },
      brokenOff: 'repeated-cursor',
    },
    list: 'data.data.comments',
  },
  {
    operation: 'author.profile',
    path: `${P}/fetch_user_info`,
    input: { userId: AUTHOR },
    body: wrap(`${P}/fetch_user_info`, {
      basicInfo,
      interactions: [
        { type: 'follows', name: '关注', count: '34' },
        { type: 'fans', name: '粉丝', count: '1.5万' },
        { type: 'interaction', name: '获赞与收藏', count: '28.6万' },
      ],
      tags: [{ name: '面包学院', tagType: 'college' }],
    }),
    output: {
      id: { kind: 'site', value: AUTHOR },
      fields: {
        redId: '100200300',
        nickname: '面包师',
        avatarUrl: basicInfo.images,
        desc: '每天一个面包',
        gender: 'female',
        place: '湖北',
        tags: [{ kind: 'college', name: '面包学院' }],
      },
      counts: {
        follows: exact(34),
        fans: { raw: '1.5万', value: 15_000, approximate: true },
        likedAndCollected: { raw: '28.6万', value: 286_000, approximate: true },
      },
    },
  },
  {
    operation: 'author.notes',
    path: `${P}/fetch_user_notes`,
    input: { userId: AUTHOR },
    body: wrap(`${P}/fetch_user_notes`, {
      notes: [{ ...listedCard, noteId: NOTE, xsecToken: TOKEN }],
      cursor: NOTE,
      hasMore: true,
    }),
    output: { notes: [listedNote], nextCursor: NOTE },
    list: 'data.data.notes',
  },
  {
    operation: 'search.notes',
    path: `${P}/fetch_search_notes`,
    input: { keyword: '面包' },
    body: wrap(`${P}/fetch_search_notes`, {
      items: [
        { id: NOTE, modelType: 'note', noteCard: listedCard, xsecToken: TOKEN },
        { id: 'invented', modelType: 'rec_query' },
      ],
      hasMore: true,
    }),
    output: { notes: [listedNote], nextCursor: '2' },
    list: 'data.data.items',
  },
  {
    operation: 'search.authors',
    path: `${P}/fetch_search_users`,
    input: { keyword: '面包师', cursor: '2' },
    body: wrap(`${P}/fetch_search_users`, {
      users: [
        {
          id: AUTHOR,
          redId: '100200300',
          name: '面包师',
          fans: '1.5万',
          noteCount: 648,
          xsecToken: TOKEN,
          image: basicInfo.images,
          link: 'x',
          subTitle: 'x',
          updateTime: 'x',
        },
      ],
      hasMore: false,
    }),
    output: {
      authors: [
        {
          id: { kind: 'site', value: AUTHOR },
          fields: {
            redId: '100200300',
            nickname: '面包师',
            avatarUrl: basicInfo.images,
            xsecToken: TOKEN,
          },
          counts: { fans: { raw: '1.5万', value: 15_000, approximate: true }, notes: exact(648) },
        },
      ],
    },
    list: 'data.data.users',
  },
];
