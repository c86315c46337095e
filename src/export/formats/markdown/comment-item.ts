import type { Translate } from '../../../i18n/t';
import type { Cell, ColumnId } from '../../columns.catalog';
import { escapeLine, escapeLines, toAutolink } from './escape-markdown';
import { toParagraph } from './note-heading';

/** The cell of a column that was chosen; `undefined` also for one that was not. */
export type ReadCell = (id: ColumnId) => Cell;

/** A comment as an item of a list: who, when and where in one line, the text below it, pictures last. */
export function toCommentItem(read: ReadCell, isNested: boolean, t: Translate): string {
  const indent = isNested ? '  ' : '';
  const blocks = [`${indent}- ${toFirstLine(read, t)}`];
  const content = read('content');
  const lines = typeof content === 'string' ? escapeLines(content) : [];
  if (lines.length > 0) blocks.push(toParagraph(lines, `${indent}  `));
  const pictures = listPictures(read('pictures'));
  if (pictures.length > 0) blocks.push(`${indent}  ${pictures.join(' ')}`);
  return `${blocks.join('\n\n')}\n\n`;
}

function toFirstLine(read: ReadCell, t: Translate): string {
  const text = (id: ColumnId) => {
    const cell = read(id);
    return cell === undefined ? '' : escapeLine(String(cell));
  };
  const name = text('author_name') || text('author_id');
  const target = text('reply_to_author_name') || text('reply_to_author_id');
  const likes = text('likes_raw') || text('likes');
  const flags = [
    read('by_note_author') === true ? t('export.md.author') : '',
    read('pinned') === true ? t('export.md.pinned') : '',
    read('liked_by_note_author') === true ? t('export.md.liked-by-author') : '',
    read('folded') === true ? t('export.md.folded') : '',
  ].filter((flag) => flag !== '');
  return [
    `**${name === '' ? t('export.md.somebody') : name}**${flags.length === 0 ? '' : ` (${flags.join(', ')})`}`,
    target === '' ? '' : `→ ${target}`,
    text('created_local') || text('created_at'),
    text('place'),
    likes === '' ? '' : t('export.md.likes', { count: likes }),
  ]
    .filter((part) => part !== '')
    .join(' · ');
}

function listPictures(cell: Cell): string[] {
  if (typeof cell !== 'string') return [];
  return cell.split(' ').flatMap((address) => toAutolink(address) ?? []);
}
