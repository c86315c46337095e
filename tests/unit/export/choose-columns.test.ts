import { describe, expect, it } from 'vitest';
import { chooseColumns } from '../../../src/export/choose-columns';

const choose = (request: Parameters<typeof chooseColumns>[0]) => chooseColumns(request).map(({ id }) => id);

describe('chooseColumns', () => {
  it('gives all columns of the comment, and those of the note on request', () => {
    expect(choose({ withNoteColumns: false })).toContain('content');
    expect(choose({ withNoteColumns: false })).not.toContain('note_title');
    expect(choose({ withNoteColumns: true })).toContain('note_title');
  });

  it('keeps the order of a choice, each column once, and leaves out what is none', () => {
    const columns = ['likes', 'content', 'nothing', 'likes', 'note_title', '__proto__'];
    expect(choose({ columns, withNoteColumns: false })).toEqual(['likes', 'content', 'note_title']);
  });

  it('has no column in an anonymised file that names people, places or the note', () => {
    const named = /_name$|place|red_id|picture|mention|url|^note_(?!id|type)/;
    for (const withNoteColumns of [true, false])
      expect(choose({ withNoteColumns, anonymised: true }).filter((id) => named.test(id))).toEqual([]);
    expect(
      choose({ columns: ['author_name'], withNoteColumns: false, anonymised: true }).length,
    ).toBeGreaterThan(1);
  });
});
