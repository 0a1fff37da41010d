import { type Dimension, isAssignable, kindOf, type Slice } from '../../domain/dimensions.ts';
import { dayNumber, lastDayOfMonth } from '../../domain/iso-date.ts';
import type { Method } from '../../domain/method.ts';
import type { Period } from '../../domain/period.ts';
import type { Scope } from '../../domain/scope.ts';
import type { CountUnit, IsoDate } from '../../domain/units.ts';
import { and, day, joined, raw, type Sql, sql } from '../../stores/warehouse/sql.ts';
import { type DataVersion, generationList, monthNumber } from '../ledger/data-version.ts';
import { customersHint, lineIsOf, memberJoin, memberKeyOfLine, memberText } from './dimension-sql.ts';
import type { Kept } from './kept/kept.ts';
import { dayAsked, kindsIn, responsibleUnits } from './responsible-sql.ts';
import { lineInScope } from './scope-sql.ts';
import type { Timeline } from './timeline.ts';
import { unitColumn } from './unit-column.ts';

/** What one table of figures is compiled from. */
export interface Frame {
  readonly version: DataVersion;
  readonly method: Method;
  readonly unit: CountUnit;
  readonly timeline: Timeline;
  /** Lines that count at all; [] for all of them. */
  readonly slice: Slice;
  /** Combinations of dimensions to answer by: [[]] for the whole only, [[], ['rep']] for reps with their total. */
  readonly levels: readonly (readonly Dimension[])[];
  /** The day of which the levels' attributes are; left out: today's. */
  readonly attributesOn?: IsoDate;
  /** Whose past decides who is new in a slice of products or attributes: the slice's own or the whole company's. */
  readonly history: 'slice' | 'company';
  readonly scope: Scope;
  /** Answers kept ready; null: everything comes from lines. */
  readonly kept: Kept | null;
  /** SQL: `SELECT unit …`, who is asked about at all; left out: everybody. Nothing is kept ready of such. */
  readonly who?: Sql;
  /** The only months (`YYYYMM`) in which whoever is asked about has lines; left out: any. */
  readonly months?: ReadonlySet<number>;
}

/** Lines to answer from, and the levels to answer by. */
export type FramePart = Pick<Frame, 'slice' | 'scope' | 'levels'>;

/** Every dimension of some level, in order of appearance; their columns are `d0`, `d1`, … */
export const dimensionsOf = ({ levels }: Pick<Frame, 'levels'>): readonly Dimension[] => [
  ...new Set(levels.flat()),
];

const sameLevel = (a: readonly Dimension[], b: readonly Dimension[]): boolean =>
  a.length === b.length && a.every((one) => b.includes(one));
export const distinctLevels = (levels: Frame['levels']): Frame['levels'] =>
  levels.filter((level, index) => levels.findIndex((other) => sameLevel(other, level)) === index);

/** §6: members of the organisation are compared with the company, which is the same slice without them. */
export const withoutOrganisation = <T extends Dimension | { readonly dimension: Dimension }>(
  all: readonly T[],
): T[] => all.filter((one) => kindOf(typeof one === 'string' ? one : one.dimension) !== 'organisation');

export const lastPeriod = ({ timeline: { periods } }: Pick<Frame, 'timeline'>): Period =>
  periods.at(-1) ?? periods[0];

interface LedgerPart {
  readonly slice: Slice;
  /** Dimensions that the columns read. */
  readonly joins: readonly Dimension[];
  readonly from?: IsoDate;
  /** That of the frame, or the whole company to judge what a unit is. */
  readonly scope: Scope;
  /** SQL: what is read as ledger rows `l` instead of them. */
  readonly instead?: Sql | null;
}

