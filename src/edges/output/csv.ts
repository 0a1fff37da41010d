import { formatDate } from '../../messages/format.ts';
import type { Language } from '../../messages/message.ts';
import { type Column, isNumeric, plainNumber } from './columns.ts';

const byteOrderMark = '\ufeff';
const wholeNumber = /^[+-]?\d+([.,]\d+)?$/;

/**
 * Excel and LibreOffice run a cell that begins like this as a formula; an apostrophe makes it text again. Numbers keep
 * their sign. https://owasp.org/www-community/attacks/CSV_Injection
 */
export function escapeFormula(text: string): string {
  if (!/^[=+\-@\t\r]/.test(text)) return text;
  if (wholeNumber.test(text)) return text;
  return `'${text}`;
}

function quote(text: string): string {
  return /[";\r\n]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text;
}

function cell<Row>(column: Column<Row>, row: Row, language: Language): string {
  const value = column.value(row);
  if (value === null || value === '') return '';
  if (isNumeric(column.kind)) {
    const plain = plainNumber(value, column.kind);
    return language === 'ru' ? plain.replace('.', ',') : plain;
  }
  if (column.kind === 'date') return formatDate(String(value), language);
  return quote(escapeFormula(String(value)));
}

/** CSV that Excel opens by a double click: UTF-8 with its mark, `;`, CRLF; in Russian decimal commas and dd.mm.yyyy. */
export function csvHeader<Row>(columns: readonly Column<Row>[]): string {
  return `${byteOrderMark}${columns.map((column) => quote(escapeFormula(column.title))).join(';')}\r\n`;
}

export function csvRow<Row>(columns: readonly Column<Row>[], row: Row, language: Language): string {
  return `${columns.map((column) => cell(column, row, language)).join(';')}\r\n`;
}
