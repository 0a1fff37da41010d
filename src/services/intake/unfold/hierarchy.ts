import type { Field } from '../../../domain/fields.ts';
import { type Problem, Refusal } from '../../../domain/problem.ts';
import { isEmptyCell, trimBlanks } from '../format/lexicon.ts';
import { decimalOf } from '../format/number.ts';
import { productFields } from '../recognise/fields-by-use.ts';
import { endsWithUnit } from '../recognise/profile.ts';
import { depthOf } from '../recognise/shape.ts';
import { isTotalRow } from '../recognise/totals.ts';
import type { Recognition } from '../recognition.ts';
import type { SourceRow, SourceTable } from '../source-table.ts';
import { type DeepRow, depthsBySums } from './depths.ts';
import { fieldAt, fieldsOfLevels, splitUnit } from './level-fields.ts';
import type { LineWriter } from './line-writer.ts';
import type { SetAsideCounter } from './set-aside.ts';
import { dataRows, type HierarchySurvey, summed, valuesOf } from './survey-hierarchy.ts';

/** Fields that the unfolding fills from the levels and the codes beside them. */
export function filledFields(
  { column, plan, stacked }: HierarchySurvey,
  recognition: Recognition,
): readonly Field[] {
  const codes = recognition.columns.flatMap(({ levels, index }) =>
    index === column.index ? [] : (levels ?? []),
  );
  const stackedFields = stacked > 1 ? (column.levels ?? []).slice(-stacked) : [];
  return [
    ...new Set([...fieldsOfLevels(plan), ...stackedFields, ...codes].filter((field) => field !== null)),
  ];
}

/** Writes the leaves of a hierarchy; parents and totals are set aside. Returns what does not add up. */
export async function unfoldHierarchy(
  path: string,
  table: SourceTable,
  recognition: Recognition,
  survey: HierarchySurvey,
  writer: LineWriter,
  aside: SetAsideCounter,
): Promise<readonly Problem[]> {
  const walk = new Walk(table, recognition, survey, writer, aside);
  let previous: DeepRow | undefined;
  for await (const current of deepRows(path, table, recognition, survey, aside, (row) => walk.total(row))) {
    if (previous) walk.row(previous, current.depth);
    previous = current;
  }
  if (previous) walk.row(previous, 0);
  return walk.finish();
}

async function* deepRows(
  path: string,
  table: SourceTable,
  recognition: Recognition,
  survey: HierarchySurvey,
  aside: SetAsideCounter,
  onTotal: (row: SourceRow) => void,
): AsyncGenerator<DeepRow> {
  const { by, column, depths, measures, plan } = survey;
  async function* withoutTotals(): AsyncGenerator<SourceRow> {
    for await (const row of dataRows(path, table, recognition, aside)) {
      if (!isTotalRow(row.cells, [column])) yield row;
      else onTotal(row);
    }
  }
  if (by !== 'sums') {
    for await (const row of withoutTotals())
      yield { row, depth: depths.indexOf(depthOf(row, column.index, by)) };
    return;
  }
  if (plan.fields.length < 2) {
    for await (const row of withoutTotals()) yield { row, depth: 0 };
    return;
  }
  // Undefined where the report writes no units behind its products.
  const isLeaf = (row: SourceRow): boolean | undefined =>
    plan.fields.at(-1) === 'skuNameUnit' ? endsWithUnit(row.cells[column.index] ?? '') : undefined;
  async function* measured() {
    for await (const row of withoutTotals()) {
      const leaf = isLeaf(row);
      yield { row, measures: valuesOf(row, measures), ...(leaf !== undefined && { leaf }) };
    }
  }
  yield* depthsBySums(measured(), table.file);
}

interface Node {
  readonly row: SourceRow;
  readonly depth: number;
  readonly sums: (bigint | null)[];
}

/** Walks down and up the hierarchy, adding the leaves to their parents. */
class Walk {
  readonly #table: SourceTable;
  readonly #recognition: Recognition;
  readonly #survey: HierarchySurvey;
  readonly #writer: LineWriter;
  readonly #aside: SetAsideCounter;
  #path: Node[] = [];
  #grand: (bigint | null)[];
  #lastTotal: SourceRow | undefined;
  #stack: SourceRow[] = [];
  #differing = 0;
  #example: Problem['params'] & { row?: number } = {};
  #bare = 0;

  constructor(
    table: SourceTable,
    recognition: Recognition,
    survey: HierarchySurvey,
    writer: LineWriter,
    aside: SetAsideCounter,
  ) {
    this.#table = table;
    this.#recognition = recognition;
    this.#survey = survey;
    this.#writer = writer;
    this.#aside = aside;
    this.#grand = survey.measures.map(() => null);
  }

  total(row: SourceRow): void {
    this.#aside.add('total', row.row);
    this.#lastTotal = row;
  }

