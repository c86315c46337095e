import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { AppError } from '../../../../src/model/errors';
import { ENDPOINTS } from '../../../../src/site/endpoints/registry';
import { parseCapture } from '../../../../src/site/endpoints/parse-capture';
import { parseInitialState } from '../../../../src/site/initial-state';
import { parseNoteState } from '../../../../src/site/states/note-state';
import { commentBody, NOTE, noteBody, toSnake } from '../invented';

const PATHS = ENDPOINTS.map((endpoint) => {
  const source = endpoint.path.source.replaceAll('\\', '').replace(/\(\?:.*\)\?/, '');
  return source.slice(1, -1).replace('vd', 'v1');
});
const PAGE = 'https://www.xiaohongshu.com/explore';

const capture = (path: string, body: string) =>
  parseCapture({
    url: `https://edith.xiaohongshu.com/api/sns/web/${path}?note_id=${NOTE}&root_comment_id=${NOTE}&target_user_id=${NOTE}`,
    status: 200,
    body,
    pageUrl: PAGE,
  });

const envelope = (payload: unknown) => JSON.stringify({ code: 0, success: true, data: toSnake(payload) });

/** The error's details, or what was read. */
function attempt(work: () => unknown): unknown {
  try {
    return work();
  } catch (error) {
    if (error instanceof AppError && error.code === 'page-changed')
      return { changed: error.details['missing'] };
    throw error;
  }
}

describe('malformed answers', () => {
  it('reaches every endpoint', () => {
    expect(PATHS.map((path) => capture(path, '{"code":-1}')?.endpointId)).toEqual(
      ENDPOINTS.map((endpoint) => endpoint.id),
    );
  });

  it.each([
    '',
    'null',
    '[]',
    '7',
    '"text"',
    '<html></html>',
    '{"code":0',
    '{}',
    '{"code":"0"}',
    '{"data":{}}',
  ])('of the body %j say that the page has changed, on every endpoint', (body) => {
    for (const path of PATHS) expect(attempt(() => capture(path, body))).toHaveProperty('changed');
  });

  it('name what is missing', () => {
    const without = (key: string) => ({ items: [{ noteCard: { ...noteBody(NOTE), [key]: undefined } }] });
    expect(attempt(() => capture('v1/feed', envelope({})))).toEqual({ changed: 'items' });
    for (const key of ['noteId', 'type', 'time', 'user', 'interactInfo', 'imageList']) {
      expect(attempt(() => capture('v1/feed', envelope(without(key))))).toEqual({
        changed: `items.0.noteCard.${key}`,
      });
    }
    const comments = (row: object) => capture('v2/comment/page', envelope({ comments: [row] }));
    for (const key of ['id', 'noteId', 'content', 'createTime', 'userInfo']) {
      const row = { ...commentBody(NOTE, 1), [key]: undefined };
      expect(attempt(() => comments(row))).toEqual({ changed: `comments.0.${key}` });
    }
    const moved = { ...commentBody(NOTE, 1), userInfo: { uid: '1', nickname: 'n' } };
    expect(attempt(() => comments(moved))).toEqual({ changed: 'comments.0.userInfo.userId' });
    expect(attempt(() => capture('v2/comment/page', envelope({ hasMore: true })))).toEqual({
      changed: 'comments',
    });
  });

  it('of any other kind never do anything but be read or refused', () => {
    fc.assert(
      fc.property(fc.constantFrom(...PATHS), fc.jsonValue(), (path, payload) => {
        attempt(() => capture(path, JSON.stringify({ code: 0, data: payload })));
      }),
      { numRuns: 500 },
    );
  });

  it('with one field of another kind never give a value of that kind', () => {
    const kinds = [7, 'text', true, [], {}, [[]], null];
    for (const key of Object.keys(noteBody(NOTE))) {
      for (const wrong of kinds) {
        const body = envelope({ items: [{ noteCard: { ...noteBody(NOTE), [key]: wrong } }] });
        const read = attempt(() => capture('v1/feed', body)) as {
          changed?: unknown;
          sightings?: { notes: unknown[] };
        };
        const isRefused = read.changed !== undefined;
        const note = read.sightings?.notes[0] as { fields: Record<string, unknown> } | undefined;
        for (const name of ['title', 'text', 'place'] as const) {
          expect(isRefused || ['string', 'undefined'].includes(typeof note?.fields[name])).toBe(true);
        }
      }
    }
  });

  it('with keys that reach for prototypes change no prototype', () => {
    const evil =
      '{"__proto__":{"polluted":1},"constructor":{"prototype":{"polluted":1}},"items":[],"comments":[],"notes":[]}';
    for (const path of PATHS)
      attempt(() => capture(path, `{"code":0,"data":${evil},"__proto__":{"polluted":1}}`));
    const state = `{"note":{"noteDetailMap":{"__proto__":{"${NOTE}":{"note":{"noteId":"${NOTE}"}}}}}}`;
    expect(parseNoteState(parseInitialState(state), NOTE)).toEqual({ viewer: {} });
    expect(({} as Record<string, unknown>)['polluted']).toBeUndefined();
  });

  it('nested a hundred thousand deep are refused, not followed', () => {
    const deep = '['.repeat(100_000) + ']'.repeat(100_000);
    for (const path of PATHS)
      attempt(() => capture(path, `{"code":0,"data":{"items":${deep},"comments":${deep}}}`));
    expect(
      attempt(() =>
        parseNoteState({ note: { noteDetailMap: { [NOTE]: { note: JSON.parse(deep) as unknown } } } }, NOTE),
      ),
    ).toBeDefined();
  });

  it('of 50 MB are read or refused within seconds', () => {
    const huge = envelope({ items: [{ noteCard: { ...noteBody(NOTE), desc: 'x'.repeat(50_000_000) } }] });
    const started = performance.now();
    attempt(() => capture('v1/feed', huge));
    attempt(() => capture('v1/feed', `{"code":0,"data":"${'\\"'.repeat(25_000_000)}`));
    expect(performance.now() - started).toBeLessThan(10_000);
  });
});

describe('HTML in every field', () => {
  const HTML = '<img src=x onerror=alert(1)>';
  const fill = (value: unknown): unknown => {
    if (typeof value === 'string') return /^[0-9a-f]{24}$/.test(value) ? value : HTML;
    if (Array.isArray(value)) return value.map(fill);
    if (typeof value !== 'object' || value === null) return value;
    return Object.fromEntries(Object.entries(value).map(([key, inner]) => [key, fill(inner)]));
  };

  it('stays text, and never becomes an address, a count or a kind', () => {
    const parsed = capture('v1/feed', envelope({ items: [{ noteCard: fill(noteBody(NOTE)) }] }));
    const note = parsed?.sightings.notes?.[0];
    expect(note?.fields).toMatchObject({ title: HTML, text: HTML, place: HTML, images: [] });
    expect([note?.fields.type, note?.fields.author?.avatarUrl, note?.counts]).toEqual([
      undefined,
      undefined,
      {},
    ]);
    const page = capture('v2/comment/page', envelope({ comments: [fill(commentBody(NOTE, 1))] }))?.sightings
      .comments;
    expect(page?.comments[0]).toMatchObject({ content: HTML });
    expect([page?.comments[0]?.likes, page?.comments[0]?.author?.avatarUrl]).toEqual([undefined, undefined]);
  });
});
