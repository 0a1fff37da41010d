import type { AssignmentKind } from '../../domain/dated-facts.ts';
import { organisationOf, type ShownParent, type StatedParent } from '../../domain/organisation.ts';
import type { Warehouse } from '../../stores/warehouse/warehouse.ts';
import { type DataVersion, generationList } from './data-version.ts';

/**
 * Writes whom every member of the organisation belongs to on which days: a pure function of the lines of the months,
 * the lists of the applied imports in the order of their commits, and what somebody has stated.
 */
export async function buildOrganisation(
  warehouse: Warehouse,
  next: Pick<DataVersion, 'dimensions' | 'months' | 'applied'>,
): Promise<void> {
  const shown = [
    ...(await warehouse.rows<ShownParent>(`
      SELECT member, kind, since, parent FROM month_parent
      WHERE (ym, generation) IN ${generationList(next)} ORDER BY since`)),
    ...(await shownByLists(warehouse, next.applied)),
  ];
  const stated = await warehouse.rows<StatedParent>(`
    SELECT statement, unit AS member, kind, since, until, member AS parent FROM dim_stated
    WHERE generation = ${next.dimensions} AND level = 'member'`);
  const links = organisationOf(shown, stated);
  await warehouse.insert(
    'dim_parent',
    ['generation', 'member', 'kind', 'since', 'until', 'parent', 'stated', 'said'],
    links.map((one) => [
      next.dimensions,
      one.member,
      one.kind,
      one.since,
      one.until,
      one.parent,
      one.stated,
      one.said,
    ]),
  );
}

async function shownByLists(warehouse: Warehouse, applied: readonly number[]): Promise<ShownParent[]> {
  const rows = await warehouse.rows<{
    import_id: number;
    day: string;
    member: number;
    kind: AssignmentKind;
    parent: number;
  }>(`SELECT import_id, day, member, kind, parent FROM journal_parent
      WHERE import_id IN (${[0, ...applied].join(', ')})`);
  const order = new Map(applied.map((id, at) => [id, at]));
  const latest = new Map<string, string>();
  return rows
    .sort((a, b) => (order.get(a.import_id) ?? 0) - (order.get(b.import_id) ?? 0))
    .map(({ day, member, kind, parent }) => {
      // What is imported later counts later, whatever the clock says.
      const key = `${member} ${kind}`;
      const since = day > (latest.get(key) ?? '') ? day : (latest.get(key) ?? day);
      latest.set(key, since);
      return { member, kind, since, parent };
    });
}
