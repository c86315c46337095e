import type { NoteSighting } from '../../../../src/model/note';
import type { ProviderCases, RefusalCase } from '../case-types';

const NOTE = '66f0a1b2c3d4e5f607182901';
const AUTHOR = '5f0000000000000000000a01';
const AVATAR = 'https://sns-avatar-qc.xhscdn.com/avatar/invented.jpg';
const DETAIL = '/scraper/{scraper_id}/get_note_detail';
const PROFILE = '/scraper/{scraper_id}/get_user_profile';

const noteRow = {
  note_id: NOTE,
  type: 'video',
  title: '周末做面包',
  description: '',
  time: 1_788_000_000_000,
  last_update_time: 1_788_000_600_000,
  ip_location: '',
  user: { user_id: AUTHOR, nickname: '面包师', avatar: AVATAR },
  images: [
    { url: 'http://sns-webpic-qc.xhscdn.com/1/invented!nd', width: 1_080, height: 1_440, file_id: '' },
  ],
  video: {
    url: 'http://sns-video-zl.xhscdn.com/stream/invented_258.mp4?sign=a&t=b',
    width: 720,
    height: 1_280,
    duration: 86,
    format: 'h264',
  },
  tags: [{ id: 't1', name: '面包', type: 'topic' }],
  interact_info: {
    liked_count: '3.5万',
    collected_count: '2227',
    comment_count: '529',
    share_count: '0',
  },
};

const exact = (value: number) => ({ raw: String(value), value, approximate: false });

const note: NoteSighting = {
  noteId: NOTE,
  fields: {
    type: 'video',
    title: '周末做面包',
    text: '',
    author: { id: { kind: 'site', value: AUTHOR }, nickname: '面包师', avatarUrl: AVATAR },
    publishedAt: 1_788_000_000_000,
    editedAt: 1_788_000_600_000,
    images: [{ url: 'https://sns-webpic-qc.xhscdn.com/1/invented!nd', width: 1_080, height: 1_440 }],
    video: {
      durationSeconds: 86,
      streams: [
        {
          codec: 'h264',
          url: 'https://sns-video-zl.xhscdn.com/stream/invented_258.mp4?sign=a&t=b',
          backupUrls: [],
          width: 720,
          height: 1_280,
        },
      ],
    },
    topics: [{ id: 't1', name: '面包', kind: 'topic' }],
  },
  counts: {
    likes: { raw: '3.5万', value: 35_000, approximate: true },
    collects: exact(2_227),
    comments: exact(529),
    shares: exact(0),
  },
};

const profileRow = {
  nickname: '面包师',
  description: '每天一个面包',
  avatar: AVATAR,
  gender: 0,
  red_id: '100200300',
  follows: '34',
  fans: '5968',
  ip_location: '湖北',
  tags: [{ type: 'college', name: '面包学院', icon: 'x' }],
};

const error = (status: string, more: object = {}) => ({
  error: { status, message: 'invented words', ...more },
});
const free = { billed: false } as const;
const asked = { noteId: NOTE, xsecToken: 'ABx=' };

