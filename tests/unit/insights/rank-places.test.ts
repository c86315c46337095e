import { expect, it } from 'vitest';
import { rankPlaces } from '../../../src/insights/rank-places';

it('counts places, most first, equal ones by name, unknown ones not at all', () => {
  expect(rankPlaces(['B', 'A', undefined, 'C', 'C', ''])).toEqual([
    { place: 'C', count: 2 },
    { place: 'A', count: 1 },
    { place: 'B', count: 1 },
  ]);
});
