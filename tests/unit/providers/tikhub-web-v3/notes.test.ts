import { describe, expect, it } from 'vitest';
import { tikhubWebV3 } from '../../../../src/providers/tikhub-web-v3/index';
import { endpointOf, failureOf, readAs, toUrl } from '../read-as';
import { card, MASKED_ID, NOTE_ID, user, USER_ID, wrap } from './invented';

const ROOT = 'https://api.tikhub.io/api/v1/xiaohongshu/web_v3';
const detail = endpointOf(tikhubWebV3, 'note.detail');
const notes = endpointOf(tikhubWebV3, 'author.notes');
const search = endpointOf(tikhubWebV3, 'search.notes');
const asked = { noteId: NOTE_ID, xsecToken: 'AB=' };
const readDetail = (items: unknown) => readAs(tikhubWebV3, detail, wrap({ items }), asked).note;
const exact = (value: number) => ({ raw: String(value), value, approximate: false });

describe('a note of Web V3', () => {
  it('is asked for with its token, and not without', () => {
    expect(toUrl(tikhubWebV3, detail, asked)).toBe(
      `${ROOT}/fetch_note_detail?note_id=${NOTE_ID}&xsec_token=AB%3D`,
    );
    expect(detail.findGap?.(asked)).toBeUndefined();
    expect(detail.findGap?.({ noteId: NOTE_ID })).toBe('xsec-token');
    expect(detail.findGap?.({ shareText: 'x', xsecToken: 'AB=' })).toBe('note-id');
  });

  it('is read', () => {
    expect(readDetail([{ id: NOTE_ID, modelType: 'note', noteCard: card }])).toEqual({
      noteId: NOTE_ID,
      fields: {
        type: 'video',
        title: '海边的一天',
        text: '风很大 #海[话题]#',
        author: {
          id: { kind: 'site', value: USER_ID },
          nickname: '阿岚',
          avatarUrl: 'https://sns-avatar-qc.xhscdn.com/avatar/a.jpg',
        },
        publishedAt: 1_700_000_000_000,
        editedAt: 1_700_000_500_000,
        place: '浙江',
        images: [
          {
            url: 'https://sns-webpic-qc.xhscdn.com/1/cover!nd_dft',
            previewUrl: 'https://sns-webpic-qc.xhscdn.com/1/cover!nd_prv',
            width: 1080,
            height: 1440,
          },
        ],
        video: {
          durationSeconds: 41,
          streams: [
            {
              codec: 'h264',
              url: 'https://sns-video-bd.xhscdn.com/stream/1.mp4',
              backupUrls: ['https://sns-bak-v1.xhscdn.com/stream/1.mp4'],
              width: 720,
              height: 1280,
              bitrate: 900,
              sizeBytes: 3_000_000,
              streamType: 258,
            },
          ],
        },
        topics: [{ id: 't1', name: '海', kind: 'topic' }],
      },
      counts: {
        likes: { raw: '1.2万', value: 12_000, approximate: true },
        collects: exact(45),
        comments: exact(6),
        shares: exact(0),
      },
    });
  });

  it('is read with what is missing left unknown, seconds told from milliseconds, ids beyond 2^53 whole', () => {
    const bare = { noteId: NOTE_ID, title: '无', time: 1_700_000_000, user: { ...user, userId: MASKED_ID } };
    expect(readDetail([{ noteCard: bare }])).toEqual({
      noteId: NOTE_ID,
      fields: {
        title: '无',
        publishedAt: 1_700_000_000_000,
        author: {
          id: { kind: 'masked', value: MASKED_ID },
          nickname: '阿岚',
          avatarUrl: 'https://sns-avatar-qc.xhscdn.com/avatar/a.jpg',
        },
      },
      counts: {},
    });
    const text = JSON.stringify(wrap({ items: [{ noteCard: card }] }));
    const big = text.replace('"media":{', '"media":{"videoId":137485620139485975,');
    const read = readAs(tikhubWebV3, detail, big, asked).note.fields.video;
    expect(read?.videoId).toBe('137485620139485975');
    expect(readDetail([{ noteCard: { ...card, type: 'normal', video: undefined } }]).fields.video).toBeNull();
  });

  it('takes pictures by scene where they are not named, and the moving part of a live photo', () => {
    const moving = { h264: [{ masterUrl: 'http://sns-video-bd.xhscdn.com/live.mp4' }] };
    const imageList = [
      {
        infoList: [
          { imageScene: 'WB_PRV', url: 'http://sns-webpic-qc.xhscdn.com/p' },
          { imageScene: 'WB_DFT', url: 'http://sns-webpic-qc.xhscdn.com/d' },
        ],
        livePhoto: true,
        stream: moving,
      },
      { url: 'http://sns-webpic-qc.xhscdn.com/3?imageView2/2/w/1080/format/heif/q/45' },
      { urlDefault: '' },
    ];
    expect(readDetail([{ noteCard: { ...card, imageList } }]).fields.images).toEqual([
      {
        url: 'https://sns-webpic-qc.xhscdn.com/d',
        previewUrl: 'https://sns-webpic-qc.xhscdn.com/p',
        livePhotoUrl: 'https://sns-video-bd.xhscdn.com/live.mp4',
      },
      { url: 'https://sns-webpic-qc.xhscdn.com/3?imageView2/2/w/1080/format/jpg/q/45' },
    ]);
  });

  const zero = { likedCount: '0', collectedCount: '0', commentCount: '0', shareCount: '' };
  it.each([
    ['none', [], 'not-found', 'empty'],
    [
      'another',
      [{ noteCard: { ...card, noteId: '66aa00000000000000000009' } }],
      'invalid-response',
      'wrong-note',
    ],
    [
      'one without an id',
      [{ noteCard: { ...card, noteId: '' } }],
      'invalid-response',
      'items.0.noteCard.noteId',
    ],
    ['no card', [{ id: NOTE_ID, note_card: card }], 'invalid-response', 'items.0.noteCard'],
    [
      'a card on which nothing stands',
      [{ noteCard: { noteId: NOTE_ID, title: '', desc: '', user: {}, interactInfo: zero } }],
      'invalid-response',
      'empty-card',
    ],
    ['no list', undefined, 'invalid-response', 'items'],
    ['a list of another kind', {}, 'invalid-response', 'items'],
  ])('is refused where there is %s', (_, items, kind, reason) => {
    expect(failureOf(() => readDetail(items))).toMatchObject({ kind, reason });
  });

  it('is refused where the inner envelope says so, and charged for', () => {
    const failure = failureOf(() => readAs(tikhubWebV3, detail, wrap({ items: [] }, false), asked));
    expect(failure).toMatchObject({ kind: 'upstream-failed', billed: true, requestId: 'req-7' });
  });
});

