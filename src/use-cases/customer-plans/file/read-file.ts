import { type CustomerMetric, fromHundredths, readTarget } from '../../../domain/customer-plan.ts';
import type { Field } from '../../../domain/fields.ts';
import { foldText } from '../../../domain/fold.ts';
import { readCustomerHeader } from '../../../domain/plan-headers.ts';
import { type Problem, Refusal } from '../../../domain/problem.ts';
import type { Decimal } from '../../../domain/units.ts';
import { dressUnits } from '../../../services/activity/dress-units.ts';
import { clientsNow } from '../../../services/customers/clients-now.ts';
import { customerBook } from '../../../services/customers/customer-book.ts';
import { parseMonth } from '../../../services/intake/format/month.ts';
import { type PlanRow, readPlanFile } from '../../../services/intake/plan-file.ts';
import { currentVersion } from '../../../services/ledger/data-version.ts';
import type { Desk } from '../../../services/parts/part.ts';
import { breather } from '../../../stores/breathe.ts';
import { type Said, type SavedCustomerPlan, stateTargets } from '../save.ts';
import { placeOf } from '../seen-customers.ts';

export interface CustomerPlanFile {
  readonly content: Buffer;
  readonly name: string;
  readonly month: string;
}

/** What a file plans of customers; what could not be read is said, with its row. */
export interface ReadCustomerPlan {
  readonly size: number;
  /** At most 200. */
  readonly first: readonly {
    readonly id: number;
    readonly name: string;
    readonly metric: CustomerMetric;
    readonly value: Decimal;
  }[];
  readonly findings: readonly Problem[];
}

const shown = 200;

/** Nothing is written. @throws Refusal `planFileWithoutPlan`, `planFileEmpty` */
export async function readCustomerPlan(desk: Desk, file: CustomerPlanFile): Promise<ReadCustomerPlan> {
  const { said, findings } = await targetsIn(desk, file);
  const first = said.slice(0, shown);
  const dress = await dressUnits(desk.stores, 'client', [...new Set(first.map(({ customer }) => customer))]);
  return {
    size: said.length,
    first: first.map(({ customer: id, metric, value }) => ({
      ...{ id, name: dress(id).name, metric, value: fromHundredths(value ?? 0) },
    })),
    findings,
  };
}

/** A new version with what can be read of it; cells that are empty change nothing. @throws Refusal those of reading and of saving */
export async function loadCustomerPlan(
  desk: Desk,
  file: CustomerPlanFile,
  { version, comment }: { readonly version: number; readonly comment: string },
): Promise<SavedCustomerPlan> {
  const { said } = await targetsIn(desk, file);
  return await stateTargets(desk, file.month, { version, comment, said });
}

async function targetsIn(
  desk: Desk,
  { content, name, month }: CustomerPlanFile,
): Promise<{ readonly said: readonly Said[]; readonly findings: readonly Problem[] }> {
  const { tables, problems } = await readPlanFile(desk.stores, content, name);
  const findOne = await customerFinder(desk);
  const findings: Problem[] = [...problems];
  const said = new Map<string, Said>();
  const unknown = new Set<string>();
  for (const { file, rows } of tables)
    for (const row of rows) {
      const place = { file, row: row.row };
      const ofMonth = row.about.get('month') ?? '';
      if (ofMonth !== '' && parseMonth(ofMonth) !== month) {
        findings.push({ code: 'planRowOtherMonth', place, params: { text: ofMonth, month } });
        continue;
      }
      const found = findOne(row);
      if (typeof found !== 'number') {
        findings.push({ ...found, place });
        continue;
      }
      for (const { header, text } of row.unread)
        findings.push({ code: 'planCellUnread', place: { ...place, column: header }, params: { text } });
      for (const { header, value: text } of row.values) {
        const metric = readCustomerHeader(header);
        if (metric === undefined) {
          if (!unknown.has(header))
            findings.push({ code: 'planColumnNotOfCustomers', place: { file, column: header } });
          unknown.add(header);
          continue;
        }
        const value = readTarget(metric, text);
        const key = `${found} ${metric}`;
        const cell = { ...place, column: header };
        if (value === null) {
          findings.push({ code: 'customerTargetUnfit', place: cell, params: { metric, value: text } });
          continue;
        }
        if (said.has(key))
          findings.push({ code: 'planTwiceInFile', place: cell, params: { name: saidName(row) } });
        said.set(key, { customer: found, metric, value });
      }
    }
  if (said.size === 0) throw new Refusal({ code: 'planFileEmpty', place: { file: name } }, ...findings);
  return { said: [...said.values()], findings };
}

const nameFields: readonly Field[] = ['clientName', 'clientFullName'];
const textOf = ({ about }: PlanRow, fields: readonly Field[]): string =>
  fields.map((field) => about.get(field) ?? '').find((text) => text !== '') ?? '';
const saidName = (row: PlanRow): string => textOf(row, [...nameFields, 'clientCode']);
const fold = (text: string): string => foldText(text).replace(/\s+/g, ' ').trim();

const atOnce = 1000;

/** Whom of those whom the reader sees a row is about. A code says it alone; a name where it is one customer's. */
async function customerFinder(desk: Desk): Promise<(row: PlanRow) => number | Problem> {
  const { stores, viewer } = desk;
  const data = await currentVersion(stores.records);
  const { ids } = await customerBook(stores, data, viewer.scope);
  const nowOf = await clientsNow(stores, data);
  // What else a customer was called before he was merged; of a part of the company nobody is told what its others are called.
  const others = viewer.scope.nodes === null ? [...nowOf.keys()] : [];
  const clientOf = (id: number): number => nowOf.get(id) ?? id;
  const all = [...ids, ...others.filter((id) => placeOf(ids, clientOf(id)) >= 0)];
  const [codes, names] = [new Map<string, Set<number>>(), new Map<string, Set<number>>()];
  const breathe = breather();
  for (let at = 0; at < all.length; at += atOnce) {
    const some = all.slice(at, at + atOnce);
    const dress = await dressUnits(stores, 'client', some);
    for (const id of some) {
      const { code, name } = dress(id);
      codes.set(code, (codes.get(code) ?? new Set()).add(clientOf(id)));
      names.set(fold(name), (names.get(fold(name)) ?? new Set()).add(clientOf(id)));
    }
    await breathe();
  }
  return (row) => {
    const code = row.about.get('clientCode') ?? '';
    const name = textOf(row, nameFields);
    const found = [...((code === '' ? names.get(fold(name)) : codes.get(code)) ?? [])];
    const [one] = found;
    if (one !== undefined && found.length === 1 && saidName(row) !== '') return one;
    return { code: 'planRowCustomerUnknown', params: { name: code || name, found: found.length } };
  };
}