/** The vendor's page of errors (2026). */
const refusals: readonly RefusalCase[] = [
  { what: '400', status: 400, body: error('x'), failure: { ...free, kind: 'bad-request' } },
  { what: '401', status: 401, body: error('x'), failure: { ...free, kind: 'auth' } },
  { what: '403', status: 403, body: error('x'), failure: { ...free, kind: 'forbidden' } },
  {
    what: '404 of a scraper or a version',
    status: 404,
    body: error('x'),
    failure: { ...free, kind: 'forbidden', reason: 'scraper-or-version-unknown' },
  },
  {
    what: '422 of a token that belongs to another note',
    status: 422,
    body: error('stale_input'),
    failure: { ...free, kind: 'not-found', reason: 'stale-input', noRetry: true },
  },
  { what: '422 of another kind', status: 422, body: error('x'), failure: { ...free, kind: 'bad-request' } },
  {
    what: '429 with Retry-After',
    status: 429,
    headers: { 'retry-after': '12' },
    body: error('x'),
    failure: { ...free, kind: 'rate-limited', retryAfterMs: 12_000 },
  },
  { what: '429 without', status: 429, body: '', failure: { ...free, kind: 'rate-limited' } },
  {
    what: '500',
    status: 500,
    body: error('error'),
    failure: { ...free, kind: 'upstream-failed', reason: 'scraper-failed', noRetry: true },
  },
  {
    what: '502 of the upstream',
    status: 502,
    body: error('upstream_error', { upstream_status_code: 461, snippet: '<html>', url: 'https://invented' }),
    failure: { ...free, kind: 'upstream-failed', reason: 'upstream-error', noRetry: true },
  },
  {
    what: '503 that says when',
    status: 503,
    body: error('blocked', { retry_after: 30 }),
    failure: { ...free, kind: 'server', reason: 'blocked', retryAfterMs: 30_000 },
  },
  {
    what: '503 that does not',
    status: 503,
    body: error('blocked'),
    failure: { ...free, kind: 'server', reason: 'blocked', noRetry: true },
  },
  { what: '504 as HTML', status: 504, body: '<html></html>', failure: { ...free, kind: 'server' } },
  {
    what: '200 with nothing in it',
    status: 200,
    body: { data: {}, status: 'success' },
    failure: { billed: true, kind: 'not-found', reason: 'empty' },
  },
];

export const parsebotCases: ProviderCases = {
  provider: 'parsebot',
  credential: {
    family: 'parsebot',
    key: 'pmx-invented-key',
    region: 'world',
    scraperId: 'my-scraper',
    savedAt: 0,
  },
  bases: { world: 'https://api.parse.bot' },
  keyIn: { header: 'x-api-key', value: 'pmx-invented-key' },
  isUnreadableBilled: true,
  requests: [
    {
      operation: 'note.detail',
      path: DETAIL,
      input: asked,
      query: { note_id: NOTE, xsec_token: 'ABx=' },
    },
    {
      operation: 'author.profile',
      path: PROFILE,
      input: { userId: AUTHOR },
      query: { user_id: AUTHOR },
    },
  ],
  gaps: [
    { operation: 'note.detail', path: DETAIL, input: { noteId: NOTE }, gap: 'xsec-token' },
    { operation: 'note.detail', path: DETAIL, input: { shareText: 'x', xsecToken: 'ABx=' }, gap: 'note-id' },
    { operation: 'author.profile', path: PROFILE, input: { shareText: 'x' }, gap: 'user-id' },
  ],
  answers: [
    {
      operation: 'note.detail',
      path: DETAIL,
      input: asked,
      body: { data: noteRow, status: 'success' },
      output: { note },
      times: ['data.time', 'data.last_update_time'],
    },
    { operation: 'note.detail', path: DETAIL, input: asked, body: noteRow, output: { note } },
    {
      operation: 'author.profile',
      path: PROFILE,
      input: { userId: AUTHOR },
      body: { data: profileRow, status: 'success' },
      output: {
        id: { kind: 'site', value: AUTHOR },
        fields: {
          redId: '100200300',
          nickname: '面包师',
          avatarUrl: AVATAR,
          desc: '每天一个面包',
          gender: 'male',
          place: '湖北',
          tags: [{ kind: 'college', name: '面包学院' }],
        },
        counts: { follows: exact(34), fans: exact(5_968) },
      },
    },
  ],
  failed: [
    {
      what: 'a note that is another',
      operation: 'note.detail',
      path: DETAIL,
      input: { ...asked, noteId: '66f0a1b2c3d4e5f607182902' },
      body: { data: noteRow, status: 'success' },
      failure: { kind: 'invalid-response', billed: true, reason: 'wrong-note' },
    },
    {
      what: 'a profile without a name',
      operation: 'author.profile',
      path: PROFILE,
      input: { userId: AUTHOR },
      body: { data: { ...profileRow, nickname: '' }, status: 'success' },
      failure: { kind: 'invalid-response', billed: true, reason: 'nickname' },
    },
  ],
  refusals,
};
