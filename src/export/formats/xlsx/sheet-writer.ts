import type { Cell } from '../../columns.catalog';
import { createCellXml } from './cell-xml';
import { toCellXml } from './cell-text';
import type { SheetColumn } from './sheet-column';
import { toColumnName } from './sheet-column';
import { createSheetLinks } from './sheet-links';
import { STYLE } from './styles';
import type { ZipParts } from './zip-parts';

export const XML_HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const MAIN = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const RELATIONS = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
export const RELATIONSHIPS_HEAD = `${XML_HEAD}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">`;

/** A sheet that is being written: its header row stands still, and filters the columns. */
export interface SheetWriter {
  row(cells: readonly Cell[]): void;
  /** Ends it; answers the area of the filter. */
  end(): string;
  /** Rows without the header. */
  readonly rows: number;
  /** Bytes so far, before packing. */
  readonly size: number;
}

export interface SheetHead {
  /** 1 for `sheet1.xml`. */
  readonly number: number;
  readonly columns: readonly SheetColumn[];
  readonly headers: readonly string[];
  readonly onCut: () => void;
}

export function createSheetWriter(zip: ZipParts, head: SheetHead): SheetWriter {
  const { columns, headers, number } = head;
  const part = zip.open(`xl/worksheets/sheet${number}.xml`);
  const names = columns.map((_column, index) => toColumnName(index));
  const writers = columns.map((column) => createCellXml(column, head.onCut));
  const links = createSheetLinks(columns);
  let rows = 0;
  part.write(toBeginning(columns, headers, number === 1));
  return {
    row(cells) {
      rows += 1;
      const place = rows + 1;
      let xml = `<row r="${place}">`;
      for (let index = 0; index < writers.length; index += 1)
        xml += writers[index]?.(cells[index], `${names[index] ?? ''}${place}`) ?? '';
      links.add(place, cells);
      part.write(`${xml}</row>`);
    },
    end() {
      const area = `A1:${names.at(-1) ?? 'A'}${rows + 1}`;
      const linked = links.finish();
      part.write(`</sheetData><autoFilter ref="${area}"/>${linked?.element ?? ''}</worksheet>`);
      part.end();
      if (linked)
        zip.add(
          `xl/worksheets/_rels/sheet${number}.xml.rels`,
          `${RELATIONSHIPS_HEAD}${linked.relations}</Relationships>`,
        );
      return area;
    },
    get rows() {
      return rows;
    },
    get size() {
      return part.size;
    },
  };
}

function toBeginning(columns: readonly SheetColumn[], headers: readonly string[], isShown: boolean): string {
  const widths = columns.map(
    ({ width }, index) => `<col min="${index + 1}" max="${index + 1}" width="${width}" customWidth="1"/>`,
  );
  const cells = headers.map(
    (header, index) =>
      `<c r="${toColumnName(index)}1" s="${STYLE.header}" t="inlineStr"><is><t xml:space="preserve">${toCellXml(header)}</t></is></c>`,
  );
  return (
    `${XML_HEAD}<worksheet xmlns="${MAIN}" xmlns:r="${RELATIONS}">` +
    `<sheetViews><sheetView workbookViewId="0"${isShown ? ' tabSelected="1"' : ''}>` +
    '<pane ySplit="1" topLeftCell="A2" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews>' +
    `<sheetFormatPr defaultRowHeight="15"/><cols>${widths.join('')}</cols>` +
    `<sheetData><row r="1">${cells.join('')}</row>`
  );
}
