import { createTranslate } from '../../../i18n/t';
import type { Translate } from '../../../i18n/t';
import type { ExportReport } from '../../../model/exports/export-report';
import type { Cell } from '../../columns.catalog';
import type { FileSink, FormatOptions, OrderedFormat, OrderedWriter } from '../../format';
import { toCommentItem } from './comment-item';
import { escapeLine } from './escape-markdown';
import { toNoteHeading } from './note-heading';

/**
 * A thread to read, as Markdown (CommonMark): the note, its comments as a list, replies nested below the comment they
 * belong to, and how complete it is. Everything that people typed is escaped. Only chosen columns are shown.
 */
export const markdownFormat: OrderedFormat = {
  kind: 'ordered',
  id: 'markdown',
  extension: 'md',
  mimeType: 'text/markdown;charset=utf-8',
  needs: ['comment_id', 'root_comment_id'],
  createWriter: createMarkdownWriter,
};

function createMarkdownWriter(options: FormatOptions, sink: FileSink): OrderedWriter {
  const t = createTranslate(options.language);
  const chosen = new Map(options.columns.map(({ id }, index) => [id, index]));
  const all = new Map([...options.columns, ...options.extraColumns].map(({ id }, index) => [id, index]));
  const notes = new Map(options.notes.map((note) => [note.noteId, note]));
  const commentIdAt = all.get('comment_id') ?? -1;
  const rootIdAt = all.get('root_comment_id') ?? -1;
  let rootId: Cell;
  return {
    start: () => undefined,
    note(noteId) {
      rootId = undefined;
      sink.text(toNoteHeading(notes.get(noteId), options, t));
    },
    row(cells) {
      const ofRoot = cells[rootIdAt];
      // A reply whose comment is not in the file stands by itself, not below a stranger's.
      const isNested = ofRoot !== undefined && ofRoot === rootId;
      if (ofRoot === undefined) rootId = cells[commentIdAt];
      sink.text(toCommentItem((id) => cells[chosen.get(id) ?? -1], isNested, t));
    },
    end: ({ report }) => sink.text(toEnding(report, t)),
  };
}

function toEnding({ summary, risks, exportedAt }: ExportReport, t: Translate): string {
  const lines = [...summary, ...risks, ...(exportedAt === null ? [] : [exportedAt])];
  return `---\n\n## ${t('export.sheet.report')}\n\n${lines.map((line) => `- ${escapeLine(line)}\n`).join('')}`;
}
