import { describe, expect, it } from 'vitest';
import { AppError } from '../../../../src/model/errors';
import { readTemplateFile, toTemplateFile } from '../../../../src/model/templates/template-file';

const fileOf = (templates: unknown, changes: object = {}) =>
  JSON.stringify({ product: 'hongshu-companion', kind: 'templates', format: 1, templates, ...changes });

function refusalOf(text: string) {
  try {
    readTemplateFile(text);
  } catch (thrown) {
    if (thrown instanceof AppError) return { code: thrown.code, ...thrown.details };
  }
  return undefined;
}

describe('a file of templates', () => {
  it('holds names and texts, and nothing of when they were used', () => {
    const template = {
      templateId: 't1',
      name: '价格',
      text: '{昵称}',
      createdAt: 1,
      changedAt: 2,
      usedAt: 3,
    };
    expect(JSON.parse(toTemplateFile([template]))).toEqual({
      product: 'hongshu-companion',
      kind: 'templates',
      format: 1,
      templates: [{ name: '价格', text: '{昵称}' }],
    });
    expect(readTemplateFile(toTemplateFile([template]))).toEqual([{ name: '价格', text: '{昵称}' }]);
  });

  it('is read with a byte order mark, blanks around the words, and further fields', () => {
    expect(
      readTemplateFile(`\uFEFF${fileOf([{ name: ' a ', text: ' b ', colour: 1 }], { more: 1 })}`),
    ).toEqual([{ name: 'a', text: 'b' }]);
  });

  it('gives of each name the first', () => {
    const twice = [
      { name: 'Hi', text: '1' },
      { name: ' hi', text: '2' },
    ];
    expect(readTemplateFile(fileOf(twice))).toEqual([{ name: 'Hi', text: '1' }]);
  });

  it.each([
    ['no JSON', 'name,text\na,b', { code: 'templates-damaged', reason: 'json' }],
    [
      'cut off',
      fileOf([{ name: 'a', text: 'b' }]).slice(0, -4),
      { code: 'templates-damaged', reason: 'json' },
    ],
    ['another product', fileOf([], { product: 'other' }), { code: 'templates-foreign' }],
    ['another file of ours', fileOf([], { kind: 'backup' }), { code: 'templates-foreign' }],
    ['a list alone', '[]', { code: 'templates-foreign' }],
    ['null', 'null', { code: 'templates-foreign' }],
    ['templates that are no list', fileOf({}), { code: 'templates-foreign' }],
    ['a later form', fileOf([], { format: 2 }), { code: 'templates-newer' }],
    [
      'an entry without text',
      fileOf([{ name: 'a', text: 'b' }, { name: 'c' }]),
      { code: 'templates-damaged', reason: 'entry', entry: 2 },
    ],
    [
      'an empty name',
      fileOf([{ name: ' ', text: 'b' }]),
      { code: 'templates-damaged', reason: 'entry', entry: 1 },
    ],
    [
      'a text that is too long',
      fileOf([{ name: 'a', text: 'x'.repeat(2_001) }]),
      { code: 'templates-damaged', reason: 'entry', entry: 1 },
    ],
    [
      'too many',
      fileOf(Array.from({ length: 1_001 }, (_, index) => ({ name: `n${index}`, text: 'x' }))),
      { code: 'templates-damaged', reason: 'too-many' },
    ],
  ])('is refused whole: %s', (_what, text, refusal) => {
    expect(refusalOf(text)).toEqual(refusal);
  });
});
