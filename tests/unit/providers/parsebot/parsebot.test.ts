import { describe, expect, it } from 'vitest';
import type { Credential } from '../../../../src/model/providers/credential';
import { ProviderError } from '../../../../src/model/providers/provider-error';
import { parsebot } from '../../../../src/providers/parsebot/index';

const NOTE_ID = '66aa00000000000000000001';
const USER_ID = '5faa00000000000000000002';
const CREDENTIAL: Credential = { family: 'parsebot', key: 'pmx_invented', region: 'world', savedAt: 1 };
const [noteDetail] = parsebot.operations['note.detail'] ?? [];
const [authorProfile] = parsebot.operations['author.profile'] ?? [];
const CALL = { path: noteDetail?.path ?? '', query: {} };

const note = {
  note_id: NOTE_ID,
  type: 'video',
  title: '海边的一天',
  description: '',
  time: 1_700_000_000_000,
  last_update_time: 1_700_000_500_000,
  ip_location: '',
  user: { user_id: USER_ID, nickname: '阿岚', avatar: 'http://sns-avatar-qc.xhscdn.com/avatar/a.jpg' },
  images: [
    { url: 'http://sns-webpic-qc.xhscdn.com/1/cover!nd_1', width: 1080, height: 1440, file_id: '' },
    { url: 'https://elsewhere.example/x.jpg', width: 1, height: 1 },
  ],
  video: {
    url: 'http://sns-video-zl.xhscdn.com/stream/1.mp4?sign=s&t=1',
    width: 720,
    height: 1280,
    duration: 86,
    format: 'h264',
  },
  tags: [{ id: 't1', name: '海', type: 'topic' }, { id: 't2' }],
  interact_info: { liked_count: '3.5万', collected_count: '2227', comment_count: '0', share_count: '10+' },
};

const profile = {
  nickname: '阿岚',
  description: '看海',
  avatar: 'https://sns-avatar-qc.xhscdn.com/avatar/a.jpg?imageView2/2/w/540/format/heif',
  gender: 1,
  red_id: '9000001',
  follows: '12',
  fans: '1.5万',
  ip_location: '浙江',
  tags: [{ type: 'location', name: '杭州', icon: 'x' }, { icon: 'y' }],
};

function open(status: number, body: unknown, headers: Record<string, string> = {}) {
  const text = typeof body === 'string' ? body : JSON.stringify(body);
  return parsebot.open({ status, headers, text, at: 0 }, CALL);
}

function failureOf(act: () => unknown) {
  try {
    act();
  } catch (thrown) {
    if (thrown instanceof ProviderError) return thrown.failure;
  }
  throw new Error('no ProviderError');
}

const failure = (...args: Parameters<typeof open>) => failureOf(() => open(...args));
const readNote = (payload: unknown) => noteDetail?.read(payload, { noteId: NOTE_ID, xsecToken: 'T=' }).note;

describe('Parse.bot asks', () => {
  it('for a note with its token, at the public scraper, with the key in a header only', () => {
    const query = noteDetail?.toQuery({ noteId: NOTE_ID, xsecToken: 'AB+/=' }, 0) ?? {};
    expect(parsebot.toRequest({ ...CALL, query }, CREDENTIAL)).toEqual({
      url: `https://api.parse.bot/scraper/112e2db4-437f-4511-96f5-f0f62d23a010/get_note_detail?note_id=${NOTE_ID}&xsec_token=AB%2B%2F%3D`,
      headers: { 'x-api-key': 'pmx_invented', accept: 'application/json' },
    });
  });

  it("for a profile, at the user's own scraper and version", () => {
    const query = authorProfile?.toQuery({ userId: USER_ID }, 0) ?? {};
    const own = { ...CREDENTIAL, scraperId: 'own-scraper', snapshotVersion: '7' };
    expect(parsebot.toRequest({ path: authorProfile?.path ?? '', query }, own)).toEqual({
      url: `https://api.parse.bot/scraper/own-scraper/get_user_profile?user_id=${USER_ID}`,
      headers: { 'x-api-key': 'pmx_invented', accept: 'application/json', 'api-snapshot-version': '7' },
    });
  });

  it('for nothing that it cannot be asked for', () => {
    expect(noteDetail?.findGap?.({ noteId: NOTE_ID })).toBe('xsec-token');
    expect(noteDetail?.findGap?.({ shareText: 'https://xhslink.com/a/b', xsecToken: 'T' })).toBe('note-id');
    expect(noteDetail?.findGap?.({ noteId: NOTE_ID, xsecToken: 'T' })).toBeUndefined();
    expect(authorProfile?.findGap?.({ shareText: 'x' })).toBe('user-id');
    expect(Object.keys(parsebot.operations)).toEqual(['note.detail', 'author.profile']);
  });
});

