import { isCustomerStatus } from '../../domain/customer-status.ts';
import type { Dimension } from '../../domain/dimensions.ts';
import type { Say } from '../../messages/index.ts';
import type { FigureReport, Figures } from '../../services/activity/report.ts';
import type { CellKind, Column } from './columns.ts';

/** Code names of the figures in the order of every output, JSON included. */
export const figureNames = [
  'activeBase',
  'totalBase',
  'inactive',
  'outsideAssignment',
  'prospects',
  'coverage',
  'new',
  'retained',
  'reactivated',
  'lost',
  'transferredIn',
  'transferredOut',
  'sales',
  'salesExVat',
  'documents',
  'avgCheck',
  'avgPerClient',
  'frequency',
  'skuPairs',
  'avgSkuPerClient',
] as const satisfies readonly (keyof Figures)[];
export type FigureName = (typeof figureNames)[number];

export const figureKinds: Record<FigureName | 'workingBase', CellKind> = {
  activeBase: 'count',
  totalBase: 'count',
  workingBase: 'count',
  inactive: 'count',
  outsideAssignment: 'count',
  prospects: 'count',
  coverage: 'percent',
  new: 'count',
  retained: 'count',
  reactivated: 'count',
  lost: 'count',
  transferredIn: 'count',
  transferredOut: 'count',
  sales: 'money',
  salesExVat: 'money',
  documents: 'count',
  avgCheck: 'money',
  avgPerClient: 'money',
  frequency: 'ratio',
  skuPairs: 'count',
  avgSkuPerClient: 'ratio',
};

/** One row of a table of figures: a period, a member of a dimension in a period, or the true total of all members. */
export interface FigureTableRow {
  readonly report: FigureReport;
  readonly figures: Figures;
  readonly key?: { readonly code: string; readonly name: string };
  readonly total: boolean;
}

export function figureTableRows(reports: readonly FigureReport[]): readonly FigureTableRow[] {
  return reports.flatMap((report): FigureTableRow[] =>
    report.rows === undefined
      ? [{ report, figures: report.figures, total: false }]
      : [
          ...report.rows.map(({ key, figures }) => ({ report, key, figures, total: false })),
          { report, figures: report.total ?? report.figures, total: true },
        ],
  );
}

/** Statuses of customers are words of the product. */
export const statusName = (status: string, say: Say): string =>
  isCustomerStatus(status) ? say(`status.${status}`) : status;

/** What a row of a table by a dimension is called. The empty code is the member nobody knows. */
export function memberName({ key, total, report }: FigureTableRow, say: Say): string {
  if (total) return say('table.total');
  if (key?.code === '') return say('table.notKnown');
  return report.by === 'status' ? statusName(key?.name ?? '', say) : (key?.name ?? '');
}

/** Figures that only some reports know: hand-overs by the organisation, what lies outside an assignment by the assigned base. */
const knownOnlySometimes: readonly FigureName[] = ['outsideAssignment', 'transferredIn', 'transferredOut'];

function knownFigures(rows: readonly FigureTableRow[]): readonly FigureName[] {
  return figureNames.filter(
    (name) => !knownOnlySometimes.includes(name) || rows.some(({ figures }) => figures[name] !== undefined),
  );
}

function figureTitle(name: FigureName, rows: readonly FigureTableRow[], say: Say): string {
  if (name !== 'lost' || !rows.some(({ report }) => report.open)) return say(`figure.${name}`);
  return say(rows.every(({ report }) => report.open) ? 'figure.notYet' : 'figure.lostOrNotYet');
}

function figureColumn(
  name: FigureName,
  rows: readonly FigureTableRow[],
  say: Say,
  spare = 0,
): Column<FigureTableRow> {
  return {
    title: figureTitle(name, rows, say),
    kind: figureKinds[name],
    value: ({ figures }) => figures[name] ?? null,
    spare,
  };
}

/** The whole table, for CSV and XLSX: every figure of every period, with the key of the member where there is one. */
export function exportColumns(
  rows: readonly FigureTableRow[],
  by: Dimension | undefined,
  say: Say,
): readonly Column<FigureTableRow>[] {
  const key: Column<FigureTableRow>[] =
    by === undefined
      ? []
      : [
          { title: say('column.code'), kind: 'code', value: ({ key }) => key?.code ?? null },
          {
            title: say(`dimension.${by}`),
            kind: 'text',
            value: (row) => memberName(row, say),
          },
        ];
  return [
    { title: say('column.period'), kind: 'code', value: ({ report }) => report.period.label },
    { title: say('column.from'), kind: 'date', value: ({ report }) => report.period.from },
    { title: say('column.to'), kind: 'date', value: ({ report }) => report.period.to },
    ...key,
    ...knownFigures(rows).map((name) => figureColumn(name, rows, say)),
  ];
}

/** What a narrow terminal leaves out last comes last here. */
const sparest: readonly FigureName[] = [
  'frequency',
  'avgSkuPerClient',
  'documents',
  'avgCheck',
  'coverage',
  'transferredOut',
  'transferredIn',
  'totalBase',
  'sales',
  'retained',
  'lost',
  'reactivated',
  'new',
];

/** The bridge and the base by each count unit; money is the same by all of them. */
export const unitFigures: readonly FigureName[] = [
  'activeBase',
  'totalBase',
  'coverage',
  'new',
  'reactivated',
  'lost',
];

/** The table on screen: the first column says what the row is, the others are the figures people compare. */
export function screenColumns(
  rows: readonly FigureTableRow[],
  title: string,
  label: (row: FigureTableRow) => string,
  say: Say,
  wanted: readonly FigureName[] = ['activeBase', ...sparest],
): readonly Column<FigureTableRow>[] {
  const known = knownFigures(rows);
  return [
    { title, kind: 'text', value: label },
    ...figureNames
      .filter((name) => known.includes(name) && wanted.includes(name))
      .map((name) =>
        figureColumn(name, rows, say, name === 'activeBase' ? 0 : sparest.length - sparest.indexOf(name)),
      ),
  ];
}
