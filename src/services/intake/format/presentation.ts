import type { IsoDate } from '../../../domain/units.ts';
import { parseDate } from './date.ts';
import { dateSql } from './date-sql.ts';
import { blank, sqlString, trimBlanks } from './lexicon.ts';
import { dayInText } from './month.ts';

export interface DocumentPresentation {
  /** «Реализация товаров и услуг» */
  readonly type: string;
  /** «00БП-001234»; empty when the text names none. */
  readonly number: string;
  readonly date: IsoDate;
}

const presentation = `^${blank}*(.*?)${blank}*(?:(?:№|N|номер)${blank}*)?(\\S*\\d\\S*)${blank}+от${blank}+(${dayInText}.*)$`;
const compiled = new RegExp(presentation, 'iu');

/**
 * Takes the way 1C names a document apart: «Реализация товаров и услуг 00БП-001234 от 05.10.2026 14:05:33».
 * `undefined`: the text is no such name.
 */
export function parsePresentation(text: string): DocumentPresentation | undefined {
  const [, type = '', number = '', day = ''] = compiled.exec(text) ?? [];
  const date = day && parseDate(day, { order: 'dmy', serials: false });
  return date ? { type: trimBlanks(type), number, date } : undefined;
}

/** Text expressions of type, number and Nullable(Date32) of the day, as `parsePresentation`. */
export function presentationSql(expr: string): {
  readonly type: string;
  readonly number: string;
  readonly date: string;
} {
  const groups = `extractGroups(${expr}, ${sqlString(`(?i)${presentation}`)})`;
  return {
    type: `arrayElement(${groups}, 1)`,
    number: `arrayElement(${groups}, 2)`,
    date: dateSql(`arrayElement(${groups}, 3)`, { order: 'dmy', serials: false }),
  };
}
