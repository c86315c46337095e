import 'fake-indexeddb/auto';
import { beforeEach, describe, expect, it } from 'vitest';
import { fakeBrowser } from 'wxt/testing';
import { NOW, TAB, startBackgroundUnderTest } from '../support/background/background-under-test';
import type { BackgroundUnderTest } from '../support/background/background-under-test';
import {
  AUTHOR_ID,
  NOTE_ID,
  OTHER_NOTE_ID,
  TOKEN,
  VIEWER_ID,
  noteUrl,
  toCommentBody,
  toCommentId,
  toCommentRow,
  toInitialState,
  toStateNote,
} from '../support/background/invented-note';

let background: BackgroundUnderTest;

beforeEach(async () => {
  fakeBrowser.reset();
  background = await startBackgroundUnderTest();
});

const findNote = (noteId = NOTE_ID) =>
  background.connection.read((database) => database.get('notes', noteId));
const findComment = (number: number) =>
  background.connection.read((database) => database.get('comments', [NOTE_ID, toCommentId(number)]));
const page = (numbers: readonly number[]) => numbers.map((number) => toCommentRow(number));

describe('a page that reports itself', () => {
  it('is known with its note, token and viewer, and its state is stored with where it came from', async () => {
    expect(await background.reportPage({ initialState: toInitialState() })).toEqual({
      ok: true,
      value: { capture: true },
    });

    const tab = await background.services.tracker.find(TAB.id);
    expect(tab?.note).toEqual({ noteId: NOTE_ID, xsecToken: TOKEN, xsecSource: 'pc_feed', shownAs: 'page' });
    expect(tab?.viewer).toEqual({ loggedIn: true, userId: VIEWER_ID });
    const note = await findNote();
    expect(note).toMatchObject({
      noteId: NOTE_ID,
      title: 'a title',
      text: 'a text',
      host: 'www.xiaohongshu.com',
      author: { id: { kind: 'site', value: AUTHOR_ID }, nickname: 'writer' },
      counts: { comments: { raw: '86', value: 86, approximate: false } },
    });
    expect(note?.observed['title']).toEqual({ source: 'page', via: 'ssr', at: NOW });
    expect(note?.tokens).toMatchObject([{ xsecToken: TOKEN, xsecSource: 'pc_feed', seenAt: NOW }]);
    const stored = await background.readAll();
    expect(stored['snapshots']).toMatchObject([{ noteId: NOTE_ID, at: NOW }]);
    expect(stored['viewerNotes']).toMatchObject([{ viewerId: VIEWER_ID, noteId: NOTE_ID, liked: true }]);
    expect(background.events).toContainEqual({ name: 'note.changed', payload: { noteId: NOTE_ID } });
  });

  it('marks the comments that it shows as pinned, and says that the list has changed', async () => {
    await background.reportPage();
    await background.reportCapture({ body: toCommentBody(page([1, 2])) });
    const isOfComments = ({ name }: { name: string }) => name === 'comments.changed';
    const before = background.events.filter(isOfComments).length;
    await background.reportPage({ pinnedCommentIds: [toCommentId(2)] });
    await background.reportPage({ pinnedCommentIds: [toCommentId(2)] });

    expect((await findComment(1))?.pinned).toBeUndefined();
    expect((await findComment(2))?.pinned).toBe(true);
    expect(background.events.filter(isOfComments).slice(before)).toEqual([
      { name: 'comments.changed', payload: { noteId: NOTE_ID, added: 0 } },
    ]);
  });

  it('takes the mark from a comment that the page lists without it, and from no other', async () => {
    await background.reportPage();
    await background.reportCapture({ body: toCommentBody(page([1, 2, 3])) });
    await background.reportPage({ pinnedCommentIds: [toCommentId(1), toCommentId(2)] });
    await background.reportPage({
      pinnedCommentIds: [toCommentId(3)],
      listedCommentIds: [toCommentId(3), toCommentId(2)],
    });

    expect((await findComment(1))?.pinned).toBe(true);
    expect((await findComment(2))?.pinned).toBe(false);
    expect((await findComment(3))?.pinned).toBe(true);
  });

  it('takes nothing of another note from the state of the page as it was loaded', async () => {
    await background.reportPage({ initialState: toInitialState(OTHER_NOTE_ID) });

    expect((await findNote())?.title).toBeUndefined();
    expect(await findNote(OTHER_NOTE_ID)).toBeUndefined();
  });

  it('is said to have changed when its state is none, and the rest goes on', async () => {
    await background.reportPage({ initialState: 'window.__INITIAL_STATE__={broken' });

    expect((await background.services.tracker.find(TAB.id))?.missing).not.toEqual([]);
    expect((await findNote())?.tokens).toHaveLength(1);
  });

  it('reads the live state where the report brought none of the note', async () => {
    const live = { noteId: NOTE_ID, entry: { note: toStateNote(NOTE_ID, { title: 'live' }) } };
    const asked: unknown[] = [];
    Object.assign(background.services, {
      readLive: (...args: unknown[]) => {
        asked.push(args);
        return Promise.resolve(JSON.stringify(live));
      },
    });
    await background.reportPage({ overlayNoteId: NOTE_ID });

    expect(asked).toEqual([[TAB.id, NOTE_ID]]);
    expect((await findNote())?.title).toBe('live');
    expect((await findNote())?.observed['title']?.via).toBe('state');
  });
});