describe("an author's notes of Web V3", () => {
  const row = { ...card, displayTitle: '封面上的题', xsecToken: 'TKN=', cover: card.imageList[0] };
  const read = (body: object, cursor?: string) =>
    readAs(tikhubWebV3, notes, wrap(body), { userId: USER_ID, ...(cursor === undefined ? {} : { cursor }) });

  it('are asked for thirty at a time', () => {
    expect(toUrl(tikhubWebV3, notes, { userId: USER_ID })).toBe(
      `${ROOT}/fetch_user_notes?user_id=${USER_ID}&num=30`,
    );
    expect(toUrl(tikhubWebV3, notes, { userId: USER_ID, cursor: 'c/2' })).toBe(
      `${ROOT}/fetch_user_notes?user_id=${USER_ID}&cursor=c%2F2&num=30`,
    );
  });

  it('are read with their tokens and covers', () => {
    const page = read({ notes: [row], cursor: 'next', hasMore: true });
    expect(page.nextCursor).toBe('next');
    expect(page.notes).toEqual([
      {
        noteId: NOTE_ID,
        fields: {
          type: 'video',
          title: '封面上的题',
          author: {
            id: { kind: 'site', value: USER_ID },
            nickname: '阿岚',
            avatarUrl: 'https://sns-avatar-qc.xhscdn.com/avatar/a.jpg',
          },
          cover: {
            url: 'https://sns-webpic-qc.xhscdn.com/1/cover!nd_dft',
            previewUrl: 'https://sns-webpic-qc.xhscdn.com/1/cover!nd_prv',
            width: 1080,
            height: 1440,
          },
        },
        counts: {
          likes: { raw: '1.2万', value: 12_000, approximate: true },
          collects: exact(45),
          comments: exact(6),
          shares: exact(0),
        },
        token: { xsecToken: 'TKN=' },
      },
    ]);
  });

  it('end where nothing more is promised, the cursor stands still or the page is empty', () => {
    expect(read({ notes: [row], cursor: 'next', hasMore: false }).nextCursor).toBeUndefined();
    expect(read({ notes: [row], cursor: 'same', hasMore: true }, 'same').nextCursor).toBeUndefined();
    expect(read({ notes: [], cursor: 'next', hasMore: true }).nextCursor).toBeUndefined();
    expect(read({ notes: [row], cursor: '', hasMore: true }).nextCursor).toBeUndefined();
  });

  it('are refused without list or ids', () => {
    expect(failureOf(() => read({ items: [row] })).reason).toBe('notes');
    expect(failureOf(() => read({ notes: [row, { ...row, noteId: undefined }] })).reason).toBe(
      'notes.1.noteId',
    );
  });
});

