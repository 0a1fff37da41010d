import type { Field } from '../../../domain/fields.ts';
import { readDay } from '../format/day.ts';
import { isEmptyCell, trimBlanks } from '../format/lexicon.ts';
import type { Merge, SourceRow } from '../source-table.ts';
import { headerMonth } from './header-rows.ts';
import { entityOf, matchHeader } from './match-header.ts';

/** One column as its header rows describe it. */
export interface HeaderColumn {
  readonly index: number;
  /** As people see it; of several rows joined with a point. */
  readonly header: string;
  /** What is looked up; empty where a month alone heads the column. */
  readonly name: string;
  /** The group of a matrix: a month, a day or a label («Петров П. П.»). */
  readonly group?: { readonly kind: 'month' | 'day' | 'label'; readonly value: string };
  /** Names of the levels that share the column, outermost first. */
  readonly levels?: readonly string[];
}

/** Fields that can be a level of a hierarchical report. */
const levelFields: ReadonlySet<Field> = new Set<Field>([
  'holding',
  'clientName',
  'clientCode',
  'deliveryPointName',
  'deliveryPointCode',
  'documentNumber',
  'documentPresentation',
  'skuCode',
  'skuName',
  'skuNameUnit',
  'category',
  'subcategory',
  'brand',
  'managerName',
  'salesRepName',
  'supervisor',
  'team',
  'department',
  'branch',
  'ownCompany',
  'warehouse',
  'region',
  'city',
  'contract',
  'shipmentDate',
  'clientType',
]);

const measures: ReadonlySet<Field> = new Set<Field>([
  'quantity',
  'amountGross',
  'amountNet',
  'price',
  'costAmount',
  'grossProfit',
  'discount',
  'vatAmount',
  'vatRate',
]);

/** Joins one to three header rows into one header a column. `year` completes months named without one («январь»). */
export function headerColumns(
  rows: readonly SourceRow[],
  columnCount: number,
  merges: readonly Merge[],
  year?: string,
): readonly HeaderColumn[] {
  const own = rows.map((row) => Array.from({ length: columnCount }, (_, index) => cleaned(row.cells[index])));
  const spread = own.map((_, level) => spreadRight(own, level, rows, merges));
  const columns = Array.from({ length: columnCount }, (_, index) => {
    const stack = own.map((row) => row[index] ?? '').filter(Boolean);
    const levels = sharedLevels(stack, isWide(own, index));
    if (levels) return { index, header: stack.join(' / '), name: levels.at(-1) ?? '', levels };
    const whole = unique(spread.map((row) => row[index] ?? '').filter(Boolean));
    return { index, ...joined(whole, year) };
  });
  return asDays(withoutLoneLabels(columns));
}

function cleaned(cell: string | undefined): string {
  return cell === undefined || isEmptyCell(cell) ? '' : trimBlanks(cell).replace(/\s+/g, ' ');
}

const unique = (texts: readonly string[]): string[] =>
  texts.filter((text, index) => text !== texts[index - 1]);

/** A group name stands in the first of its columns only: it is carried on over the empty cells that have names below. */
function spreadRight(
  own: readonly (readonly string[])[],
  level: number,
  rows: readonly SourceRow[],
  merges: readonly Merge[],
): string[] {
  const row = own[level] ?? [];
  const below = (index: number): boolean => own.slice(level + 1).some((other) => other[index]);
  let carried = '';
  return row.map((cell, index) => {
    if (cell) {
      // A column that levels share names no group: «Код» beside it is not the «Код» of its first level.
      const stack = own.map((other) => other[index] ?? '').filter(Boolean);
      const shared = sharedLevels(stack, isWide(own, index)) !== undefined;
      carried = shared ? '' : cell;
      return cell;
    }
    const merge = merges.find(
      (range) => range.fromRow === rows[level]?.row && range.fromColumn < index && range.toColumn >= index,
    );
    if (merge) return row[merge.fromColumn] ?? '';
    if (!below(index)) carried = '';
    return carried;
  });
}