describe('a copied page of comments', () => {
  it('becomes rows with their place in the site order, and pages follow one another', async () => {
    await background.reportPage();
    await background.reportCapture({
      body: toCommentBody(page([1, 2, 3]), { cursor: toCommentId(3), hasMore: true }),
    });
    await background.reportCapture({
      url: `https://edith.xiaohongshu.com/api/sns/web/v2/comment/page?note_id=${NOTE_ID}&cursor=${toCommentId(3)}`,
      body: toCommentBody(page([4, 5]), { cursor: toCommentId(5), hasMore: false }),
    });

    const rows = await background.connection.read((database) => database.getAll('comments'));
    expect(rows.map(({ commentId, position, content }) => ({ commentId, position, content }))).toEqual(
      [1, 2, 3, 4, 5].map((number, position) => ({
        commentId: toCommentId(number),
        position,
        content: `comment ${number}`,
      })),
    );
    const list = await background.connection.read((database) => database.get('commentLists', NOTE_ID));
    expect(list).toMatchObject({ cursor: toCommentId(5), hasMore: false });
    expect(background.events).toContainEqual({
      name: 'comments.changed',
      payload: { noteId: NOTE_ID, added: 2 },
    });
  });

  it('is the same whether it comes once or three times', async () => {
    const capture = { body: toCommentBody(page([1, 2])) };
    await background.reportCapture(capture);
    const once = await background.readAll();
    await background.reportCapture(capture);
    await background.reportCapture(capture);

    expect(await background.readAll()).toEqual(once);
  });

  it('changes a comment that changed, and takes nothing back that it does not speak of', async () => {
    await background.reportCapture({ body: toCommentBody([toCommentRow(1)]), at: NOW - 10 });
    const withoutPlace = toCommentRow(1, { like_count: '9', content: 'edited', ip_location: undefined });
    await background.reportCapture({ body: toCommentBody([withoutPlace]), at: NOW });
    await background.reportCapture({
      body: toCommentBody([toCommentRow(1, { content: 'old' })]),
      at: NOW - 20,
    });

    expect(await findComment(1)).toMatchObject({
      content: 'edited',
      place: '上海',
      likes: { value: 9 },
      firstSeenAt: NOW - 20,
      observed: { at: NOW },
    });
  });

  it('keeps the rows of the asked note only', async () => {
    await background.reportCapture({
      body: toCommentBody([toCommentRow(1), toCommentRow(2, { note_id: OTHER_NOTE_ID })]),
    });

    const rows = await background.connection.read((database) => database.getAll('comments'));
    expect(rows.map((row) => row.commentId)).toEqual([toCommentId(1)]);
    expect(await background.services.problems.list()).toMatchObject([
      { code: 'page-changed', where: 'capture.report', missing: 'comment-page: rows-of-another-note.1' },
    ]);
  });

  it('of a changed shape stores nothing and names what is missing', async () => {
    await background.reportPage();
    const before = await background.readAll();
    await background.reportCapture({ body: JSON.stringify({ code: 0, data: { rows: [] } }) });

    expect(await background.readAll()).toEqual(before);
    expect((await background.services.tracker.find(TAB.id))?.missing.join()).toContain('comment');
  });

  it('that carries keys of prototypes or HTML stays text', async () => {
    const body = toCommentBody([toCommentRow(1, { content: '<img src=x onerror=alert(1)>' })]).replace(
      '"status":0',
      '"status":0,"__proto__":{"polluted":true},"constructor":{"prototype":{"polluted":true}}',
    );
    await background.reportCapture({ body });

    expect((await findComment(1))?.content).toBe('<img src=x onerror=alert(1)>');
    expect(({} as { polluted?: boolean }).polluted).toBeUndefined();
  });
});

