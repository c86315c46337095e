/** Places in `cellXfs` of the stylesheet below. */
export const STYLE = {
  plain: 0,
  header: 1,
  /** Number format `@`: what is typed over it stays a text. */
  id: 2,
  utcTime: 3,
  localTime: 4,
  wrapped: 5,
  link: 6,
  /** The quote prefix: the text stays one also when somebody edits the cell. */
  quoted: 7,
  quotedWrapped: 8,
} as const;

const UTC_TIME = 164;
const LOCAL_TIME = 165;

interface CellFormat {
  readonly format?: number;
  readonly font?: number;
  readonly fill?: number;
  readonly isQuoted?: boolean;
  readonly alignment: string;
}

const xf = ({ format = 0, font = 0, fill = 0, isQuoted = false, alignment }: CellFormat) =>
  `<xf numFmtId="${format}" fontId="${font}" fillId="${fill}" borderId="0" xfId="0"` +
  ' applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1"' +
  `${isQuoted ? ' quotePrefix="1"' : ''}>${alignment}</xf>`;

const TOP = '<alignment vertical="top"/>';
const WRAP = '<alignment vertical="top" wrapText="1"/>';

/** `xl/styles.xml`: the fonts, fills and formats of every cell that is written. */
export const STYLES_XML =
  '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n' +
  '<styleSheet xmlns="http://schemas.openxmlformats.org/spreadsheetml/2006/main">' +
  `<numFmts count="2"><numFmt numFmtId="${UTC_TIME}" formatCode="yyyy\\-mm\\-dd\\Thh:mm:ss\\Z"/>` +
  `<numFmt numFmtId="${LOCAL_TIME}" formatCode="yyyy\\-mm\\-dd\\ hh:mm:ss"/></numFmts>` +
  '<fonts count="3"><font><sz val="11"/><name val="Calibri"/></font>' +
  '<font><b/><sz val="11"/><name val="Calibri"/></font>' +
  '<font><u/><sz val="11"/><color rgb="FF0563C1"/><name val="Calibri"/></font></fonts>' +
  '<fills count="3"><fill><patternFill patternType="none"/></fill>' +
  '<fill><patternFill patternType="gray125"/></fill>' +
  '<fill><patternFill patternType="solid"><fgColor rgb="FFFCE4E8"/><bgColor indexed="64"/></patternFill></fill></fills>' +
  '<borders count="1"><border><left/><right/><top/><bottom/><diagonal/></border></borders>' +
  '<cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs>' +
  '<cellXfs count="9">' +
  xf({ alignment: TOP }) +
  xf({ font: 1, fill: 2, alignment: '<alignment vertical="center"/>' }) +
  xf({ format: 49, alignment: TOP }) +
  xf({ format: UTC_TIME, alignment: TOP }) +
  xf({ format: LOCAL_TIME, alignment: TOP }) +
  xf({ alignment: WRAP }) +
  xf({ font: 2, alignment: TOP }) +
  xf({ isQuoted: true, alignment: TOP }) +
  xf({ isQuoted: true, alignment: WRAP }) +
  '</cellXfs>' +
  '<cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>';
