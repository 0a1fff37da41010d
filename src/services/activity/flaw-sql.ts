import { type Flaw, flaws, staleAfterDays } from '../../domain/flaws.ts';
import { dayNumber } from '../../domain/iso-date.ts';
import type { Scope } from '../../domain/scope.ts';
import type { SetNode } from '../../domain/sets/customer-set.ts';
import type { CountUnit, IsoDate } from '../../domain/units.ts';
import { joined, raw, type Sql, sql } from '../../stores/warehouse/sql.ts';
import { type DataVersion, generationList } from '../ledger/data-version.ts';
import { dayAsked, responsibleUnits } from './responsible-sql.ts';
import { unitColumn } from './unit-column.ts';

/** What flaws are asked of: what is known on the last loaded day. */
export interface FlawsAsked {
  readonly version: DataVersion;
  readonly scope: Scope;
  /** The generation of the marks of cards. */
  readonly marks: number;
  /** The last loaded day, or today. */
  readonly today: IsoDate;
}

const without = (...marks: readonly string[]): Sql =>
  raw(`NOT hasAny(m.marks, [${marks.map((one) => `'${one}'`).join(', ')}])`);
const has = (mark: string): Sql => raw(`has(m.marks, '${mark}')`);

/** SQL conditions on the rows of `flawTable`. A field that one of a customer's identities has is not missing. */
const conditionOf = (flaw: Flaw, { today }: FlawsAsked): Sql => {
  switch (flaw) {
    case 'innMissing':
      return without('inn', 'innWrong', 'person');
    case 'innWrong':
      return sql`${has('innWrong')} AND ${without('inn')}`;
    case 'kppMissing':
      return sql`${has('innOfOrganisation')} AND ${without('kpp', 'kppWrong')}`;
    case 'kppWrong':
      return sql`${has('kppWrong')} AND ${without('kpp')}`;
    case 'ogrnWrong':
      return has('ogrnWrong');
    case 'phoneMissing':
      return without('phone', 'phoneWrong');
    case 'phoneWrong':
      return sql`${has('phoneWrong')} AND ${without('phone')}`;
    case 'emailMissing':
      return without('email', 'emailWrong');
    case 'emailWrong':
      return sql`${has('emailWrong')} AND ${without('email')}`;
    case 'contactMissing':
      return without('contact', 'person');
    case 'contactsStale':
      return sql`hasAny(m.marks, ['phone', 'email', 'contact']) AND m.confirmed < toDate(${raw(Math.max(0, dayNumber(today) - staleAfterDays))})`;
    case 'addressMissing':
      return sql`${without('address')} AND NOT p.named`;
    case 'cityUnknown':
      return sql`p.nowhere`;
    case 'typeMissing':
      return sql`m.client_type = ''`;
    case 'repMissing':
      return sql`r.rep = 0`;
    case 'pointMissing':
      return sql`r.unit IN (SELECT entity FROM with_pointless)`;
  }
};

/**
 * SQL: `entity, branch, innMissing, …`: every legal entity in scope with the branch that is responsible for it (0: none)
 * and, of each flaw asked for, whether it has it.
 */
export function flawTable(asked: FlawsAsked, wanted: readonly Flaw[] = flaws): Sql {
  const { version, scope, marks, today } = asked;
  const ofVersion = raw(`generation = ${version.dimensions}`);
  const responsible = responsibleUnits(
    { version, unit: 'legalEntity', slice: [], scope },
    ['rep', 'branch'],
    [[0, dayAsked({ version }, dayNumber(today))]],
  );
  const columns = wanted.map((flaw) => sql`${conditionOf(flaw, asked)} AS ${raw(flaw)}`);
  return sql`
    WITH named AS (SELECT DISTINCT entity FROM dim_point WHERE ${ofVersion} AND NOT implicit),
      with_pointless AS (
        SELECT DISTINCT entity FROM ledger
        WHERE (ym, generation) IN ${raw(generationList(version))} AND ${raw(String(wanted.includes('pointMissing')))}
          AND date > toDate(${raw(Math.max(0, dayNumber(today) - 365))}) AND entity IN (SELECT entity FROM named)
          AND point IN (SELECT point FROM dim_point WHERE ${ofVersion} AND implicit)
      )
    SELECT r.unit AS entity, r.branch AS branch, ${joined(columns, ', ')}
    FROM (${responsible}) AS r
    INNER JOIN (
      SELECT e.entity AS entity, any(c.client_type) AS client_type, groupUniqArrayArray(k.marks) AS marks,
        max(ifNull(k.confirmed, toDate(0))) AS confirmed
      FROM (SELECT * FROM dim_party WHERE ${ofVersion} AND entity != 0) AS e
      INNER JOIN (SELECT * FROM dim_party WHERE ${ofVersion}) AS c ON c.id = e.client
      LEFT JOIN (SELECT * FROM card_mark WHERE generation = ${raw(marks)}) AS k ON k.id = e.id
      GROUP BY e.entity
    ) AS m ON m.entity = r.unit
    INNER JOIN (
      SELECT entity, entity IN (SELECT entity FROM named) AS named,
        max((city = '' OR (region = '' AND country = '')) AND NOT (implicit AND named)) AS nowhere
      FROM dim_point WHERE ${ofVersion} GROUP BY entity
    ) AS p ON p.entity = r.unit`;
}

type Flawed = Omit<Extract<SetNode, { readonly kind: 'flawed' }>, 'kind'>;

/** SQL: `SELECT unit …`, units with a legal entity that has a flaw. */
export function flawedUnits({ flaw, branch }: Flawed, unit: CountUnit, asked: FlawsAsked): Sql {
  const ofBranch = branch === undefined ? sql`` : sql`AND branch = ${raw(branch)}`;
  const entities = sql`SELECT entity FROM (${flawTable(asked, [flaw])}) WHERE ${raw(flaw)} ${ofBranch}`;
  if (unit === 'legalEntity') return sql`SELECT entity AS unit FROM (${entities})`;
  return sql`SELECT DISTINCT ${raw(unitColumn[unit])} AS unit FROM dim_point
    WHERE generation = ${raw(asked.version.dimensions)} AND entity IN (${entities})`;
}