  row({ row, depth }: DeepRow, nextDepth: number): void {
    if (this.#stack.length > 0 && depth !== this.#survey.plan.depths - 1) this.#refuse(row);
    while ((this.#path.at(-1)?.depth ?? -1) >= depth) this.#close();
    if (nextDepth > depth) {
      this.#path.push({ row, depth, sums: this.#survey.measures.map(() => null) });
      this.#aside.add('parent', row.row);
      return;
    }
    const deepest = depth === this.#survey.plan.depths - 1;
    if (this.#survey.stacked > 1 && deepest) {
      this.#refuseUnequal(row);
      this.#stack.push(row);
      if (this.#stack.length < this.#survey.stacked) {
        this.#aside.add('stacked', row.row);
        return;
      }
    }
    this.#leaf(row, depth);
    this.#stack = [];
  }

  finish(): readonly Problem[] {
    if (this.#stack.length > 0) this.#refuse(this.#stack[0]);
    while (this.#path.length > 0) this.#close();
    // Totals in between are of parts; the last one is of the whole.
    if (this.#lastTotal) this.#check(this.#lastTotal, this.#grand);
    const { file, sheet } = this.#table;
    const place = { file, ...(sheet !== undefined && { sheet }) };
    const findings: Problem[] = [];
    if (this.#differing > 0) {
      const { row, ...params } = this.#example;
      findings.push({
        code: 'parentsDiffer',
        place: { ...place, ...(row !== undefined && { row }) },
        params: { rows: this.#differing, ...params },
      });
    }
    if (this.#bare > 0) findings.push({ code: 'leafWithoutProduct', place, params: { rows: this.#bare } });
    if (this.#survey.plan.firstDepth > 0)
      findings.push({ code: 'clientFolders', place, params: { levels: this.#survey.plan.firstDepth } });
    return findings;
  }

  #leaf(row: SourceRow, depth: number): void {
    const filled = new Map<Field, string>();
    const { column, plan } = this.#survey;
    for (const node of this.#path) this.#name(node.row, fieldAt(plan, node.depth, false, ''), filled);
    const label = row.cells[column.index] ?? '';
    const field = fieldAt(plan, depth, true, label);
    if (this.#stack.length > 0) this.#nameStacked(filled);
    else this.#name(row, field, filled);
    if (
      plan.fields.some((level) => productFields.includes(level)) &&
      !(field && productFields.includes(field))
    )
      this.#bare++;
    this.#inherit(filled);
    if (this.#writer.write(row, filled) === 0) this.#aside.add('empty', row.row);
    const values = valuesOf(row, this.#survey.measures);
    for (const node of this.#path) accumulate(node.sums, values);
    accumulate(this.#grand, values);
  }

  #name(row: SourceRow, field: Field | null, filled: Map<Field, string>): void {
    const { column, plan } = this.#survey;
    const label = trimBlanks(row.cells[column.index] ?? '');
    if (field === 'skuNameUnit') {
      const { name, unit } = splitUnit(label);
      filled.set('skuName', name).set('unit', unit);
    } else if (field) filled.set(field, label);
    const level = field ? plan.fields.indexOf(field) : -1;
    for (const { index, levels } of this.#recognition.columns) {
      const code = index === column.index ? null : levels?.[level];
      if (code && !isEmptyCell(row.cells[index] ?? '')) filled.set(code, trimBlanks(row.cells[index] ?? ''));
    }
  }

  /** Article, code and name of one product say the same figures; else they are no rows of one product. */
  #refuseUnequal(row: SourceRow): void {
    const [first] = this.#stack;
    if (!first) return;
    const [values, others] = [first, row].map((one) => valuesOf(one, this.#survey.measures).join(' '));
    if (values !== others) this.#refuse(row);
  }

  #refuse(row: SourceRow | undefined): never {
    const place = { file: this.#table.file, ...(row && { row: row.row }) };
    throw new Refusal({ code: 'hierarchyUnclear', place });
  }

  #nameStacked(filled: Map<Field, string>): void {
    const fields = (this.#survey.column.levels ?? []).slice(-this.#survey.stacked);
    for (const [at, row] of this.#stack.entries()) {
      const field = fields[at];
      if (field && !filled.has(field)) this.#name(row, field, filled);
    }
  }

  /** «ИНН» or «Город» stand on the customer's row, not on each of his products. */
  #inherit(filled: Map<Field, string>): void {
    for (const { index, field, levels, group } of this.#recognition.columns) {
      if (
        field === null ||
        levels ||
        group ||
        filled.has(field) ||
        summed.has(field) ||
        productFields.includes(field)
      )
        continue;
      const cell = this.#path.findLast(({ row }) => !isEmptyCell(row.cells[index] ?? ''))?.row.cells[index];
      if (cell !== undefined) filled.set(field, trimBlanks(cell));
    }
  }

  #close(): void {
    const node = this.#path.pop();
    if (node) this.#check(node.row, node.sums);
  }

  #check(row: SourceRow, sums: readonly (bigint | null)[]): void {
    const stated = valuesOf(row, this.#survey.measures);
    const at = stated.findIndex((value, index) => value !== null && value !== (sums[index] ?? 0n));
    if (at < 0) return;
    this.#differing++;
    if (this.#differing > 1) return;
    const column = this.#survey.measures[at]?.header ?? '';
    this.#example = {
      row: row.row,
      column,
      stated: decimalOf(stated[at] ?? 0n),
      counted: decimalOf(sums[at] ?? 0n),
    };
  }
}

function accumulate(sums: (bigint | null)[], values: readonly (bigint | null)[]): void {
  for (const [index, value] of values.entries()) {
    if (value !== null) sums[index] = (sums[index] ?? 0n) + value;
  }
}
