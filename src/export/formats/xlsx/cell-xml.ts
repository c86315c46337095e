import type { Cell } from '../../columns.catalog';
import { needsGuard } from '../../spreadsheet-guard';
import { cutToCell, toCellXml } from './cell-text';
import type { SheetColumn } from './sheet-column';
import { STYLE } from './styles';

/** Days from 1899-12-30, where the calendar of spreadsheets begins, to 1970-01-01. */
const EPOCH_DAYS = 25_569;
const DAY_MS = 86_400_000;
/** 1900-03-01: spreadsheets have a 29 February 1900, so earlier days are off by one. */
const FIRST_DAY = 61;

/** The XML of one cell at a place such as `B7`; empty for what is not known. */
export type CellXml = (cell: Cell, place: string) => string;

/**
 * How the cells of a column are written. Texts stand in the cell itself: a table of shared ones would have to be held in
 * memory to the end. They are no formulas whatever they begin with, and those that a spreadsheet would take for something
 * else carry the quote prefix besides, so that they stay texts when somebody edits the cell.
 */
export function createCellXml(column: SheetColumn, onCut: () => void): CellXml {
  const writeText = createTextXml(column, onCut);
  return (cell, place) => {
    if (cell === undefined) return '';
    if (typeof cell === 'number') return `<c r="${place}"><v>${cell}</v></c>`;
    if (typeof cell === 'boolean') return `<c r="${place}" t="b"><v>${cell ? 1 : 0}</v></c>`;
    return (column.kind === 'time' ? toTimeXml(cell, place) : undefined) ?? writeText(cell, place);
  };
}

/** A text that is longer than a line or has line breaks is wrapped; ids keep the number format of texts. */
function createTextXml(
  { id, width }: SheetColumn,
  onCut: () => void,
): (text: string, place: string) => string {
  const isId = /(?:^|_)id$/.test(id);
  const isWide = width >= 60;
  const isLink = id.endsWith('_url') || id === 'pictures';
  return (whole, place) => {
    const text = cutToCell(whole);
    if (text !== whole) onCut();
    const plain = isId ? STYLE.id : isLink ? STYLE.link : isWide ? STYLE.wrapped : STYLE.plain;
    const quoted = isWide ? STYLE.quotedWrapped : STYLE.quoted;
    const style = !isId && needsGuard(text) ? quoted : plain;
    return `<c r="${place}" s="${style}" t="inlineStr"><is><t xml:space="preserve">${toCellXml(text)}</t></is></c>`;
  };
}

/** A time as a day number, UTC (`…Z`) or local, with its format; `undefined` for one before the calendar begins. */
function toTimeXml(time: string, place: string): string | undefined {
  const isUtc = time.includes('T');
  const days = Date.parse(isUtc ? time : `${time.replace(' ', 'T')}Z`) / DAY_MS + EPOCH_DAYS;
  if (!(days >= FIRST_DAY)) return undefined;
  return `<c r="${place}" s="${isUtc ? STYLE.utcTime : STYLE.localTime}"><v>${days}</v></c>`;
}