/** SQL: `FROM … WHERE …` over ledger rows `l` of a slice, from a day (or the beginning) to the end of the last period. */
export function ledgerRows(frame: Frame, { slice, joins, from, scope, instead = null }: LedgerPart): Sql {
  const { version, method, unit, who, months } = frame;
  const { to } = lastPeriod(frame);
  const [first, last] = [from === undefined ? 0 : monthNumber(from), monthNumber(to)];
  const hint = customersHint(slice, version);
  const conditions = [
    ...(instead === null
      ? [
          raw(
            `(l.ym, l.generation) IN ${generationList(version, (ym) => ym >= first && ym <= last && months?.has(ym) !== false)}`,
          ),
        ]
      : []),
    // Of whole months every day is meant: no need to read it.
    ...(instead === null && to === lastDayOfMonth(to) ? [] : [sql`l.date <= ${day(to)}`]),
    ...(from === undefined || (instead === null && from.endsWith('-01'))
      ? []
      : [sql`l.date >= ${day(from)}`]),
    ...(method.attribution === 'assigned'
      ? unitIsOf(frame, slice, scope)
      : [
          ...(scope.nodes === null ? [] : [lineInScope(scope)]),
          ...slice.map((one) => lineIsOf(one, version)),
        ]),
    ...(who === undefined ? [] : [sql`${raw(`l.${unitColumn[unit]}`)} IN (${who})`]),
    ...(hint === null || instead !== null ? [] : [hint]),
  ];
  const joined_ = joins.map((dimension) => memberJoin(dimension, version, frame.attributesOn));
  return sql`FROM ${instead ?? sql`ledger AS l`} ${joined(joined_, ' ')} WHERE ${and(conditions)}`;
}

/** Attribution `assigned`: lines are those of units whose responsible members at the end of the last period are asked for. */
function unitIsOf(frame: Frame, slice: Slice, scope: Scope): Sql[] {
  const { version, unit } = frame;
  const ofLines = slice
    .filter(({ dimension }) => !isAssignable(dimension))
    .map((condition) => lineIsOf(condition, version));
  if (kindsIn({ slice, scope }).length === 0 && scope.nodes === null) return ofLines;
  const at = dayAsked(frame, dayNumber(lastPeriod(frame).to));
  const units = responsibleUnits({ version, unit, slice, scope }, [], [[0, at]]);
  return [...ofLines, sql`${raw(`l.${unitColumn[unit]}`)} IN (SELECT unit FROM (${units}))`];
}

/** Whose units are is asked, and assignments tell (counting rules, §6). */
export const isByAssignment = (frame: Pick<Frame, 'method' | 'slice' | 'scope' | 'levels'>): boolean =>
  frame.method.attribution === 'assigned' &&
  (frame.scope.nodes !== null || kindsIn(frame, frame.levels.flat()).length > 0);

/**
 * SQL columns `d0`, `d1`, … of some of the frame's dimensions: members of ledger rows `l` in the form in which they are
 * kept, each followed by a comma. `memberTexts` makes texts of them, once they are grouped.
 */
export const memberKeys = (frame: Frame, some: readonly Dimension[] = dimensionsOf(frame)): Sql =>
  joined(
    some.map((one) => sql`${memberKeyOfLine(one)} AS ${raw(columnOf(frame, one))}, `),
    '',
  );

/** SQL: all columns `d0`, `d1`, … as texts, each followed by a comma; those not in `some` are texts already. */
export const memberTexts = (frame: Frame, some: readonly Dimension[] = dimensionsOf(frame)): Sql =>
  joined(
    dimensionsOf(frame).map((one) => {
      const column = raw(columnOf(frame, one));
      return some.includes(one) ? sql`${memberText(one, column)} AS ${column}, ` : sql`${column}, `;
    }),
    '',
  );

const columnOf = (frame: Frame, dimension: Dimension): string => `d${dimensionsOf(frame).indexOf(dimension)}`;

/** SQL: `GROUP BY` for levels over the columns of `memberKeys` and others that all levels have. */
export function groupByLevels(frame: Frame, levels: Frame['levels'], others: string): Sql {
  const dimensions = dimensionsOf(frame);
  const sets = levels.map((level) =>
    [others, ...level.map((dimension) => `d${dimensions.indexOf(dimension)}`)].filter(Boolean).join(', '),
  );
  return raw(`GROUP BY GROUPING SETS (${sets.map((set) => `(${set})`).join(', ')})`);
}
