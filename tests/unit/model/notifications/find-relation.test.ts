import { expect, it } from 'vitest';
import { findRelation, isTalk } from '../../../../src/model/notifications/find-relation';

it.each([
  ['comment/item', 'commented', true],
  ['comment/comment', 'replied', true],
  ['mention/comment', 'mentioned', true],
  ['liked/item', 'liked', false],
  ['faved/item', 'saved', false],
  ['follow/you', 'followed', false],
  ['comment/board', undefined, false],
  ['constructor/x', undefined, false],
  ['', undefined, false],
] as const)('names what a message of type %s tells', (type, relation, talks) => {
  expect(findRelation(type)).toBe(relation);
  expect(isTalk(findRelation(type))).toBe(talks);
});
