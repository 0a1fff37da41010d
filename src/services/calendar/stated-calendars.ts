import { type CalendarYear, calendarYear, readCalendarYear } from '../../domain/calendar.ts';
import { Refusal } from '../../domain/problem.ts';
import type { Stores } from '../../stores/stores.ts';

type Records = Pick<Stores, 'records'>;

/** One year of a branch's calendar as the company says it. */
export interface CalendarPlace {
  /** Id of the branch; 0: the whole company. */
  readonly branch: number;
  readonly year: number;
}

/** What the company says itself: years by branch. */
export async function statedCalendars({
  records,
}: Records): Promise<ReadonlyMap<number, Readonly<Record<number, CalendarYear>>>> {
  const rows = await records.db.selectFrom('working_calendar').selectAll().execute();
  const stated = new Map<number, Record<number, CalendarYear>>();
  for (const { branch, year, document } of rows)
    stated.set(branch, { ...stated.get(branch), [year]: calendarYear.parse(document) });
  return stated;
}

/** @throws Refusal `branchUnknown`, and the problems of `readCalendarYear` */
export async function stateCalendar(
  stores: Records,
  { branch, year }: CalendarPlace,
  said: CalendarYear,
): Promise<void> {
  const read = readCalendarYear(year, said);
  if ('code' in read) throw new Refusal(read);
  await stateCalendars(stores, branch, new Map([[year, read]]));
}

/** Years that were read already, all of them or none. @throws Refusal `branchUnknown` */
export async function stateCalendars(
  stores: Records,
  branch: number,
  years: ReadonlyMap<number, CalendarYear>,
): Promise<void> {
  await requireBranch(stores, branch);
  const rows = [...years].map(([year, said]) => ({ branch, year, document: JSON.stringify(said) }));
  await stores.records.db
    .insertInto('working_calendar')
    .values(rows)
    .onConflict((conflict) =>
      conflict.columns(['branch', 'year']).doUpdateSet(({ ref }) => ({ document: ref('excluded.document') })),
    )
    .execute();
}

/** Back to what the data show and decrees say. @throws Refusal `calendarNotStated` */
export async function removeCalendar({ records }: Records, { branch, year }: CalendarPlace): Promise<void> {
  const { numDeletedRows } = await records.db
    .deleteFrom('working_calendar')
    .where('branch', '=', branch)
    .where('year', '=', year)
    .executeTakeFirst();
  if (numDeletedRows === 0n) throw new Refusal({ code: 'calendarNotStated', params: { branch, year } });
}

/** @throws Refusal `branchUnknown` */
export async function requireBranch(stores: Records, branch: number): Promise<void> {
  if (branch === 0) return;
  const known = (await branches(stores)).some(({ id }) => id === branch);
  if (!known) throw new Refusal({ code: 'branchUnknown', params: { branch } });
}

export interface Branch {
  readonly id: number;
  readonly code: string;
  readonly name: string;
}

/** In order of their names. */
export async function branches({ records }: Records): Promise<Branch[]> {
  const rows = await records.db
    .selectFrom('member')
    .select(['id', 'code', 'name'])
    .where('kind', '=', 'branch')
    .execute();
  const collator = new Intl.Collator('ru');
  return rows
    .map(({ id, code, name }) => ({ id, code: code || name, name: name || code }))
    .sort((a, b) => collator.compare(a.name, b.name) || a.id - b.id);
}
