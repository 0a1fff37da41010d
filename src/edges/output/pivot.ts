import type { Dimension } from '../../domain/dimensions.ts';
import type { Comparison, FigureAnswer, FigureCell } from '../../domain/figure-query.ts';
import type { Metric } from '../../domain/metrics.ts';
import type { Say } from '../../messages/index.ts';
import type { Column } from './columns.ts';
import { figureKinds, statusName } from './figure-columns.ts';

/** A row of a table by any dimensions: members of its first dimensions, fewer in a total, and its cells by their column. */
export interface PivotRow {
  readonly members: readonly string[];
  readonly total: boolean;
  readonly cells: ReadonlyMap<string, FigureCell>;
}

interface PivotWords {
  readonly say: Say;
  readonly periodName: (label: string) => string;
  readonly methodName: (id: string) => string;
}

/**
 * The rows of an answer: `order` as somebody has them before him, else by names, each total behind its parts and who is
 * not known behind all others.
 */
export function pivotRows(answer: FigureAnswer, order?: readonly (readonly string[])[]): readonly PivotRow[] {
  const { query, cells } = answer;
  const found = new Map<string, { members: readonly string[]; cells: Map<string, FigureCell> }>();
  for (const cell of cells) {
    const row = found.get(keyOf(cell.rows)) ?? { members: cell.rows, cells: new Map<string, FigureCell>() };
    found.set(keyOf(cell.rows), row);
    row.cells.set(columnKey(cell), cell);
  }
  const rows = order?.flatMap((members) => found.get(keyOf(members)) ?? []) ?? [
    ...[...found.values()].sort((a, b) => byNames(answer, query.rows, a.members, b.members)),
  ];
  return rows.map((row) => ({ ...row, total: row.members.length < query.rows.length }));
}

/** Members of the rows, then every figure under its period, method and members, the compared ones right beside it. */
export function pivotColumns(answer: FigureAnswer, words: PivotWords): readonly Column<PivotRow>[] {
  const { query, periods, methods } = answer;
  const { say } = words;
  const places = new Map<string, FigureCell>();
  for (const cell of answer.cells) if (!places.has(columnKey(cell))) places.set(columnKey(cell), cell);
  const inOrder = [...places].sort(
    ([, a], [, b]) =>
      a.period - b.period || a.method - b.method || byNames(answer, query.columns, a.columns, b.columns),
  );
  return [
    ...query.rows.map(
      (dimension, depth): Column<PivotRow> => ({
        title: say(`dimension.${dimension}`),
        kind: 'text',
        value: ({ members }) => memberName(answer, dimension, members, depth, say),
      }),
    ),
    ...inOrder.flatMap(([key, place]) => {
      const period = periods[place.period];
      const above = [
        ...(periods.length > 1 ? [words.periodName(period?.label ?? '')] : []),
        ...(methods.length > 1 ? [words.methodName(methods[place.method]?.id ?? '')] : []),
        ...query.columns.flatMap((dimension, depth) =>
          depth <= place.columns.length ? [memberName(answer, dimension, place.columns, depth, say)] : [],
        ),
      ];
      const title = (metric: Metric, ...after: readonly string[]) =>
        [
          ...above,
          metric === 'lost' && period?.open === true ? say('figure.notYet') : say(`metric.${metric}.name`),
          ...after,
        ].join(' · ');
      return query.metrics.flatMap((metric): Column<PivotRow>[] => [
        {
          title: title(metric),
          kind: figureKinds[metric],
          value: ({ cells }) => cells.get(key)?.figures[metric] ?? null,
        },
        ...query.compare.map((comparison: Comparison): Column<PivotRow> => {
          const compared = period?.compared?.[comparison];
          return {
            title: title(
              metric,
              compared ? words.periodName(compared.label) : say(`comparison.${comparison}`),
            ),
            kind: figureKinds[metric],
            value: ({ cells }) => cells.get(key)?.compared?.[comparison]?.[metric] ?? null,
          };
        }),
      ]);
    }),
  ];
}

const keyOf = (members: readonly string[]): string => JSON.stringify(members);
const columnKey = ({ period, method, columns }: FigureCell): string =>
  keyOf([`${period} ${method}`, ...columns]);

/** The first dimension without a member says that it is a total; those behind it say nothing. */
function memberName(
  { members: names }: FigureAnswer,
  dimension: Dimension,
  members: readonly string[],
  depth: number,
  say: Say,
): string {
  const member = members[depth];
  if (member === undefined) return depth === members.length ? say('table.total') : '';
  if (member === '') return say('table.notKnown');
  return dimension === 'status' ? statusName(member, say) : (names[dimension]?.[member]?.name ?? member);
}

const collator = new Intl.Collator('ru', { numeric: true });

function byNames(
  { members: names }: FigureAnswer,
  all: readonly Dimension[],
  a: readonly string[],
  b: readonly string[],
): number {
  for (const [depth, dimension] of all.entries()) {
    const [one, other] = [a[depth], b[depth]];
    if (one === other) continue;
    if (one === undefined || other === undefined) return one === undefined ? 1 : -1;
    if (one === '' || other === '') return one === '' ? 1 : -1;
    const nameOf = (member: string) => names[dimension]?.[member]?.name ?? member;
    return collator.compare(nameOf(one), nameOf(other)) || (one < other ? -1 : 1);
  }
  return 0;
}