describe('a search of Web V3', () => {
  it('is asked for in its words', () => {
    expect(toUrl(tikhubWebV3, search, { keyword: '海 边' })).toBe(
      `${ROOT}/fetch_search_notes?keyword=%E6%B5%B7%20%E8%BE%B9&page=1`,
    );
    expect(
      toUrl(tikhubWebV3, search, { keyword: 'a', sort: 'newest', type: 'video', time: 'any', cursor: '3' }),
    ).toBe(`${ROOT}/fetch_search_notes?keyword=a&page=3&sort=time_descending&note_type=2`);
    const ask = (more: object) => new URL(toUrl(tikhubWebV3, search, { keyword: 'a', ...more })).searchParams;
    expect(ask({ sort: 'most-liked' }).get('sort')).toBe('popularity_descending');
    expect(ask({ sort: 'general' }).get('sort')).toBe('general');
    expect(ask({ type: 'image' }).get('note_type')).toBe('1');
    expect(ask({ type: 'all' }).get('note_type')).toBe('0');
  });

  it('is not asked for what it cannot express', () => {
    const gap = (more: object) => search.findGap?.({ keyword: 'a', ...more });
    expect([gap({}), gap({ sort: 'newest', type: 'image', time: 'any' })]).toEqual([undefined, undefined]);
    expect([gap({ sort: 'most-commented' }), gap({ sort: 'most-collected' })]).toEqual(['sort', 'sort']);
    expect([gap({ type: 'live' }), gap({ time: 'day' }), gap({ time: 'half-year' })]).toEqual([
      'type',
      'time',
      'time',
    ]);
  });

  it('is read without what is no note', () => {
    const items = [
      {
        id: NOTE_ID,
        modelType: 'note',
        noteCard: { ...card, displayTitle: '题', noteId: undefined },
        xsecToken: 'T',
      },
      { id: 'ads', modelType: 'ads', noteCard: card },
      { id: 'rec', modelType: 'rec_query' },
    ];
    const page = readAs(tikhubWebV3, search, wrap({ items, hasMore: true }), { keyword: 'a', cursor: '2' });
    expect(page.nextCursor).toBe('3');
    expect(page.notes.map((note) => [note.noteId, note.fields.title, note.token])).toEqual([
      [NOTE_ID, '题', { xsecToken: 'T' }],
    ]);
    const last = readAs(tikhubWebV3, search, wrap({ items, hasMore: false }), { keyword: 'a' });
    expect(last.nextCursor).toBeUndefined();
    expect(
      failureOf(() => readAs(tikhubWebV3, search, wrap({ notes: items }), { keyword: 'a' })).reason,
    ).toBe('items');
  });
});