/** The upper name of a column stands over the next column too. */
function isWide(own: readonly (readonly string[])[], index: number): boolean {
  return own.some(
    (row, level) => row[index] && !row[index + 1] && own.slice(level + 1).some((other) => other[index + 1]),
  );
}

/** Levels that share one column: «Клиент» over «Номенклатура», or «Клиент / Номенклатура» in one cell. */
function sharedLevels(stack: readonly string[], wide: boolean): readonly string[] | undefined {
  const [only] = stack;
  if (stack.length === 1 && only) {
    if (matchHeader(only).some(({ reason }) => reason === 'synonym' || reason === 'context'))
      return undefined;
    const parts = only.split(/\s*[/\n]\s*|\s*,\s+/).filter(Boolean);
    return parts.length > 1 && parts.every(isLevel) ? parts : undefined;
  }
  const [top = '', ...rest] = stack;
  if (stack.length < 2 || !stack.every(isLevel)) return undefined;
  // «Код» under «Контрагент» is his code; under «Артикул» it is one more row of the product.
  if ((wide || stack.length === 2) && rest.some(isAttribute)) return undefined;
  // «Номенклатура» over «Артикул» and «Наименование» is one thing in two columns.
  const things = new Set(stack.map(thingOf));
  return wide && things.size === 1 && entityOf(top) ? undefined : stack;
}

/** «Код», «Наименование»: of whatever stands above. */
function isAttribute(name: string): boolean {
  const fields = matchHeader(name).map(({ field }) => field);
  return (
    (fields.includes('clientCode') && fields.includes('skuCode')) ||
    (fields.includes('clientName') && fields.includes('skuName'))
  );
}

function thingOf(name: string): string {
  return matchHeader(name)[0]?.field?.replace(/[A-Z].*$/, '') ?? name;
}

function isLevel(name: string): boolean {
  return matchHeader(name).some(
    ({ field, reason }) =>
      field !== null && levelFields.has(field) && (reason === 'synonym' || reason === 'context'),
  );
}

function joined(names: readonly string[], year: string | undefined): Omit<HeaderColumn, 'index'> {
  const header = names.join('.');
  const groupAt = names.findIndex((name) => headerMonth(name, year) ?? dayOf(name));
  if (groupAt >= 0) {
    const value = names[groupAt] ?? '';
    const month = headerMonth(value, year);
    const rest = names.filter((_, index) => index !== groupAt);
    const group = month
      ? { kind: 'month' as const, value: month }
      : { kind: 'day' as const, value: dayOf(value) ?? '' };
    return { header, name: rest.join('.'), group };
  }
  const [top = '', ...rest] = names;
  const lower = rest.join('.');
  if (!lower) return { header, name: top };
  if (entityOf(top)) return { header, name: header };
  const together = matchHeader(`${top} ${lower}`)[0];
  if (together?.reason === 'synonym') return { header, name: `${top} ${lower}` };
  const measure = matchHeader(lower)[0]?.field;
  return measure && measures.has(measure)
    ? { header, name: lower, group: { kind: 'label', value: top } }
    : { header, name: lower };
}

function dayOf(text: string): string | undefined {
  return readDay(text, { order: 'dmy', serials: false }) ?? undefined;
}

/** «Продажи» over «Количество» and «Сумма» groups nothing: groups are at least two. */
function withoutLoneLabels(columns: readonly HeaderColumn[]): readonly HeaderColumn[] {
  const labels = new Set(columns.flatMap(({ group }) => (group?.kind === 'label' ? [group.value] : [])));
  if (labels.size > 1) return columns;
  return columns.map(({ group, ...column }) =>
    group && group.kind !== 'label' ? { ...column, group } : column,
  );
}

/** Columns headed by the first days of months are months, unless other days stand among them. */
function asDays(columns: readonly HeaderColumn[]): readonly HeaderColumn[] {
  if (!columns.some(({ group }) => group?.kind === 'day')) return columns;
  return columns.map((column) => {
    if (column.group?.kind !== 'month' || !/^\d{4}-\d{2}-\d{2}/.test(column.header)) return column;
    return { ...column, group: { kind: 'day', value: `${column.group.value}-01` } };
  });
}
