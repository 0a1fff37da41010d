import { divide, sum } from '../../../domain/decimal.ts';
import type { AssignableDimension } from '../../../domain/dimensions.ts';
import type { Field } from '../../../domain/fields.ts';
import { foldText } from '../../../domain/fold.ts';
import { addsUp, type PlanTarget, targetKey } from '../../../domain/plan.ts';
import { readHeader } from '../../../domain/plan-headers.ts';
import { planMonth } from '../../../domain/plan-month.ts';
import { type Problem, Refusal } from '../../../domain/problem.ts';
import type { Decimal } from '../../../domain/units.ts';
import { parseMonth } from '../../../services/intake/format/month.ts';
import { type PlanRow, readPlanFile } from '../../../services/intake/plan-file.ts';
import { currentVersion } from '../../../services/ledger/data-version.ts';
import type { OrganisationMember } from '../../../services/organisation/report.ts';
import type { Desk } from '../../../services/parts/part.ts';
import { companyOf, inOrder, type NamedTarget } from '../read-plan.ts';

/** What a file plans, by month; nothing is written. What could not be read is said, with its row. */
export interface ReadPlans {
  readonly months: readonly { readonly month: string; readonly targets: readonly NamedTarget[] }[];
  readonly findings: readonly Problem[];
}

/** Columns that name members, the lowest first: the lowest that is filled is whose row it is. */
const memberColumns: readonly (readonly [AssignableDimension, readonly Field[]])[] = [
  ['rep', ['salesRepCode', 'managerCode', 'salesRepName', 'managerName']],
  ['team', ['team', 'supervisor']],
  ['department', ['department']],
  ['branch', ['branch']],
];

/**
 * `month`: of rows that name none.
 * @throws Refusal `planFileWithoutPlan`, `planFileEmpty`
 */
export async function readPlans(
  desk: Desk,
  {
    content,
    name,
    month: given,
  }: { readonly content: Buffer; readonly name: string; readonly month: string },
): Promise<ReadPlans> {
  const { tables, problems } = await readPlanFile(desk.stores, content, name);
  const { organisation, isSeen } = await companyOf(desk);
  const findMember = memberFinder(organisation.members.filter(({ id }) => isSeen(id)));
  const goods = await knownGoods(desk);
  const findings: Problem[] = [...problems];
  const months = new Map<string, Map<string, NamedTarget>>();
  const unknownColumns = new Set<string>();
  for (const { file, rows, totals } of tables) {
    const sums = new Map<string, Decimal[]>();
    for (const row of rows) {
      const place = { file, row: row.row };
      const said = row.about.get('month') ?? '';
      const month = said === '' ? given : parseMonth(said);
      if (!month || !planMonth.safeParse(month).success) {
        findings.push({ code: 'planRowMonthUnread', place, params: { text: said } });
        continue;
      }
      const whose = findMember(row);
      if ('code' in whose) {
        findings.push({ ...whose, place });
        continue;
      }
      for (const { header, text } of row.unread)
        findings.push({ code: 'planCellUnread', place: { ...place, column: header }, params: { text } });
      for (const { header, value } of row.values) {
        const read = readHeader(header, goods);
        if (read === undefined) {
          if (!unknownColumns.has(header))
            findings.push({ code: 'planColumnUnknown', place: { file, column: header } });
          unknownColumns.add(header);
          continue;
        }
        const target: NamedTarget = {
          ...{ ...whose, ...read },
          value: read.metric === 'coverage' && header.includes('%') ? (divide(value, '100') ?? value) : value,
        };
        sums.set(header, [...(sums.get(header) ?? []), value]);
        const targets = months.get(month) ?? new Map<string, NamedTarget>();
        if (targets.has(targetKey(target)))
          findings.push({
            code: 'planTwiceInFile',
            place: { ...place, column: header },
            params: { name: whose.name },
          });
        months.set(month, targets.set(targetKey(target), target));
      }
    }
    findings.push(...totalsThatAreSums(file, totals, sums, goods));
  }
  if (months.size === 0) throw new Refusal({ code: 'planFileEmpty', place: { file: name } }, ...findings);
  return {
    months: [...months]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([month, targets]) => ({ month, targets: inOrder([...targets.values()]) })),
    findings,
  };
}

type Whose = Pick<PlanTarget, 'level' | 'member'> & { readonly name: string };

function memberFinder(members: readonly OrganisationMember[]): (row: PlanRow) => Whose | Problem {
  const fold = (text: string): string => foldText(text).replace(/\s+/g, ' ').trim();
  return ({ about }) => {
    const customer = (['clientCode', 'clientName', 'clientFullName'] as const).find((one) => about.get(one));
    if (customer !== undefined)
      return { code: 'planRowOfCustomer', params: { name: about.get(customer) ?? '' } };
    for (const [level, fields] of memberColumns) {
      const said = fields.map((field) => about.get(field) ?? '').filter((text) => text !== '');
      const [text] = said;
      if (text === undefined) continue;
      const ofLevel = members.filter(({ kind, retired }) => kind === level && retired === null);
      const found =
        ofLevel.filter(({ code }) => code !== '' && said.includes(code))[0] ??
        only(ofLevel.filter(({ name }) => said.some((one) => fold(one) === fold(name))));
      if (found === undefined) return { code: 'planRowMemberUnknown', params: { level, name: text } };
      return { level, member: found.id, name: found.name };
    }
    return { level: 'company', member: 0, name: '' };
  };
}

const only = <Item>(all: readonly Item[]): Item | undefined => (all.length === 1 ? all[0] : undefined);

/** Rows of totals are the sum of the rows above: no plan of the whole, where customers are shared. */
function totalsThatAreSums(
  file: string,
  totals: readonly PlanRow[],
  sums: ReadonlyMap<string, readonly Decimal[]>,
  goods: Parameters<typeof readHeader>[1],
): Problem[] {
  return totals.flatMap(({ row, values }) => {
    const shared = values.filter(({ header, value }) => {
      const read = readHeader(header, goods);
      return (
        read !== undefined && !addsUp(read.metric) && Number(sum(sums.get(header) ?? [])) === Number(value)
      );
    });
    const [first] = shared;
    return first === undefined
      ? []
      : [
          {
            code: 'planTotalIsSum',
            place: { file, row, column: first.header },
            params: { value: first.value },
          },
        ];
  });
}

/** Categories there are, and goods of which something is planned. */
async function knownGoods({ stores }: Desk): Promise<NonNullable<PlanTarget['product']>[]> {
  const { dimensions } = await currentVersion(stores.records);
  const categories = await stores.warehouse.rows<{ category: string }>(
    `SELECT DISTINCT category FROM dim_product WHERE generation = {dimensions:UInt32} AND category != '' ORDER BY category`,
    { dimensions },
  );
  const planned = await stores.records.db
    .selectFrom('plan_target')
    .select('product')
    .distinct()
    .where('product_of', '=', 'sku')
    .execute();
  return [
    ...categories.map(({ category }) => ({ dimension: 'category', member: category }) as const),
    ...planned.map(({ product }) => ({ dimension: 'sku', member: product }) as const),
  ];
}
