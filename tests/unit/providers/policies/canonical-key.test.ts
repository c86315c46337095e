import { describe, expect, it } from 'vitest';
import type { OperationInput, OperationName } from '../../../../src/model/providers/operation';
import type { ProviderId } from '../../../../src/model/providers/provider.catalog';
import { toCanonicalKey } from '../../../../src/providers/policies/canonical-key';

const keyOf = <Name extends OperationName>(
  operation: Name,
  input: OperationInput<Name>,
  without: readonly ProviderId[] = [],
) => toCanonicalKey({ operation, input, terms: { runId: crypto.randomUUID(), agreed: true, without } });

const NOTE = { noteId: 'n1' };

describe('what is one and the same question', () => {
  it('has one key, however it is written down', () => {
    const search = { keyword: '茶', sort: 'newest' } as const;
    expect(keyOf('search.notes', { sort: 'newest', keyword: '茶' })).toBe(keyOf('search.notes', search));
    expect(keyOf('note.detail', NOTE, ['tikhub-app', 'parsebot'])).toBe(
      keyOf('note.detail', NOTE, ['parsebot', 'tikhub-app']),
    );
  });

  it('is asked with whatever token', () => {
    expect(keyOf('note.detail', { ...NOTE, xsecToken: 'a' })).toBe(keyOf('note.detail', NOTE));
  });

  it('is that of a note of pictures, known to be one or not', () => {
    expect(keyOf('note.detail', { ...NOTE, type: 'normal' })).toBe(keyOf('note.detail', NOTE));
  });
});

describe('what is another question', () => {
  it.each([
    ['a video, which has streams besides', keyOf('note.detail', { ...NOTE, type: 'video' })],
    ['another note', keyOf('note.detail', { noteId: 'n2' })],
    ['another operation', keyOf('note.comments', NOTE)],
    ['one source left out', keyOf('note.detail', NOTE, ['parsebot'])],
  ])('%s', (_what, key) => {
    expect(key).not.toBe(keyOf('note.detail', NOTE));
  });

  it('a search for another kind of notes', () => {
    const input = { keyword: '茶' };
    expect(keyOf('search.notes', { ...input, type: 'image' })).not.toBe(keyOf('search.notes', input));
  });
});
