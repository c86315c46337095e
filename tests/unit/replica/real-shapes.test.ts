import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { runInNewContext } from 'node:vm';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { startReplica } from '../../replica/start';
import type { Replica } from '../../replica/types';
import { ask, type Ask, callApi, readCommentPage } from './ask';
import { missingFrom, type Shape, shapeOf, toSnakeKeys } from './shape';

/**
 * The replica's bodies against real ones, where the folder of real ones is at hand: every key the real body has must
 * be in ours, with a value of the same kind; every key that only ours has must be one of those known to be newer.
 */
const samplesDir = process.env['REAL_SAMPLES_DIR'];

let replica: Replica;
beforeAll(async () => {
  replica = await startReplica(samplesDir === undefined ? {} : { samplesDir });
});
afterAll(() => replica.close());

function readSample(path: string): unknown {
  return JSON.parse(readFileSync(join(samplesDir ?? '', 'api', path), 'utf8'));
}

function getId(key: string): string {
  return replica.world.findNote(key)?.noteId ?? '';
}

async function readApi(path: string, options: Ask & { input?: unknown } = {}): Promise<unknown> {
  return (await callApi(replica, path, { session: 'member', ...options })).envelope;
}

async function readNote(key: string): Promise<unknown> {
  const input = { source_note_id: getId(key), xsec_token: replica.issueToken(getId(key)) };
  return readApi('/api/sns/web/v1/feed', { input });
}

/** Keys of ours that no sample has, because they came later, without those below them. */
function onlyOurs(ours: Shape, real: Shape, newer: readonly RegExp[]): readonly string[] {
  return [...ours.keys()].filter((path) => !real.has(path) && !newer.some((pattern) => pattern.test(path)));
}

const TOKEN_OF_USER = /\.(user|user_info)\.xsec_token$/;

