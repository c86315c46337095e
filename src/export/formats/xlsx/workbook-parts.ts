import { toAttributeXml, toCellXml } from './cell-text';
import { RELATIONSHIPS_HEAD, XML_HEAD } from './sheet-writer';
import { STYLES_XML } from './styles';
import type { ZipParts } from './zip-parts';

/** A sheet that has been written. */
export interface WrittenSheet {
  readonly number: number;
  readonly name: string;
  /** `A1:F20`. */
  readonly area: string;
}

const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const SPREADSHEET = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

/** Adds the parts that hold the sheets together (ECMA-376 part 1, 18; part 2, 9): written last, when it is known how many there are. */
export function addWorkbookParts(zip: ZipParts, sheets: readonly WrittenSheet[]): void {
  zip.add('xl/styles.xml', STYLES_XML);
  zip.add('xl/workbook.xml', toWorkbook(sheets));
  zip.add(
    'xl/_rels/workbook.xml.rels',
    RELATIONSHIPS_HEAD +
      sheets
        .map(
          ({ number }) =>
            `<Relationship Id="rId${number}" Type="${OFFICE}/worksheet" Target="worksheets/sheet${number}.xml"/>`,
        )
        .join('') +
      `<Relationship Id="rId${sheets.length + 1}" Type="${OFFICE}/styles" Target="styles.xml"/></Relationships>`,
  );
  zip.add(
    '_rels/.rels',
    `${RELATIONSHIPS_HEAD}<Relationship Id="rId1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
  );
  zip.add('[Content_Types].xml', toContentTypes(sheets));
}

function toWorkbook(sheets: readonly WrittenSheet[]): string {
  const listed = sheets.map(
    ({ number, name }) => `<sheet name="${toAttributeXml(name)}" sheetId="${number}" r:id="rId${number}"/>`,
  );
  // What Excel itself writes beside a filter; without it other programs show none.
  const filters = sheets.map(
    ({ name, area }, index) =>
      `<definedName name="_xlnm._FilterDatabase" localSheetId="${index}" hidden="1">` +
      `${toCellXml(`'${name.replaceAll("'", "''")}'!${toAbsolute(area)}`)}</definedName>`,
  );
  return (
    `${XML_HEAD}<workbook xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main" xmlns:r="${OFFICE}">` +
    `<bookViews><workbookView activeTab="0"/></bookViews><sheets>${listed.join('')}</sheets>` +
    `<definedNames>${filters.join('')}</definedNames></workbook>`
  );
}

/** `A1:F20` → `$A$1:$F$20`. */
function toAbsolute(area: string): string {
  return area.replace(/([A-Z]+)(\d+)/g, '$$$1$$$2');
}

function toContentTypes(sheets: readonly WrittenSheet[]): string {
  const listed = sheets.map(
    ({ number }) =>
      `<Override PartName="/xl/worksheets/sheet${number}.xml" ContentType="${SPREADSHEET}.worksheet+xml"/>`,
  );
  return (
    `${XML_HEAD}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types">` +
    '<Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/>' +
    '<Default Extension="xml" ContentType="application/xml"/>' +
    `<Override PartName="/xl/workbook.xml" ContentType="${SPREADSHEET}.sheet.main+xml"/>` +
    `<Override PartName="/xl/styles.xml" ContentType="${SPREADSHEET}.styles+xml"/>${listed.join('')}</Types>`
  );
}
