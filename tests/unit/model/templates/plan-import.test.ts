import { describe, expect, it } from 'vitest';
import { findTemplates } from '../../../../src/model/templates/find-templates';
import { findFreeName, planImport, toImported } from '../../../../src/model/templates/plan-import';
import type { Template } from '../../../../src/model/templates/template';

const own = (name: string, text: string, usedAt?: number): Template => ({
  ...{ templateId: `id-${name}`, name, text, createdAt: 1, changedAt: 1 },
  ...(usedAt === undefined ? {} : { usedAt }),
});
const STORED = [own('Price', 'It is 10'), own('Price 2', 'two'), own('Thanks', 'thank you')];
const BROUGHT = [
  { name: 'price', text: 'It is 12' },
  { name: 'Thanks', text: 'thank you' },
  { name: 'Size', text: 'M' },
];

describe('templates from a file', () => {
  it('are told apart: new, the same, and of the same name with other words', () => {
    expect(planImport(STORED, BROUGHT)).toEqual({
      added: [{ name: 'Size', text: 'M' }],
      same: 1,
      clashes: [{ own: STORED[0], other: BROUGHT[0] }],
    });
  });

  it('are merged as the user chooses', () => {
    const plan = planImport(STORED, BROUGHT);
    const size = { name: 'Size', text: 'M' };
    expect(toImported(plan, STORED, 'mine')).toEqual([size]);
    expect(toImported(plan, STORED, 'file')).toEqual([
      size,
      { templateId: 'id-Price', name: 'price', text: 'It is 12' },
    ]);
    expect(toImported(plan, STORED, 'both')).toEqual([size, { name: 'price 3', text: 'It is 12' }]);
  });

  it('get a name that is free and not too long', () => {
    expect(findFreeName('a', new Set(['a 2', 'a 3']))).toBe('a 4');
    expect(findFreeName('x'.repeat(60), new Set())).toBe(`${'x'.repeat(58)} 2`);
  });
});

describe('looking for a template', () => {
  it('finds every word in name or text, the one used last first, then by name', () => {
    const all = [own('b', 'tea cup'), own('c', 'Tea', 5), own('a', 'cup of TEA'), own('d', 'coffee', 9)];
    expect(findTemplates(all, 'tea').map(({ name }) => name)).toEqual(['c', 'a', 'b']);
    expect(findTemplates(all, ' CUP tea ').map(({ name }) => name)).toEqual(['a', 'b']);
    expect(findTemplates(all, '').map(({ name }) => name)).toEqual(['d', 'c', 'a', 'b']);
  });
});
