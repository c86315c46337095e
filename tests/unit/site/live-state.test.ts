import { runInNewContext } from 'node:vm';
import { afterEach, describe, expect, it } from 'vitest';
import { readLiveNote } from '../../../src/site/live-state';
import { parseLiveNote } from '../../../src/site/states/live-note';
import { commentBody, noteBody, NOTE, OTHER_NOTE, USER } from './invented';

/** As Vue wraps a `ref`: hidden fields, a value, and `dep`, which leads back to itself (hydrated states, 2025-11). */
function wrap(value: unknown): Record<string, unknown> {
  const dep: Record<string, unknown> = { version: 1 };
  dep['sc'] = { dep };
  return { __v_isRef: true, __v_isShallow: false, _rawValue: value, _value: value, dep };
}

function createState(entries: Record<string, unknown>): Record<string, unknown> {
  return {
    note: { noteDetailMap: entries, currentNoteId: wrap(NOTE), firstNoteId: wrap(OTHER_NOTE) },
    user: { loggedIn: wrap(true), userInfo: wrap({ userId: USER, guest: false, nickname: 'nobody' }) },
  };
}

const entry = (noteId: string) => ({
  note: noteBody(noteId),
  comments: { list: [commentBody(noteId, 1)], cursor: '', hasMore: false, firstRequestFinish: true },
});

function setState(state: unknown): void {
  Object.defineProperty(globalThis, 'window', { value: { __INITIAL_STATE__: state }, configurable: true });
}

afterEach(() => {
  Reflect.deleteProperty(globalThis, 'window');
});

describe('readLiveNote', () => {
  it('reads the asked note through its wrappers', () => {
    const wrapped = { note: wrap(entry(NOTE).note), comments: entry(NOTE).comments };
    setState(createState({ '': {}, undefined: {}, [OTHER_NOTE]: entry(OTHER_NOTE), [NOTE]: wrapped }));
    const read = JSON.parse(readLiveNote(NOTE, 1_000_000) ?? '') as Record<string, unknown>;
    expect(read).toEqual({
      noteId: NOTE,
      entry: entry(NOTE),
      currentNoteId: NOTE,
      firstNoteId: OTHER_NOTE,
      loggedIn: true,
      userId: USER,
      guest: false,
    });
  });

  it('works from its source alone, as it is sent into a page', () => {
    setState(createState({ [NOTE]: entry(NOTE) }));
    const page = { window: (globalThis as { window?: unknown }).window };
    const rebuilt = runInNewContext(`(${readLiveNote.toString()})`, page) as typeof readLiveNote;
    expect(rebuilt(NOTE, 1_000_000)).toBe(readLiveNote(NOTE, 1_000_000));
    expect(rebuilt(NOTE, 1_000_000)).toContain(NOTE);
  });

  it('never takes another note', () => {
    setState(
      createState({ '': entry(OTHER_NOTE), undefined: entry(OTHER_NOTE), [OTHER_NOTE]: entry(OTHER_NOTE) }),
    );
    for (const noteId of [NOTE, '', 'undefined', '__proto__', 'constructor']) {
      expect(readLiveNote(noteId, 1_000_000)).toBeUndefined();
    }
  });

  it('survives cycles, throwing getters, functions and big numbers', () => {
    const note: Record<string, unknown> = {
      ...noteBody(NOTE),
      videoId: 136689148723445491n,
      // A number this large has lost its last digits; it is not passed on as if it were right.
      lossy: 136689148723445491,
      method: () => 1,
    };
    note['self'] = note;
    Object.defineProperty(note, 'trap', {
      enumerable: true,
      get() {
        throw new Error('not for you');
      },
    });
    setState(createState({ [NOTE]: { note } }));
    const read = JSON.parse(readLiveNote(NOTE, 1_000_000) ?? '') as {
      entry: { note: Record<string, unknown> };
    };
    expect(read.entry.note).toEqual({ ...noteBody(NOTE), videoId: '136689148723445491' });
  });

  it('changes nothing of the page', () => {
    const state = createState({ [NOTE]: entry(NOTE) });
    const before = JSON.stringify(state['note'] && entry(NOTE));
    setState(state);
    const globals = Object.getOwnPropertyNames(globalThis);
    readLiveNote(NOTE, 1_000_000);
    expect(
      JSON.stringify((state['note'] as { noteDetailMap: Record<string, unknown> }).noteDetailMap[NOTE]),
    ).toBe(before);
    expect(Object.getOwnPropertyNames(globalThis)).toEqual(globals);
  });

  it('stops at the length it is allowed', () => {
    setState(createState({ [NOTE]: { note: { ...noteBody(NOTE), desc: 'x'.repeat(50_000_000) } } }));
    expect(readLiveNote(NOTE, 100_000)).toBeUndefined();
  });

  it.each([undefined, null, 7, {}, { note: null }, { note: { noteDetailMap: 'x' } }])(
    'finds nothing in %j',
    (state) => {
      setState(state);
      expect(readLiveNote(NOTE, 1_000)).toBeUndefined();
    },
  );
});

describe('parseLiveNote', () => {
  it('gives the note, its comments and who looks', () => {
    setState(createState({ [NOTE]: entry(NOTE) }));
    const sightings = parseLiveNote(readLiveNote(NOTE, 1_000_000) ?? '');
    expect(sightings.notes?.[0]?.noteId).toBe(NOTE);
    expect(sightings.comments).toMatchObject({ noteId: NOTE, level: 'top', whole: true, hasMore: false });
    expect(sightings.comments?.comments).toHaveLength(2);
    expect(sightings.viewer).toEqual({ loggedIn: true, userId: USER });
  });

  it('takes nothing of an entry that holds another note', () => {
    setState(createState({ [NOTE]: entry(OTHER_NOTE) }));
    expect(parseLiveNote(readLiveNote(NOTE, 1_000_000) ?? '')).toEqual({
      viewer: { loggedIn: true, userId: USER },
    });
  });

  it.each(['', '[]', '{}', '{"noteId":"x","entry":{}}'])('says that the page has changed for %j', (text) => {
    expect(() => parseLiveNote(text)).toThrow('page-changed');
  });
});