describe('refusals', () => {
  it('remember a token that was refused, and that the note may be forbidden', async () => {
    await background.reportPage({ initialState: toInitialState() });
    const wanted = encodeURIComponent(noteUrl());
    await background.reportPage({
      url: `https://www.xiaohongshu.com/404?source=%2F404%2Fsec_x&error_code=300031&redirectPath=${wanted}`,
      initialState: undefined,
    });

    const note = await findNote();
    expect(note?.tokens[0]).toMatchObject({ xsecToken: TOKEN, refusedAt: NOW });
    // It was seen in public, so what was refused is the token.
    expect(note?.standing).toBe('public');
    const tab = await background.services.tracker.find(TAB.id);
    expect(tab?.stopSign).toMatchObject({ class: 'note', code: 300031 });
    expect(tab?.note?.noteId).toBe(NOTE_ID);
  });

  it('of the server say that a note was removed, and invent nothing else of it', async () => {
    await background.reportPage({
      initialState:
        `window.__INITIAL_STATE__={"note":{"serverRequestInfo":{"state":"fail","errorCode":-510000,"errMsg":""},` +
        `"noteDetailMap":{"${NOTE_ID}":{"note":{}}}}}`,
    });

    const note = await findNote();
    expect(note?.standing).toBe('removed');
    expect(Object.keys(note?.observed ?? {}).sort()).toEqual(['host', 'standing']);
    expect((await background.services.tracker.find(TAB.id))?.stopSign).toMatchObject({
      sign: 'note-removed',
    });
  });

  it('by risk control stop the loading of comments everywhere until they are dismissed', async () => {
    await background.reportPage({ initialState: toInitialState() });
    await fakeBrowser.storage.session.set({
      'loading:9': {
        tabId: 9,
        noteId: OTHER_NOTE_ID,
        loadId: 'l',
        running: true,
        steps: 1,
        shown: 1,
        expanded: 0,
        updatedAt: 1,
      },
    });
    await background.reportCapture({ status: 461, body: '' });

    expect(background.asked).toContainEqual({ tabId: 9, name: 'loading.stop', input: {} });
    const sign = (await background.services.tracker.find(TAB.id))?.stopSign;
    expect(sign).toMatchObject({ class: 'all' });
    await background.reportPage();
    expect((await background.services.tracker.find(TAB.id))?.stopSign).toEqual(sign);
    await background.call('stop-sign.dismiss', { tabId: TAB.id });
    expect((await background.services.tracker.find(TAB.id))?.stopSign).toBeUndefined();
  });
});
