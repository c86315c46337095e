import { createTranslate } from '../../../i18n/t';
import type { FileSink, FormatOptions, OrderedFormat, OrderedWriter } from '../../format';
import { toNoteFacts } from '../../note-facts';
import { REPORT_COLUMNS, toReportRows } from './report-rows';
import type { SheetColumn } from './sheet-column';
import type { SheetWriter } from './sheet-writer';
import { createSheetWriter } from './sheet-writer';
import type { WrittenSheet } from './workbook-parts';
import { addWorkbookParts } from './workbook-parts';
import { createZipParts } from './zip-parts';

/** Rows of a sheet, its header not counted (Excel specifications and limits, Microsoft, 2025). */
const MOST_ROWS = 1_048_575;
/** A part of more than 4 GB would need another kind of archive. */
const MOST_BYTES = 2 ** 31;

/**
 * An Excel workbook (ECMA-376): the comments, the notes, the completeness report, a sheet each; comments go on in a
 * further sheet where one cannot hold them. Times, numbers and truths are typed, ids are texts. Packed as it is written:
 * memory holds one chunk, and where the links lead.
 */
export const xlsxFormat: OrderedFormat = {
  kind: 'ordered',
  id: 'xlsx',
  extension: 'xlsx',
  mimeType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  createWriter: createXlsxWriter,
};

function createXlsxWriter(options: FormatOptions, sink: FileSink): OrderedWriter {
  const t = createTranslate(options.language);
  const zip = createZipParts(sink);
  const written: WrittenSheet[] = [];
  let cutTexts = 0;
  let open: { readonly sheet: SheetWriter; readonly name: string } | undefined;
  const begin = (name: string, columns: readonly SheetColumn[], headers: readonly string[]): SheetWriter => {
    const onCut = () => (cutTexts += 1);
    const sheet = createSheetWriter(zip, { number: written.length + 1, columns, headers, onCut });
    open = { sheet, name };
    return sheet;
  };
  const finish = () => {
    if (open) written.push({ number: written.length + 1, name: open.name, area: open.sheet.end() });
    open = undefined;
  };
  const beginComments = () => {
    const place = written.length === 0 ? '' : ` ${written.length + 1}`;
    return begin(t('export.sheet.comments') + place, options.columns, options.headers);
  };
  const addNotes = () => {
    const facts = options.notes.map((note) => toNoteFacts(note, options.localTime));
    const columns = facts[0] ?? [];
    const headers = columns.map(({ id }) => (options.preset === 'plain' ? id : t(`export.column.${id}`)));
    const sheet = begin(t('export.sheet.notes'), columns, headers);
    for (const row of facts) sheet.row(row.map(({ cell }) => cell));
    finish();
  };
  return {
    start: () => void beginComments(),
    note: () => undefined,
    row(cells) {
      if (open && (open.sheet.rows === MOST_ROWS || open.sheet.size > MOST_BYTES)) {
        finish();
        beginComments();
      }
      open?.sheet.row(cells);
    },
    end({ report }) {
      finish();
      if (options.notes.length > 0) addNotes();
      const headers = [t('export.sheet.key'), t('export.sheet.value')];
      const sheet = begin(t('export.sheet.report'), REPORT_COLUMNS, headers);
      const selection = { ...report.selection, cutTexts };
      for (const row of toReportRows({ ...report, selection }, t)) sheet.row(row);
      finish();
      addWorkbookParts(zip, written);
      zip.end();
    },
  };
}
