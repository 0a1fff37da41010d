import type { Field } from '../../../domain/fields.ts';
import { isEmptyCell } from '../format/lexicon.ts';
import type { ColumnReading } from '../recognition.ts';
import type { SourceRow } from '../source-table.ts';
import { clientFields, documentFields, productFields } from './fields-by-use.ts';
import { foldHeader } from './fold-header.ts';
import { looksLikeDate, looksLikeNumber } from './profile.ts';

/** Marks of a row of totals, folded; alone or with something behind («Итого:», «Итого по клиенту»). */
export const totalWords: readonly string[] = [
  'итого',
  'всего',
  'итог',
  'общий итог',
  'общее итого',
  'итого по отчету',
  'подытог',
  'промежуточный итог',
  'итого сумма',
  'grand total',
  'subtotal',
  'sub total',
];

const folded = new Set(totalWords.map(foldHeader));
const total = foldHeader('total');
const phrases = /^(?:итого|всего) (?:по|за|на|с) |^итого |\s(?:итог|итого)$/u;
const phrase = (text: string): boolean =>
  phrases.test(text) || text.startsWith(`${total} `) || text.endsWith(` ${total}`);

/** Most rows are no totals: the careful look is kept for those that might be. */
const hint = /[иi][тt][оo]г|[вb][сc]е[гr][оo]|total/iu;

/** Fields in which a row of totals says that it is one. */
const marked: ReadonlySet<Field> = new Set<Field>([
  ...clientFields,
  ...productFields,
  ...documentFields,
  'managerName',
  'salesRepName',
  'supervisor',
  'team',
  'department',
  'branch',
  'category',
  'subcategory',
  'city',
  'region',
  'shipmentDate',
  'month',
  'warehouse',
  'ownCompany',
  'holding',
]);

/**
 * True for a row of totals. «Итого» alone is always one; «Total» (also a brand of oil) and «Итого по …», «Ромашка ООО
 * Итог» only where no other cell of the row is text.
 */
export function isTotalRow(cells: readonly string[], columns: readonly ColumnReading[]): boolean {
  if (!cells.some((cell) => hint.test(cell))) return false;
  let strong = false;
  let weak = false;
  let texts = 0;
  for (const { index, field } of columns) {
    const cell = cells[index] ?? '';
    if (isEmptyCell(cell) || looksLikeNumber(cell) || looksLikeDate(cell)) continue;
    texts++;
    if (field !== null && !marked.has(field)) continue;
    const text = foldHeader(cell);
    if (folded.has(text)) strong = true;
    else if (text === total || phrase(text)) weak = true;
  }
  return strong || (weak && texts === 1);
}

/**
 * The marks for staging: the usual ones and those met in the rows at hand, in lower case. «Total» is one only under
 * English headers: under Russian ones it is a brand.
 */
export function totalMarks(rows: readonly SourceRow[], columns: readonly ColumnReading[]): readonly string[] {
  const marks = new Set(totalWords);
  if (columns.every(({ header }) => !/\p{Script=Cyrillic}/u.test(header))) marks.add('total');
  for (const { cells } of rows) {
    if (!isTotalRow(cells, columns)) continue;
    for (const cell of cells) {
      const text = foldHeader(cell);
      if (phrase(text) && !/\d/.test(text)) marks.add(cell.trim().replace(/\s*:$/, '').toLowerCase());
    }
  }
  return [...marks];
}
