import MarkdownIt from 'markdown-it';
import { describe, expect, it } from 'vitest';
import type { Cell } from '../../../src/export/columns.catalog';
import { EXPORT_COLUMNS } from '../../../src/export/columns.catalog';
import { markdownFormat } from '../../../src/export/formats/markdown/markdown';
import type { Note } from '../../../src/model/note';
import { HOSTILE_TEXTS } from '../../conformance/formats/hostile-texts';
import { writeWith } from './support/write-with';

/** As careless as a viewer can be: HTML goes through, bare addresses become links. */
const viewer = new MarkdownIt({ html: true, linkify: true });
const NOTE: Note = {
  noteId: 'n',
  title: '# *Title* <b>',
  text: 'one\n- two',
  author: { id: { kind: 'site', value: 'a' }, nickname: '[Ann](javascript:x)' },
  counts: { likes: { raw: '1.2万', value: 12_000, approximate: true } },
  tokens: [],
  observed: {},
  firstSeenAt: 1,
  lastSeenAt: 2,
};
const COLUMNS = EXPORT_COLUMNS.filter(({ group }) => group === 'comment');

function toCells(cells: Partial<Record<string, Cell>>): Cell[] {
  return COLUMNS.map(({ id }) => cells[id]);
}

function write(rows: readonly (readonly Cell[])[], notes: readonly Note[] = [NOTE]): string {
  const written = writeWith(markdownFormat, {
    columns: COLUMNS,
    rows,
    options: { notes },
    notes: new Map([[0, 'n']]),
  });
  return new TextDecoder().decode(written);
}

/** What a reader sees, without tags. */
const toText = (html: string) =>
  html
    .replace(/<[^>]*>/g, '')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&quot;', '"')
    .replaceAll('&amp;', '&');
const squeeze = (text: string) => text.replace(/\s+/g, ' ').trim();

describe('markdownFormat', () => {
  it('reads as a thread: the note, its comments, replies below what they answer', () => {
    const html = viewer.render(
      write([
        toCells({
          comment_id: 'c1',
          level: 0,
          author_name: 'Bo',
          content: 'root\nof two lines',
          likes_raw: '3',
        }),
        toCells({ comment_id: 'c2', root_comment_id: 'c1', level: 1, author_name: 'Cy', content: 'reply' }),
        toCells({ comment_id: 'c3', level: 0, author_name: 'Di', content: 'next' }),
        toCells({
          comment_id: 'c4',
          root_comment_id: 'gone',
          level: 1,
          author_name: 'Ed',
          content: 'orphan',
        }),
      ]),
    );
    expect(html).toMatch(/<h1># \*Title\* &lt;b&gt;<\/h1>/);
    expect(html).toMatch(/<blockquote>\s*<p>one<br>\s*- two<\/p>/);
    expect(html).toMatch(/root<br>\s*of two lines/);
    // The reply is a list within the item of its comment; the orphan is an item beside it.
    expect(squeeze(html)).toMatch(
      /lines<\/p> <ul> <li> <p><strong>Cy<\/strong><\/p> <p>reply<\/p> <\/li> <\/ul> <\/li>/,
    );
    expect(squeeze(html)).toMatch(/<\/li> <li> <p><strong>Ed<\/strong>/);
  });

  it.each(HOSTILE_TEXTS.map((text) => [text]))('shows %j as the text it is', (text) => {
    const html = viewer.render(
      write([toCells({ comment_id: 'c', level: 0, author_name: text, content: text })], []),
    );
    expect(html).not.toMatch(/<(?!\/?(?:h1|h2|ul|li|p|strong|br|hr)\b)[^>]*>/);
    const wanted = squeeze(text.replace(/\u200b/g, ''));
    expect(squeeze(toText(html).replace(/\u200b/g, ''))).toContain(`${wanted} ${wanted}`);
  });

  it('links pictures over https alone', () => {
    const pictures = 'https://x.xhscdn.com/1 javascript:alert(1) http://x.invalid/2';
    const html = viewer.render(write([toCells({ comment_id: 'c', level: 0, content: 'x', pictures })], []));
    expect([...html.matchAll(/href="([^"]*)"/g)].map(([, href]) => href)).toEqual(['https://x.xhscdn.com/1']);
  });
});
