import { describe, expect, it } from 'vitest';
import { findNextCursor, findNextPage } from '../../../../src/providers/rows/next-cursor';

const PAGE = { cursor: 'c2', hasMore: true, rows: 10, asked: 'c1' };

describe('where a list goes on', () => {
  it.each([
    ['at the cursor that came', {}, { nextCursor: 'c2' }],
    ['at a number', { cursor: 7 }, { nextCursor: '7' }],
    [
      'at JSON text with a place in it',
      { cursor: '{"cursor":"x","index":2}' },
      { nextCursor: '{"cursor":"x","index":2}' },
    ],
    ['although nobody says that there is more', { hasMore: null }, { nextCursor: 'c2' }],
    ['nowhere: nothing more is promised', { hasMore: false }, {}],
    ['nowhere: it says nothing, and has no cursor', { hasMore: undefined, cursor: null }, {}],
    ['nowhere: it says nothing, and the page is empty', { hasMore: undefined, rows: 0 }, {}],
    ['nowhere: it says nothing, and the cursor stays', { hasMore: undefined, cursor: 'c1' }, {}],
    ['broken off: more, but no cursor', { cursor: undefined }, { brokenOff: 'no-cursor' }],
    ['broken off: more, but an empty cursor', { cursor: '' }, { brokenOff: 'no-cursor' }],
    ['broken off: more, but a cursor without a place', { cursor: '{"index":2}' }, { brokenOff: 'no-cursor' }],
    ['broken off: more, but a cursor that is cut', { cursor: '{"cursor":"x' }, { brokenOff: 'no-cursor' }],
    ['broken off: more, but the cursor stays', { cursor: 'c1' }, { brokenOff: 'repeated-cursor' }],
    ['broken off: more, but no rows', { rows: 0 }, { brokenOff: 'empty-page' }],
  ] as const)('%s', (_what, change, wayOn) => {
    expect(findNextCursor({ ...PAGE, ...change })).toEqual(wayOn);
  });

  it('by numbers of pages: at the next one, unless there is nothing behind it or on it', () => {
    const ask = { hasMore: true, rows: 20, asked: '2' };
    expect(findNextPage(ask)).toEqual({ nextCursor: '3' });
    expect(findNextPage({ ...ask, hasMore: null })).toEqual({ nextCursor: '3' });
    expect(findNextPage({ ...ask, hasMore: false })).toEqual({});
    expect(findNextPage({ ...ask, hasMore: null, rows: 0 })).toEqual({});
    expect(findNextPage({ ...ask, rows: 0 })).toEqual({ brokenOff: 'empty-page' });
  });
});
