import type { Translate } from '../../../i18n/t';
import type { Note } from '../../../model/note';
import { toNoteUrl } from '../../rows';
import type { FormatOptions } from '../../format';
import { escapeLine, escapeLines, toAutolink } from './escape-markdown';

/** What stands above the comments of a note: title, who and when, numbers, text. */
export function toNoteHeading(note: Note | undefined, { localTime }: FormatOptions, t: Translate): string {
  const title = escapeLine(note?.title ?? '');
  const blocks = [`# ${title === '' ? t('export.md.untitled') : title}`];
  if (note) {
    blocks.push(
      ...[toByline(note, localTime), toNumbers(note, t), toLink(note)].filter((line) => line !== ''),
    );
    const text = escapeLines(note.text ?? '');
    if (text.length > 0) blocks.push(toParagraph(text, '> '));
  }
  return `${[...blocks, `## ${t('export.md.comments')}`].join('\n\n')}\n\n`;
}

/** Lines that stay lines: each but the last ends with a backslash; an empty one begins a paragraph. */
export function toParagraph(lines: readonly string[], indent: string): string {
  return lines
    .map((line, index) => {
      const next = lines[index + 1];
      const isBroken = line !== '' && next !== undefined && next !== '';
      return (indent + line + (isBroken ? '\\' : '')).trimEnd();
    })
    .join('\n');
}

function toByline(note: Note, localTime: FormatOptions['localTime']): string {
  const { author, publishedAt, place } = note;
  return [
    author?.nickname === undefined ? undefined : `**${escapeLine(author.nickname)}**`,
    publishedAt === undefined ? undefined : localTime(publishedAt),
    place === undefined ? undefined : escapeLine(place),
  ]
    .filter((part) => part !== undefined && part !== '')
    .join(' · ');
}

function toNumbers({ counts }: Note, t: Translate): string {
  const { likes, collects, comments, shares } = counts;
  return [
    likes && t('export.md.likes', { count: likes.raw }),
    collects && t('export.md.collects', { count: collects.raw }),
    comments && t('export.md.comment-count', { count: comments.raw }),
    shares && t('export.md.shares', { count: shares.raw }),
  ]
    .filter((part) => part !== undefined)
    .map(escapeLine)
    .join(' · ');
}

function toLink(note: Note): string {
  const url = toNoteUrl(note);
  return (url !== undefined && toAutolink(url)) || '';
}
