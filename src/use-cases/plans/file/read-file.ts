import { today } from '../../../domain/clock.ts';
import { divide, sum } from '../../../domain/decimal.ts';
import type { AssignableDimension } from '../../../domain/dimensions.ts';
import type { Field } from '../../../domain/fields.ts';
import { foldText } from '../../../domain/fold.ts';
import { parsePeriod } from '../../../domain/period.ts';
import { addsUp, type PlanTarget, targetKey } from '../../../domain/plan.ts';
import { readHeader } from '../../../domain/plan-headers.ts';
import { planPeriod } from '../../../domain/plan-period.ts';
import { type Problem, Refusal } from '../../../domain/problem.ts';
import type { Decimal } from '../../../domain/units.ts';
import { parseMonth } from '../../../services/intake/format/month.ts';
import { type PlanRow, readPlanFile } from '../../../services/intake/plan-file.ts';
import { currentVersion } from '../../../services/ledger/data-version.ts';
import type { OrganisationMember } from '../../../services/organisation/report.ts';
import type { Desk } from '../../../services/parts/part.ts';
import { companyOf, inOrder, type NamedTarget } from '../read-plan.ts';

/** What a file plans, by period; nothing is written. What could not be read is said, with its row. */
export interface ReadPlans {
  readonly periods: readonly { readonly period: string; readonly targets: readonly NamedTarget[] }[];
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
 * `period`: of rows that name none.
 * @throws Refusal `planFileWithoutPlan`, `planFileEmpty`
 */
export async function readPlans(
  desk: Desk,
  {
    content,
    name,
    period: given,
  }: { readonly content: Buffer; readonly name: string; readonly period: string },
): Promise<ReadPlans> {
  const { tables, problems } = await readPlanFile(desk.stores, content, name);
  const { organisation, isSeen } = await companyOf(desk);
  const findMember = memberFinder(organisation.members.filter(({ id }) => isSeen(id)));
  const goods = await knownGoods(desk);
  const findings: Problem[] = [...problems];
  const periods = new Map<string, Map<string, NamedTarget>>();
  const unknownColumns = new Set<string>();
  for (const { file, rows, totals } of tables) {
    const sums = new Map<string, Decimal[]>();
    for (const row of rows) {
      const place = { file, row: row.row };
      const said = periodSaid(row);
      const period = said === '' ? given : readPeriod(said);
      if (period === undefined) {
        findings.push({ code: 'planRowPeriodUnread', place, params: { text: said } });
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
        const targets = periods.get(period) ?? new Map<string, NamedTarget>();
        if (targets.has(targetKey(target)))
          findings.push({
            code: 'planTwiceInFile',
            place: { ...place, column: header },
            params: { name: whose.name },
          });
        periods.set(period, targets.set(targetKey(target), target));
      }
    }
    findings.push(...totalsThatAreSums(file, totals, sums, goods));
  }
  if (periods.size === 0) throw new Refusal({ code: 'planFileEmpty', place: { file: name } }, ...findings);
  return {
    periods: [...periods]
      .sort(([a], [b]) => (a < b ? -1 : 1))
      .map(([period, targets]) => ({ period, targets: inOrder([...targets.values()]) })),
    findings,
  };
}

/** Heads of a column that says for when a row is, where its cells are no months. */
const periodHead = /^(месяц|период|квартал|полугодие|год|month|period|quarter|half-?year|year)$/u;

const periodSaid = ({ about, others }: PlanRow): string =>
  about.get('month') ?? [...others].find(([header]) => periodHead.test(foldText(header).trim()))?.[1] ?? '';

/** «IV кв. 2026», «2026-Q4», «II полугодие 2026», «2026», or a month in any spelling of files. */
function readPeriod(said: string): string | undefined {
  const read = parsePeriod(said, { today: today() });
  const label = 'code' in read || read.grain === 'days' ? parseMonth(said) : read.label;
  return planPeriod.safeParse(label).data;
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
