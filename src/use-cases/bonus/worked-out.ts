import { bonusStatement, type KeptStatement } from '../../domain/bonus/statement.ts';
import type { DataVersion } from '../../services/ledger/data-version.ts';
import type { Organisation } from '../../services/organisation/report.ts';
import type { Desk } from '../../services/parts/part.ts';
import { factsOf, plannedRows } from './facts.ts';
import type { SchemeVersion } from './report.ts';
import { bonusSchemes, schemeFor, schemesOf } from './schemes.ts';

/** What everybody is paid for a month by what is known now. `desk` sees the whole company. */
export async function workedOut(
  desk: Desk,
  version: DataVersion,
  { members }: Organisation,
  month: string,
): Promise<KeptStatement[]> {
  const versions = await bonusSchemes(desk.stores);
  const schemes = schemesOf(versions, month);
  const paid = Map.groupBy(
    members.filter(({ retired }) => retired === null || retired > `${month}-01`),
    (member) => schemeFor(member, schemes),
  );
  const rows = schemes.length === 0 ? [] : await plannedRows(desk, month);
  const all: KeptStatement[] = [];
  for (const [by, own] of paid) {
    if (by === undefined) continue;
    const { id, version: number, scheme } = by;
    const group = { scheme, members: own, monthsInForce: monthsInForce(versions, by, month) };
    const facts = await factsOf(desk, version, month, group, rows);
    for (const member of own)
      all.push({
        ...bonusStatement(scheme, facts(member)),
        ...{ level: member.kind, member: member.id },
        scheme: { id, version: number, name: scheme.name },
      });
  }
  return all;
}

/** Since the first version of it that pays for points. */
function monthsInForce(versions: readonly SchemeVersion[], { id }: SchemeVersion, month: string): number {
  const [first = month] = versions
    .filter((one) => one.id === id && one.scheme.points !== null)
    .map(({ scheme }) => scheme.from)
    .sort();
  const number = (text: string) => Number(text.slice(0, 4)) * 12 + Number(text.slice(5, 7));
  return number(month) - number(first) + 1;
}