describe.skipIf(samplesDir === undefined)('the shape of', () => {
  it('a page of comments', async () => {
    const real = shapeOf(readSample('comment-page.2024-06.longdan.res.json'));
    const pages = [];
    for (let cursor = ''; cursor !== 'end';) {
      const { envelope, page } = await readCommentPage(replica, getId('popular'), { cursor });
      pages.push(envelope);
      cursor = page.has_more ? page.cursor : 'end';
    }
    const ours = shapeOf(...pages);
    expect(missingFrom(ours, real)).toEqual([]);
    expect(
      onlyOurs(ours, real, [
        TOKEN_OF_USER,
        /\.pictures/,
        /\.at_users\[\]/,
        /show_tags\[\]/,
        /^\.data\.xsec_token$/,
      ]),
    ).toEqual([]);
  });

  it('a page of replies', async () => {
    const real = shapeOf(readSample('comment-sub-page.2024-09.longdan.res.json'));
    const note = replica.world.findNote('popular');
    const pages = [];
    for (const root of note?.comments.filter((comment) => comment.replies.length > 2) ?? []) {
      pages.push(
        (
          await readCommentPage(replica, note?.noteId ?? '', {
            root: root.id,
            cursor: root.replies[0]?.id ?? '',
          })
        ).envelope,
      );
    }
    const ours = shapeOf(...pages);
    expect(missingFrom(ours, real)).toEqual([]);
    expect(
      onlyOurs(ours, real, [
        TOKEN_OF_USER,
        /\.pictures/,
        /\.at_users\[\]/,
        /show_tags\[\]/,
        /^\.data\.xsec_token$/,
      ]),
    ).toEqual([]);
  });

  it('a note', async () => {
    const real = shapeOf(readSample('feed-note-detail.2024-06.longdan.res.json'));
    const ours = shapeOf(await readNote('tea'));
    expect(missingFrom(ours, real)).toEqual([]);
    expect(
      onlyOurs(ours, real, [
        TOKEN_OF_USER,
        /note_card\.xsec_token$/,
        /note_card\.ip_location$/,
        /at_user_list\[\]/,
      ]),
    ).toEqual([]);
  });

  it('the feed', async () => {
    const real = shapeOf(readSample('homefeed.2025-05.raven.json'));
    const ours = shapeOf(await readApi('/api/sns/web/v1/homefeed', { input: { note_index: 0 } }));
    expect(missingFrom(ours, real)).toEqual([]);
    expect(onlyOurs(ours, real, [/\.cover\.url_(pre|default)$/, /\.note_card\.video/])).toEqual([]);
  });

  it('a search', async () => {
    const real = shapeOf(readSample('search-notes.2024.longdan.res.json'));
    const ours = shapeOf(
      await readApi('/api/sns/web/v1/search/notes', { input: { keyword: '茶', page: 1 } }),
    );
    expect(missingFrom(ours, real)).toEqual([]);
  });

  it.each(['mentions', 'likes', 'connections'])('messages: %s', async (kind) => {
    const real = shapeOf(readSample(`2023/${kind}.json`));
    const ours = shapeOf(await readApi(`/api/sns/web/v1/you/${kind}?num=20&cursor=`));
    expect(missingFrom(ours, real)).toEqual([]);
  });

  it('a profile', async () => {
    const real = shapeOf(readSample('2023/user_info.json'));
    const userId = replica.world.authors[5]?.userId ?? '';
    expect(
      missingFrom(shapeOf(await readApi(`/api/sns/web/v1/user/otherinfo?target_user_id=${userId}`)), real),
    ).toEqual([]);
  });

  it.each([
    ['normal', ['tea', 'untitled']],
    ['video', ['video', 'feed-4', 'feed-11']],
    ['livephoto', ['livephoto']],
  ] as const)('server-rendered notes: %s', async (kind, keys) => {
    const real = shapeOf(...readRealNotes(kind).map(toSnakeKeys));
    const ours = [];
    for (const key of keys) {
      const body = (await readNote(key)) as { data: { items: readonly { note_card: unknown }[] } };
      ours.push(body.data.items[0]?.note_card);
    }
    expect(missingFrom(shapeOf(...ours), real)).toEqual([]);
  });

  it.each([
    ['guest-normal', 'tea', 'guest'],
    ['loggedin-normal', 'tea', 'member'],
    ['guest-livephoto', 'livephoto', 'guest'],
    ['guest-unavailable', 'under-review', 'guest'],
    ['guest-notfound', 'removed', 'guest'],
  ] as const)('the state of %s pages, as to note and visitor', async (kind, key, session) => {
    const real = readSavedPages(kind).map(({ noteId, text }) => readNoteAndUser(text, noteId));
    expect(real.length).toBeGreaterThan(0);
    const page = await ask(replica, replica.noteUrl(key), { session });
    expect(missingFrom(shapeOf(readNoteAndUser(page.text, getId(key))), shapeOf(...real))).toEqual([]);
  });

  it('saved pages: they are served byte by byte, whatever the token', async () => {
    for (const file of readdirSync(join(samplesDir ?? '', 'ssr-note-html'))) {
      const noteId = file.split('.').at(-2) ?? '';
      const page = await ask(replica, `https://www.xiaohongshu.com/explore/${noteId}?xsec_token=any`);
      expect(page.status).toBe(200);
      expect(page.headers['content-security-policy']).toBeUndefined();
      expect(page.bytes.equals(readFileSync(join(samplesDir ?? '', 'ssr-note-html', file)))).toBe(true);
    }
  });
});

interface PageState {
  readonly user: unknown;
  readonly note: { readonly noteDetailMap: Readonly<Record<string, { readonly note: unknown }>> };
}

function readSavedPages(kind: string): readonly { noteId: string; text: string }[] {
  const folder = join(samplesDir ?? '', 'ssr-note-html');
  return readdirSync(folder)
    .filter((name) => name.includes(kind))
    .map((name) => ({
      noteId: name.split('.').at(-2) ?? '',
      text: readFileSync(join(folder, name), 'utf8'),
    }));
}

/** The state of a page, by running its inline script alone. */
function readState(page: string): PageState {
  const script = /window\.__INITIAL_STATE__=(.*?)<\/script>/s.exec(page)?.[1] ?? '';
  return runInNewContext(`(${script})`) as PageState;
}

function readRealNotes(kind: string): readonly unknown[] {
  return readSavedPages(`-${kind}`).map(
    ({ noteId, text }) => readState(text).note.noteDetailMap[noteId]?.note,
  );
}

/** The two parts that matter, the note's entry under the same name for every page. */
function readNoteAndUser(page: string, noteId: string): unknown {
  const { note, user } = readState(page);
  return { user, note: { ...note, noteDetailMap: { entry: note.noteDetailMap[noteId] } } };
}