describe('Parse.bot answers', () => {
  it('wrapped or bare, each for one credit', () => {
    expect(open(200, { data: note, status: 'success' })).toEqual({ payload: note, billed: true });
    expect(open(200, note)).toEqual({ payload: note, billed: true });
  });

  it('a note', () => {
    expect(readNote(note)).toEqual({
      noteId: NOTE_ID,
      fields: {
        type: 'video',
        title: '海边的一天',
        text: '',
        author: {
          id: { kind: 'site', value: USER_ID },
          nickname: '阿岚',
          avatarUrl: 'https://sns-avatar-qc.xhscdn.com/avatar/a.jpg',
        },
        publishedAt: 1_700_000_000_000,
        editedAt: 1_700_000_500_000,
        images: [{ url: 'https://sns-webpic-qc.xhscdn.com/1/cover!nd_1', width: 1080, height: 1440 }],
        video: {
          durationSeconds: 86,
          streams: [
            {
              codec: 'h264',
              url: 'https://sns-video-zl.xhscdn.com/stream/1.mp4?sign=s&t=1',
              backupUrls: [],
              width: 720,
              height: 1280,
            },
          ],
        },
        topics: [{ id: 't1', name: '海', kind: 'topic' }],
      },
      counts: {
        likes: { raw: '3.5万', value: 35_000, approximate: true },
        collects: { raw: '2227', value: 2_227, approximate: false },
        comments: { raw: '0', value: 0, approximate: false },
        shares: { raw: '10+', value: 10, approximate: true },
      },
    });
  });

  it('a note of pictures, which has no video; seconds are told from milliseconds; what is missing stays unknown', () => {
    const pictures = { ...note, video: undefined, type: 'normal', time: 1_700_000_000 };
    expect(readNote(pictures)?.fields).toMatchObject({ video: null, publishedAt: 1_700_000_000_000 });
    const bare = readNote({ note_id: NOTE_ID, interact_info: {}, time: 0 });
    expect(bare).toEqual({ noteId: NOTE_ID, fields: {}, counts: {} });
  });

  it('keeps a masked id of the author masked', () => {
    const user = { user_id: 'a53c5dfd23210947ff7cf8d05400c', nickname: '阿岚' };
    expect(readNote({ ...note, user })?.fields.author?.id).toEqual({ kind: 'masked', value: user.user_id });
  });

  it('a profile, of the person that was asked for', () => {
    expect(authorProfile?.read(profile, { userId: USER_ID })).toEqual({
      id: { kind: 'site', value: USER_ID },
      fields: {
        redId: '9000001',
        nickname: '阿岚',
        avatarUrl: 'https://sns-avatar-qc.xhscdn.com/avatar/a.jpg?imageView2/2/w/540/format/jpg',
        desc: '看海',
        gender: 'female',
        place: '浙江',
        tags: [{ kind: 'location', name: '杭州' }],
      },
      counts: {
        follows: { raw: '12', value: 12, approximate: false },
        fans: { raw: '1.5万', value: 15_000, approximate: true },
      },
    });
    expect(authorProfile?.read({ nickname: '阿岚' }, { userId: USER_ID })).toEqual({
      id: { kind: 'site', value: USER_ID },
      fields: { nickname: '阿岚' },
      counts: {},
    });
  });

  it.each([
    ['another note', { ...note, note_id: '66aa00000000000000000009' }, 'wrong-note'],
    ['no id', { ...note, note_id: undefined }, 'note_id'],
    ['no counts', { ...note, interact_info: undefined }, 'interact_info'],
    ['a list', [note], 'payload'],
    ['pictures of another kind', { ...note, images: 'x' }, 'images'],
  ])('refuses %s', (_, payload, reason) => {
    expect(failureOf(() => readNote(payload))).toMatchObject({ kind: 'invalid-response', reason });
  });

  it('refuses a profile without a name', () => {
    expect(
      failureOf(() => authorProfile?.read({ ...profile, nickname: '' }, { userId: USER_ID })),
    ).toMatchObject({ kind: 'invalid-response', reason: 'nickname' });
  });
});

describe('Parse.bot fails', () => {
  const words = (status: string, more: object = {}) => ({ error: { status, message: 'words', ...more } });

  it.each([
    [400, words('bad'), { kind: 'bad-request' }],
    [401, words('unauthorized'), { kind: 'auth' }],
    [403, words('forbidden'), { kind: 'forbidden' }],
    [404, words('not_found'), { kind: 'forbidden', reason: 'scraper-or-version-unknown' }],
    [422, words('stale_input'), { kind: 'not-found', reason: 'stale-input', noRetry: true }],
    [422, words('other'), { kind: 'bad-request' }],
    [500, words('error'), { kind: 'upstream-failed', reason: 'scraper-failed', noRetry: true }],
    [
      502,
      words('upstream_error', { upstream_status_code: 461, snippet: 'text', url: 'https://x' }),
      { kind: 'upstream-failed', reason: 'upstream-error', noRetry: true },
    ],
    [503, words('blocked', { retry_after: 12 }), { kind: 'server', reason: 'blocked', retryAfterMs: 12_000 }],
    [503, words('blocked'), { kind: 'server', reason: 'blocked', noRetry: true }],
    [503, '<html>down</html>', { kind: 'server', reason: 'unavailable', noRetry: true }],
    [504, '<html>slow</html>', { kind: 'server' }],
    [418, '', { kind: 'invalid-response', reason: 'status-418' }],
  ])('with %i as its table says, uncharged', (status, body, expected) => {
    expect(failure(status, body)).toEqual({ status, billed: false, ...expected });
  });

  it('with 429, and waits as long as it is told', () => {
    const limited = { kind: 'rate-limited', status: 429, billed: false };
    expect(failure(429, words('limit'), { 'retry-after': '30' })).toEqual({
      ...limited,
      retryAfterMs: 30_000,
    });
    expect(failure(429, words('limit'))).toEqual(limited);
    expect(failure(429, '', { 'retry-after': 'soon' })).toEqual(limited);
  });

  it.each([
    ['HTML', '<html></html>', 'not-json'],
    ['a cut body', '{"data":{"note_id":"', 'not-json'],
    ['nothing', '', 'empty-body'],
    ['a list', '[]', 'not-json'],
  ])('where %s comes with 200', (_, body, reason) => {
    expect(failure(200, body)).toEqual({ kind: 'invalid-response', status: 200, billed: true, reason });
  });

  it.each([[{ data: null, status: 'success' }], [{ data: {}, status: 'success' }]])(
    'where it gives nothing',
    (body) => {
      expect(failure(200, body)).toEqual({ kind: 'not-found', status: 200, billed: true, reason: 'empty' });
    },
  );
});
