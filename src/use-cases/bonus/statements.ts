import type { KeptStatement } from '../../domain/bonus/statement.ts';
import { fixed, sum } from '../../domain/decimal.ts';
import { Refusal } from '../../domain/problem.ts';
import { wholeCompany } from '../../domain/scope.ts';
import { currentVersion } from '../../services/ledger/data-version.ts';
import type { Organisation } from '../../services/organisation/report.ts';
import { reachableMembers } from '../../services/organisation/visible-members.ts';
import type { Desk } from '../../services/parts/part.ts';
import { companyOf } from '../plans/read.ts';
import { dropMonth, keptMonth, writeMonth } from './kept-month.ts';
import type { BonusMonth, NamedStatement } from './report.ts';
import { workedOut } from './worked-out.ts';

export async function statementsOf(desk: Desk, month: string): Promise<BonusMonth> {
  const kept = await keptMonth(desk, month);
  const now = await companyNow(desk, month);
  const all = kept?.statements ?? (await now.statements());
  const { organisation, data } = now;
  const isSeen = seenBy(desk, organisation);
  const of = new Map(all.map((statement) => [statement.member, statement]));
  const statements = organisation.members.flatMap(({ id, name, code }): NamedStatement[] => {
    const found = of.get(id);
    return found === undefined || !isSeen(id) ? [] : [{ ...found, name: name || code }];
  });
  return {
    ...{ month, dataVersion: kept?.dataVersion ?? data.version, asOf: data.asOf },
    kept: kept && { by: kept.by, at: kept.at },
    statements,
    total: fixed(sum(statements.map(({ total }) => total)), 2),
    heldBack: fixed(sum(statements.map(({ heldBack }) => heldBack)), 2),
  };
}

/** The whole company, whoever looks: what somebody is paid is not a matter of that. */
async function companyNow(desk: Desk, month: string) {
  const whole: Desk = { ...desk, viewer: { ...desk.viewer, scope: wholeCompany } };
  const data = await currentVersion(desk.stores.records);
  const { organisation } = await companyOf(whole);
  const statements = (): Promise<readonly KeptStatement[]> => workedOut(whole, data, organisation, month);
  return { data, organisation, statements };
}

/** @throws Refusal `bonusUnknown` */
export async function statementOf(desk: Desk, month: string, member: number): Promise<NamedStatement> {
  const { statements } = await statementsOf(desk, month);
  const found = statements.find((one) => one.member === member);
  if (found === undefined) throw new Refusal({ code: 'bonusUnknown', params: { month, member } });
  return found;
}

/** A rep sees what he is paid himself, others also what those are whom they are in charge of. */
function seenBy({ viewer: { role, scope } }: Desk, organisation: Organisation): (member: number) => boolean {
  if (role === 'rep')
    return (id) => (scope.nodes ?? []).some(({ dimension, member }) => dimension === 'rep' && member === id);
  const reached = reachableMembers(organisation, scope);
  return (id) => reached.has(id);
}

/** @throws Refusal `bonusKept` */
export async function keepMonth(desk: Desk, month: string): Promise<BonusMonth> {
  const now = await companyNow(desk, month);
  const { version } = now.data;
  if (!(await writeMonth(desk, month, { statements: await now.statements(), dataVersion: version })))
    throw new Refusal({ code: 'bonusKept', params: { month } });
  return await statementsOf(desk, month);
}

/** @throws Refusal `bonusNotKept` */
export async function releaseMonth(desk: Desk, month: string): Promise<BonusMonth> {
  if (!(await dropMonth(desk, month))) throw new Refusal({ code: 'bonusNotKept', params: { month } });
  return await statementsOf(desk, month);
}

/** With its month, where somebody is paid by a scheme: what was kept by hand before stays as it is. */
export async function settleStatements(desk: Desk, month: string): Promise<void> {
  const now = await companyNow(desk, month);
  const statements = await now.statements();
  if (statements.length > 0) await writeMonth(desk, month, { statements, dataVersion: now.data.version });
}

/** With its month: from now on premiums are worked out again. */
export const unsettleStatements = (desk: Desk, month: string): Promise<boolean> => dropMonth(desk, month);
