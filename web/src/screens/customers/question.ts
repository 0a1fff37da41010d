import { isAttribute, type Slice } from '../../../../src/domain/dimensions.ts';
import { parsePeriod, previousPeriod } from '../../../../src/domain/period.ts';
import { type CustomerSort, type SortOrder, usualOrder } from '../../../../src/domain/report-words.ts';
import type { CustomerSet, SetNode } from '../../../../src/domain/sets/customer-set.ts';
import type { CountUnit, IsoDate } from '../../../../src/domain/units.ts';
import type { ColumnId, CustomersState, Group } from './state.ts';

/** All that is asked and how it is shown: what the address says, and where it says nothing, what the page begins with. */
export interface Question {
  readonly who: Group;
  readonly period: string;
  readonly unit: CountUnit;
  readonly method: string;
  readonly slice: Slice;
  readonly flawed: Extract<SetNode, { kind: 'flawed' }> | null;
  readonly search: string;
  readonly sort: Exclude<CustomerSort, 'id'>;
  readonly order: SortOrder;
  readonly columns: readonly ColumnId[];
}

export const usualColumns: readonly ColumnId[] = [
  'city',
  'clientType',
  'manager',
  'sales',
  'documents',
  'avgCheck',
  'lastPurchase',
];

interface Known {
  /** Last loaded day. */
  readonly asOf: IsoDate;
  /** What the method counts. */
  readonly unit: CountUnit;
  readonly search: string;
}

export function questionOf(state: CustomersState, { asOf, unit, search }: Known): Question {
  const sort = state.sort ?? 'sales';
  return {
    who: state.who ?? 'all',
    period: state.period ?? asOf.slice(0, 7),
    unit: state.unit ?? unit,
    method: state.method ?? 'main',
    slice: state.slice ?? [],
    flawed: state.flaw === undefined ? null : { kind: 'flawed', flaw: state.flaw, branch: state.branch },
    search: search.trim(),
    sort,
    order: state.order ?? usualOrder(sort),
    columns: state.columns ?? usualColumns,
  };
}

/** Who is listed. */
export function nodeOf(question: Pick<Question, 'who' | 'period' | 'slice' | 'flawed'>): SetNode {
  const { who, slice, flawed } = question;
  if (flawed === null) return groupOf(question);
  // Everybody with the flaw, whether the period knows him or not.
  return who === 'all' && slice.length === 0 ? flawed : { kind: 'and', sets: [flawed, groupOf(question)] };
}

function groupOf({ who, period, slice }: Pick<Question, 'who' | 'period' | 'slice'>): SetNode {
  const inSlice = slice.length > 0 && { slice };
  if (who !== 'all') return { kind: 'state', state: who, period, ...inSlice };
  // Without lines nobody belongs to a branch or a product: then it is those who have ever bought there.
  return slice.every(({ dimension }) => isAttribute(dimension))
    ? { kind: 'state', state: 'registered', period, ...inSlice }
    : { kind: 'bought', ...inSlice };
}

export const setOf = (question: Pick<Question, 'unit' | 'method'>, set: SetNode): CustomerSet => ({
  language: 1,
  unit: question.unit,
  method: { id: question.method },
  set,
});

/** Whose purchases the columns add up: who is lost has bought nothing now, so his are those of the period before. */
export function summedPeriod({ who, period }: Pick<Question, 'who' | 'period'>, asOf: IsoDate): string {
  if (who !== 'lost') return period;
  const read = parsePeriod(period, { today: asOf });
  return 'code' in read ? period : previousPeriod(read).label;
}

/** The period is still running on the last loaded day: nobody is lost yet. */
export function isRunning(period: string, asOf: IsoDate): boolean {
  const read = parsePeriod(period, { today: asOf });
  return !('code' in read) && read.from <= asOf && asOf < read.to;
}

/** What a saved view keeps of the address. */
export const pinnedState = ({ view: _view, ...state }: CustomersState): CustomersState => state;
