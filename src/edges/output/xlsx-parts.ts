import type { Language } from '../../messages/message.ts';
import { type CellKind, type CellValue, type Formula, isNumeric, plainNumber } from './columns.ts';

/** The parts of an XLSX package (ECMA-376), as small as Excel accepts them. */
const declaration = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>\n';
const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
const relationships = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';
const contentType = 'application/vnd.openxmlformats-officedocument.spreadsheetml';

export function contentTypes(sheets: number): string {
  const sheetParts = Array.from(
    { length: sheets },
    (_, index) =>
      `<Override PartName="/xl/worksheets/sheet${index + 1}.xml" ContentType="${contentType}.worksheet+xml"/>`,
  ).join('');
  return `${declaration}<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${contentType}.sheet.main+xml"/><Override PartName="/xl/styles.xml" ContentType="${contentType}.styles+xml"/>${sheetParts}</Types>`;
}

const relations = (entries: string) =>
  `${declaration}<Relationships xmlns="http://schemas.openxmlformats.org/package/2006/relationships">${entries}</Relationships>`;

export const packageRelations = relations(
  `<Relationship Id="rId1" Type="${relationships}/officeDocument" Target="xl/workbook.xml"/>`,
);

export function workbookRelations(sheets: number): string {
  const entries = Array.from(
    { length: sheets },
    (_, index) =>
      `<Relationship Id="rId${index + 1}" Type="${relationships}/worksheet" Target="worksheets/sheet${index + 1}.xml"/>`,
  );
  entries.push(`<Relationship Id="rId${sheets + 1}" Type="${relationships}/styles" Target="styles.xml"/>`);
  return relations(entries.join(''));
}

export function workbook(names: readonly string[]): string {
  const sheets = names.map(
    (name, index) => `<sheet name="${escapeXml(name)}" sheetId="${index + 1}" r:id="rId${index + 1}"/>`,
  );
  return `${declaration}<workbook xmlns="${main}" xmlns:r="${relationships}"><sheets>${sheets.join('')}</sheets></workbook>`;
}

/** Excel forbids `[]:*?/\` and more than 31 characters in a sheet's name, and the same name twice. */
export function sheetName(wanted: string, taken: readonly string[]): string {
  const clean = wanted.replace(/[[\]:*?/\\]/g, ' ').slice(0, 31);
  for (let number = 2, name = clean; ; number++) {
    if (!taken.includes(name)) return name;
    const suffix = ` ${number}`;
    name = clean.slice(0, 31 - suffix.length) + suffix;
  }
}

const looks = ['body', 'total'] as const;
type Look = (typeof looks)[number] | 'head' | 'title';

/** Order is the order of `cellXfs`: first the header, then each kind plain, then each kind of the totals row. */
const kinds = ['text', 'code', 'count', 'money', 'ratio', 'percent', 'date'] as const satisfies CellKind[];
const headStyle = 1;
const titleStyle = 2 + looks.length * kinds.length;
const styleOf = (kind: CellKind, look: Look) =>
  look === 'title'
    ? titleStyle
    : look === 'head'
      ? headStyle
      : 2 + looks.indexOf(look) * kinds.length + kinds.indexOf(kind);

/** 49, 3 and 4 are formats every Excel knows (`@`, `#,##0`, `#,##0.00`); 164 and up are ours. */
const numberFormatOf = {
  text: 49,
  code: 49,
  count: 3,
  money: 4,
  ratio: 164,
  percent: 165,
  date: 166,
} as const;

export function styles(language: Language): string {
  const date = language === 'ru' ? 'dd\\.mm\\.yyyy' : 'yyyy\\-mm\\-dd';
  const format = (kind: CellKind, look: Look) =>
    look === 'body'
      ? `<xf numFmtId="${numberFormatOf[kind]}" fontId="0" fillId="0" borderId="0" xfId="0" applyNumberFormat="1"/>`
      : `<xf numFmtId="${numberFormatOf[kind]}" fontId="1" fillId="2" borderId="1" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyBorder="1"/>`;
  const cellFormats = looks.flatMap((look) => kinds.map((kind) => format(kind, look)));
  return `${declaration}<styleSheet xmlns="${main}"><numFmts count="3"><numFmt numFmtId="164" formatCode="#,##0.00##"/><numFmt numFmtId="165" formatCode="0.0%"/><numFmt numFmtId="166" formatCode="${date}"/></numFmts><fonts count="2"><font><sz val="11"/><name val="Calibri"/></font><font><b/><sz val="11"/><name val="Calibri"/></font></fonts><fills count="4"><fill><patternFill patternType="none"/></fill><fill><patternFill patternType="gray125"/></fill><fill><patternFill patternType="solid"><fgColor rgb="FFF1F3F4"/></patternFill></fill><fill><patternFill patternType="solid"><fgColor rgb="FFE1F0ED"/></patternFill></fill></fills><borders count="2"><border><left/><right/><top/><bottom/><diagonal/></border><border><left/><right/><top style="thin"><color rgb="FF8A959D"/></top><bottom/><diagonal/></border></borders><cellStyleXfs count="1"><xf numFmtId="0" fontId="0" fillId="0" borderId="0"/></cellStyleXfs><cellXfs count="${3 + cellFormats.length}"><xf numFmtId="0" fontId="0" fillId="0" borderId="0" xfId="0"/><xf numFmtId="49" fontId="1" fillId="3" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1" applyFill="1" applyAlignment="1"><alignment vertical="top" wrapText="1"/></xf>${cellFormats.join('')}<xf numFmtId="49" fontId="1" fillId="0" borderId="0" xfId="0" applyNumberFormat="1" applyFont="1"/></cellXfs><cellStyles count="1"><cellStyle name="Normal" xfId="0" builtinId="0"/></cellStyles></styleSheet>`;
}

