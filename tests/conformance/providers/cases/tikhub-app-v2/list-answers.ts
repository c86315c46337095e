import type { AnswerCase } from '../../case-types';
import {
  agentItem,
  found,
  foundItem,
  listed,
  listedRow,
  profile,
  profileRow,
  topicEntry,
  topicNote,
} from '../tikhub/app-listed';
import { AUTHOR, NOTE, OTHER_NOTE, TOPIC_PAGE, exact } from '../tikhub/app-values';
import { REQUEST_ID, outer } from '../tikhub/envelope';
import { BALANCE, FEED, PRICE, SEARCH, TOPIC, at, ok } from './paths';

export const listAnswers: readonly AnswerCase[] = [
  {
    operation: 'author.profile',
    path: at('get_user_info'),
    input: { userId: AUTHOR },
    body: ok('get_user_info', profileRow),
    output: profile,
    list: 'data.data.nickname',
  },
  {
    operation: 'author.notes',
    path: at('get_user_posted_notes'),
    input: { userId: AUTHOR },
    body: ok('get_user_posted_notes', { notes: [listedRow], has_more: true }),
    output: { notes: [listed], nextCursor: NOTE },
    list: 'data.data.notes',
    times: ['data.data.notes.0.create_time'],
  },
  {
    operation: 'author.notes',
    path: at('get_user_posted_notes'),
    input: { userId: AUTHOR, cursor: NOTE },
    // Promises more behind the note that was asked for.
    body: ok('get_user_posted_notes', { notes: [listedRow], has_more: true }),
    output: { notes: [listed], brokenOff: 'repeated-cursor' },
  },
  {
    operation: 'author.faved',
    path: at('get_user_faved_notes'),
    input: { userId: AUTHOR },
    body: outer(at('get_user_faved_notes'), {
      result: 0,
      success: true,
      msg: '',
      data: { notes: [listedRow], cursor: OTHER_NOTE, has_more: true },
    }),
    output: { notes: [listed], nextCursor: OTHER_NOTE },
    list: 'data.data.notes',
  },
  {
    operation: 'search.notes',
    path: SEARCH,
    input: { keyword: '面包' },
    body: ok(
      'search_notes',
      { items: [agentItem, foundItem] },
      { search_id: 's-1', search_session_id: 't-1', page: 1, next_page: 2 },
    ),
    output: { notes: [found], nextCursor: '{"page":2,"searchId":"s-1","sessionId":"t-1"}' },
    list: 'data.data.items',
    times: ['data.data.items.1.note.timestamp', 'data.data.items.1.note.last_update_time'],
  },
  {
    operation: 'search.notes',
    path: SEARCH,
    input: { keyword: '面包', cursor: '{"page":2,"searchId":"s-1","sessionId":"t-1"}' },
    body: ok(
      'search_notes',
      { items: [foundItem] },
      { search_id: 's-1', search_session_id: 't-1', page: 2, next_page: 2 },
    ),
    output: { notes: [found] },
  },
  {
    operation: 'search.authors',
    path: at('search_users'),
    input: { keyword: '面包' },
    body: ok(
      'search_users',
      {
        users: [
          {
            id: AUTHOR,
            name: '面包师',
            desc: '粉丝·1.6万 | 笔记·157',
            red_id: '100200300',
            image: 'https://sns-avatar-qc.xhscdn.com/avatar/invented.jpg',
            sub_title: '小红书号：100200300',
            link: `xhsdiscover://1/user/user.${AUTHOR}`,
          },
        ],
      },
      { search_id: 's-2' },
    ),
    output: {
      authors: [
        {
          id: { kind: 'site', value: AUTHOR },
          fields: {
            redId: '100200300',
            nickname: '面包师',
            avatarUrl: 'https://sns-avatar-qc.xhscdn.com/avatar/invented.jpg',
          },
          counts: { fans: { raw: '1.6万', value: 16_000, approximate: true }, notes: { ...exact(157) } },
        },
      ],
      nextCursor: '{"page":2,"searchId":"s-2"}',
    },
    list: 'data.data.users',
  },
  {
    operation: 'topic.detail',
    path: TOPIC,
    input: { topicId: TOPIC_PAGE },
    body: ok('get_topic_info', {
      page_info: { id: TOPIC_PAGE, name: '面包', view_num: 54_486_530, discuss_num: 1_200 },
      tabs: [
        { id: 'trend', name: '最热' },
        { id: 'time', name: '最新' },
      ],
      share_info: {},
    }),
    output: {
      topicId: TOPIC_PAGE,
      name: '面包',
      views: exact(54_486_530),
      discussions: exact(1_200),
      tabs: ['最热', '最新'],
    },
    list: 'data.data.page_info',
  },
  {
    operation: 'topic.notes',
    path: FEED,
    input: { topicId: TOPIC_PAGE },
    body: ok('get_topic_feed', {
      items: [topicEntry],
      has_more: true,
      session_id: 's-3',
      first_load_time: 1_788_000_000_001,
    }),
    output: {
      notes: [topicNote],
      nextCursor: `{"noteId":"${NOTE}","score":"1788000000.12","createdAt":"1788000000000","sessionId":"s-3","firstLoadTime":"1788000000001"}`,
    },
    list: 'data.data.items',
  },
  {
    operation: 'account.balance',
    path: BALANCE,
    input: {},
    body: {
      code: 200,
      request_id: REQUEST_ID,
      api_key_data: {
        api_key_name: 'invented',
        api_key_scopes: ['/api/v1/xiaohongshu/'],
        created_at: '2026-01-05T08:00:00Z',
        expires_at: '2027-01-05T08:00:00Z',
        api_key_status: 1,
      },
      user_data: {
        email: 'someone@example.invalid',
        balance: 9.25,
        free_credit: 0.05,
        email_verified: true,
        account_disabled: false,
        is_active: true,
      },
    },
    output: {
      currency: 'USD',
      amount: 9.25,
      freeAmount: 0.05,
      keyName: 'invented',
      scopes: ['/api/v1/xiaohongshu/'],
      expiresAt: Date.UTC(2027, 0, 5, 8),
      isActive: true,
      isEmailVerified: true,
    },
    list: 'user_data',
  },
  {
    operation: 'account.price',
    path: PRICE,
    input: { endpoint: SEARCH },
    body: outer(PRICE, { endpoint_uri: SEARCH, endpoint_cost: 0.01, allow_free_credit: true }),
    output: { currency: 'USD', amount: 0.01 },
    list: 'data.endpoint_cost',
  },
];
