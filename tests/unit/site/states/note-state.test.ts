import { describe, expect, it } from 'vitest';
import { AppError } from '../../../../src/model/errors';
import { parseNoteState } from '../../../../src/site/states/note-state';
import { unwrap } from '../../../../src/site/states/unwrap';
import { commentBody, commentId, NOTE, noteBody, OTHER_NOTE, USER } from '../invented';

const emptyComments = { list: [], cursor: '', hasMore: true, loading: false, firstRequestFinish: false };
const success = { state: 'success', errorCode: 0, errMsg: '' };
const guest = { loggedIn: false, userInfo: {} };

const stateOf = (noteDetailMap: unknown, serverRequestInfo: unknown = success, user: unknown = guest) => ({
  note: { noteDetailMap, serverRequestInfo, firstNoteId: NOTE },
  user,
});
const entryOf = (noteId: string, comments: unknown = emptyComments) => ({
  note: noteBody(noteId),
  comments,
  currentTime: 1,
});

describe('parseNoteState', () => {
  it('reads a note as the server wrote it: without comments, which are not asked for yet', () => {
    const sightings = parseNoteState(stateOf({ [NOTE]: entryOf(NOTE) }), NOTE);
    expect(sightings.notes).toHaveLength(1);
    expect(sightings.notes?.[0]).toMatchObject({
      noteId: NOTE,
      token: { xsecToken: noteBody(NOTE)['xsecToken'] },
      counts: { collects: { raw: '10+', value: 10, approximate: true } },
    });
    expect(Object.keys(sightings).sort()).toEqual(['notes', 'viewer']);
    expect(sightings.viewer).toEqual({ loggedIn: false });
  });

  it('reads the comments once the page has them, and knows an empty list from none', () => {
    const read = (comments: unknown) =>
      parseNoteState(stateOf({ [NOTE]: entryOf(NOTE, comments) }), NOTE).comments;
    const list = [commentBody(NOTE, 1), commentBody(OTHER_NOTE, 2)];
    const page = read({ list, cursor: commentId(1), hasMore: true, firstRequestFinish: true });
    expect(page?.comments.map((comment) => comment.commentId)).toEqual([commentId(1), commentId(1_001)]);
    expect(page).toMatchObject({ whole: true, nextCursor: commentId(1), hasMore: true });
    expect(read({ ...emptyComments, hasMore: false, firstRequestFinish: true })).toEqual({
      noteId: NOTE,
      level: 'top',
      comments: [],
      threads: {},
      whole: true,
      hasMore: false,
    });
    expect(read(undefined)).toBeUndefined();
  });

  it('never takes a ghost key, the first key, or a note that says it is another', () => {
    const ghosts = {
      '': entryOf(OTHER_NOTE),
      undefined: entryOf(OTHER_NOTE),
      [OTHER_NOTE]: entryOf(OTHER_NOTE),
    };
    expect(parseNoteState(stateOf(ghosts), NOTE)).toEqual({ viewer: { loggedIn: false } });
    expect(parseNoteState(stateOf({ [NOTE]: entryOf(OTHER_NOTE) }), NOTE).notes).toBeUndefined();
    for (const noteId of ['', 'undefined', 'constructor', '__proto__']) {
      expect(parseNoteState(stateOf({ ...ghosts, [noteId]: entryOf(OTHER_NOTE) }), noteId)).toEqual({
        viewer: { loggedIn: false },
      });
    }
  });

  it('says why the server had no note to show', () => {
    const failed = (errorCode: number) =>
      parseNoteState(
        stateOf(
          { [NOTE]: { note: {}, comments: emptyComments } },
          { state: 'fail', errorCode, errMsg: '{}' },
        ),
        NOTE,
      );
    expect(failed(-510000)).toMatchObject({
      refusal: { code: -510000, noteId: NOTE },
      notes: [{ noteId: NOTE, fields: { standing: 'removed' }, counts: {} }],
    });
    expect(failed(-510001).notes?.[0]?.fields).toEqual({ standing: 'under-review' });
    expect(failed(300031)).toEqual({ refusal: { code: 300031, noteId: NOTE }, viewer: { loggedIn: false } });
  });

  it('reads the live state through its wrappers', () => {
    const wrap = (value: unknown) => {
      const dep: Record<string, unknown> = {};
      dep['dep'] = dep;
      return { __v_isRef: true, _rawValue: 'stale', _value: value, dep };
    };
    const user = { loggedIn: wrap(true), userInfo: wrap({ userId: USER, guest: false }) };
    const state = stateOf(
      { [NOTE]: { note: wrap(noteBody(NOTE)), comments: wrap(emptyComments) } },
      wrap(success),
      user,
    );
    const plain = stateOf({ [NOTE]: entryOf(NOTE) }, success, { loggedIn: true, userInfo: { userId: USER } });
    expect(parseNoteState(state, NOTE)).toEqual(parseNoteState(plain, NOTE));
    expect(parseNoteState(state, NOTE).viewer).toEqual({ loggedIn: true, userId: USER });
  });

  it.each([undefined, null, 'x', {}, { note: {} }, { note: { noteDetailMap: null } }])(
    'says that the page has changed for %j',
    (state) => {
      expect(() => parseNoteState(state, NOTE)).toThrow(AppError);
    },
  );

  it('says what a note that is there has lost', () => {
    const note = { ...noteBody(NOTE), imageList: undefined };
    try {
      parseNoteState(stateOf({ [NOTE]: { note, comments: emptyComments } }), NOTE);
      expect.unreachable();
    } catch (error) {
      expect(error instanceof AppError && error.details).toEqual({
        endpoint: 'note-state.note',
        missing: 'imageList',
      });
    }
  });
});

describe('unwrap', () => {
  it('opens wrappers, and drops cycles, functions and what belongs to the wrappers', () => {
    const inner: Record<string, unknown> = { a: 1, dep: {}, effect: {}, __v_skip: true, run: () => 1 };
    inner['self'] = inner;
    expect(unwrap({ __v_isRef: true, _value: [inner, undefined] })).toEqual([{ a: 1 }, undefined]);
    expect(unwrap({ __v_isRef: true, value: 'plain' })).toBe('plain');
  });

  it('follows no further than forty levels', () => {
    let deep: unknown = 'end';
    for (let level = 0; level < 10_000; level++) deep = { deep };
    let depth = 0;
    for (let at = unwrap(deep); typeof at === 'object' && at !== null; at = (at as { deep?: unknown }).deep)
      depth++;
    expect(depth).toBe(40);
  });
});