const columnWidths: Record<CellKind, number> = {
  text: 28,
  code: 16,
  count: 12,
  money: 16,
  ratio: 12,
  percent: 12,
  date: 12,
};

export function worksheetHead(columns: readonly { readonly kind: CellKind }[], captionRows: number): string {
  const widths = columns.map(
    ({ kind }, index) =>
      `<col min="${index + 1}" max="${index + 1}" width="${columnWidths[kind]}" customWidth="1"/>`,
  );
  return `${declaration}<worksheet xmlns="${main}"><sheetViews><sheetView workbookViewId="0"><pane ySplit="${captionRows + 1}" topLeftCell="A${captionRows + 2}" activePane="bottomLeft" state="frozen"/></sheetView></sheetViews><cols>${widths.join('')}</cols><sheetData>`;
}

export const worksheetTail = '</sheetData></worksheet>';

/**
 * One typed cell. Text is an inline string with the format `@`: Excel never takes it for a formula, nor an ИНН for a
 * number. A number with more digits than a double holds and a date before Excel's calendar stay exact as text.
 */
export function worksheetCell(
  reference: string,
  value: CellValue | Formula,
  kind: CellKind,
  look: Look,
  language: Language,
): string {
  const open = `<c r="${reference}" s="${styleOf(kind, look)}"`;
  if (typeof value === 'object' && value !== null) {
    const known = value.value === null ? '' : `<v>${plainNumber(value.value, kind)}</v>`;
    return `${open}><f>${escapeXml(value.formula)}</f>${known}</c>`;
  }
  if (value === null || value === '') return look === 'body' ? '' : `${open}/>`;
  if (isNumeric(kind)) {
    const number = plainNumber(value, kind);
    if (number.replace(/\D/g, '').length <= 15) return `${open}><v>${number}</v></c>`;
    return inlineText(open, language === 'ru' ? number.replace('.', ',') : number);
  }
  if (kind === 'date') {
    const serial = dateSerial(String(value));
    return serial === null ? inlineText(open, String(value)) : `${open}><v>${serial}</v></c>`;
  }
  return inlineText(open, String(value));
}

/** Longest text that Excel takes in a cell; a longer one makes it call the whole file damaged. */
const maxText = 32_767;

function inlineText(open: string, text: string): string {
  const fitting = text.length > maxText ? `${text.slice(0, maxText - 1)}…` : text;
  return `${open} t="inlineStr"><is><t xml:space="preserve">${escapeXml(fitting)}</t></is></c>`;
}

/** Days since 1899-12-30; null before 1 March 1900, where Excel's calendar has a day that never was. */
function dateSerial(date: string): number | null {
  const serial = Date.parse(`${date}T00:00:00Z`) / 86_400_000 + 25_569;
  return serial >= 61 ? serial : null;
}

const entities: Record<string, string> = { '&': '&amp;', '<': '&lt;', '>': '&gt;', '"': '&quot;' };

/**
 * Characters that XML 1.0 does not have (control characters, lone surrogates) become U+FFFD; what looks like Excel's own
 * escape `_x0041_` is kept from being read as one.
 */
function escapeXml(text: string): string {
  return text
    .toWellFormed()
    .replace(/_(?=x[0-9a-f]{4}_)/gi, '_x005F_')
    .replace(/[^\t\n\r\u0020-\ud7ff\ue000-\ufffd\u{10000}-\u{10ffff}]/gu, '\ufffd')
    .replace(/[&<>"]/g, (character) => entities[character] ?? character);
}

/** 0 is A, 26 is AA. */
export function columnName(index: number): string {
  const letter = String.fromCharCode(65 + (index % 26));
  return index < 26 ? letter : columnName(Math.floor(index / 26) - 1) + letter;
}
