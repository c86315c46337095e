/**
 * Reads one note from the page's live store, `window.__INITIAL_STATE__` (Pinia's state since site bundle 6.12.1,
 * 2026-05; with its wrappers as in hydrated states, 2025-07 and 2025-11), and returns JSON text for
 * `states/live-note`, or `undefined` when the note is not there or longer than `maxLength` characters.
 *
 * It runs in the page's own world and is also passed to `scripting.executeScript`, which sends its source: nothing
 * outside itself may be named in it. It takes the asked note only, never "the first key" (the map has keys like
 * `"undefined"`), changes nothing in the page and leaves nothing behind.
 */
export function readLiveNote(noteId: string, maxLength: number): string | undefined {
  const maxDepth = 24;
  let left = maxLength;
  const read = (owner: unknown, key: string): unknown => {
    try {
      return typeof owner === 'object' && owner !== null
        ? (owner as Record<string, unknown>)[key]
        : undefined;
    } catch {
      return undefined; // A getter of the page's that throws: as good as absent.
    }
  };
  const unref = (value: unknown): unknown => {
    let inner = value;
    for (let i = 0; i < 4 && read(inner, '__v_isRef') === true; i++) {
      inner = read(inner, '_value') ?? read(inner, 'value');
    }
    return inner;
  };
  const copy = (raw: unknown, parents: readonly unknown[]): unknown => {
    const value = unref(raw);
    left -= typeof value === 'string' ? value.length + 4 : 4;
    if (left < 0) throw new RangeError('too long');
    if (typeof value === 'bigint') return String(value);
    // Digits beyond what a double holds are lost here (video ids); the page's inline text still has them.
    if (typeof value === 'number' && Number.isInteger(value) && !Number.isSafeInteger(value))
      return undefined;
    if (typeof value !== 'object' || value === null) return typeof value === 'function' ? undefined : value;
    if (parents.length >= maxDepth || parents.includes(value)) return undefined;
    const path = [...parents, value];
    if (Array.isArray(value)) return value.map((item) => copy(item, path) ?? null);
    const plain: Record<string, unknown> = {};
    for (const key of Object.keys(value)) {
      if (key === 'dep' || key === 'effect' || key === '_rawValue' || key.startsWith('__')) continue;
      left -= key.length;
      plain[key] = copy(read(value, key), path);
    }
    return plain;
  };
  try {
    const state = unref(read(window, '__INITIAL_STATE__'));
    const note = unref(read(state, 'note'));
    const map = unref(read(note, 'noteDetailMap'));
    if (!/^[0-9a-f]{24}$/.test(noteId) || !Object.prototype.hasOwnProperty.call(map ?? {}, noteId))
      return undefined;
    const user = unref(read(state, 'user'));
    const viewer = unref(read(user, 'userInfo'));
    const text = JSON.stringify({
      noteId,
      entry: copy(read(map, noteId), []),
      currentNoteId: copy(read(note, 'currentNoteId'), []),
      firstNoteId: copy(read(note, 'firstNoteId'), []),
      loggedIn: copy(read(user, 'loggedIn'), []),
      userId: copy(read(viewer, 'userId') ?? read(viewer, 'user_id'), []),
      guest: copy(read(viewer, 'guest'), []),
    });
    return text.length > maxLength ? undefined : text;
  } catch {
    return undefined; // Too long, or the page's own objects throw: nothing that could be trusted.
  }
}
