import {
  type CallOutcome,
  callOutcomes,
  callUnit,
  type RefusalReason,
  spokenTo,
} from '../../domain/calls.ts';
import { today } from '../../domain/clock.ts';
import { divide } from '../../domain/decimal.ts';
import { dayNumber } from '../../domain/iso-date.ts';
import { daysPeriod } from '../../domain/period.ts';
import { wholeCompany } from '../../domain/scope.ts';
import type { Decimal, IsoDate } from '../../domain/units.ts';
import { countedCondition } from '../../services/activity/counted-lines.ts';
import { ledgerRows } from '../../services/activity/frame.ts';
import { timelineOf } from '../../services/activity/timeline.ts';
import { workingDaysByBranch } from '../../services/calendar/working-calendar.ts';
import { methodAsked } from '../../services/definitions/methods.ts';
import { currentVersion, type DataVersion } from '../../services/ledger/data-version.ts';
import { organisation } from '../../services/organisation/organisation.ts';
import { reachableMembers } from '../../services/organisation/visible-members.ts';
import type { Desk } from '../../services/parts/part.ts';
import { ids, raw, sql, statement } from '../../stores/warehouse/sql.ts';
import { callRulesNow } from './call-rules.ts';

/** What came of the calls of some days. Shares are fractions; null: without a divisor. */
export interface CallResults {
  readonly from: IsoDate;
  readonly to: IsoDate;
  /** Whoever bought within so many days was won by a call. */
  readonly wonWithin: number;
  readonly reps: readonly RepResults[];
}

export interface RepResults {
  /** Who was responsible when the call was made; 0 is nobody. */
  readonly rep: number;
  readonly name: string;
  readonly calls: number;
  readonly outcomes: Readonly<Record<CallOutcome, number>>;
  /** Why customers refused, the most frequent first. */
  readonly reasons: readonly { readonly reason: RefusalReason; readonly calls: number }[];
  /** Calls by which somebody was spoken to. */
  readonly reached: number;
  /** Calls after which the customer bought in time, as far as the data are loaded. */
  readonly won: number;
  /** Won ÷ calls. */
  readonly conversion: Decimal | null;
  /** Calls ÷ (calls of a day × working days passed). */
  readonly completion: Decimal | null;
}

/** Of reps whom the reader is in charge of. */
export async function callResults(desk: Desk, from: IsoDate, to: IsoDate): Promise<CallResults> {
  const { stores, viewer } = desk;
  const version = await currentVersion(stores.records);
  const rules = await callRulesNow(stores);
  const all = await organisation(stores, version, version.asOf ?? to);
  const seen = reachableMembers(all, viewer.scope);
  const names = new Map(all.members.map(({ id, name }) => [id, name]));
  const { db } = stores.records;
  const rows = (
    await db
      .selectFrom('customer_call')
      .select(['id', 'client', 'rep', 'outcome', 'reason', 'called_on'])
      .where('called_on', '>=', from)
      .where('called_on', '<=', to)
      .where('undoes', 'is', null)
      .where(({ not, exists, selectFrom }) =>
        not(
          exists(
            selectFrom('customer_call as undo')
              .select('undo.id')
              .whereRef('undo.undoes', '=', 'customer_call.id'),
          ),
        ),
      )
      .orderBy('id')
      .execute()
  ).filter(({ rep }) => viewer.scope.nodes === null || seen.has(rep));
  const won = await wonAmong(desk, version, rows, rules.wonWithin);
  const until = to < today() ? to : today();
  const [company] = from > until ? [] : await workingDaysByBranch(stores, version, { from, to: until });
  const planned = rules.perDay * (company?.days ?? 0);
  const reps = [...Map.groupBy(rows, ({ rep }) => rep)].map(([rep, own]): RepResults => {
    const count = (outcome: CallOutcome): number => own.filter((one) => one.outcome === outcome).length;
    const wins = own.filter(({ id }) => won.has(id)).length;
    const refused = Map.groupBy(own, ({ reason }) => reason);
    return {
      ...{ rep, name: names.get(rep) ?? '', calls: own.length, won: wins },
      outcomes: Object.fromEntries(callOutcomes.map((one) => [one, count(one)])) as RepResults['outcomes'],
      reasons: [...refused]
        .flatMap(([reason, some]) => (reason === '' ? [] : [{ reason, calls: some.length }]))
        .sort((a, b) => b.calls - a.calls),
      reached: spokenTo.reduce((sum, one) => sum + count(one), 0),
      conversion: divide(`${wins}`, `${own.length}`, 4),
      completion: divide(`${own.length}`, `${planned}`, 4),
    };
  });
  const collator = new Intl.Collator('ru');
  return {
    ...{ from, to, wonWithin: rules.wonWithin },
    reps: reps.sort((a, b) => collator.compare(a.name, b.name) || a.rep - b.rep),
  };
}

/** Calls after which the customer bought, on the day of the call at the earliest. */
async function wonAmong(
  { stores }: Desk,
  version: DataVersion,
  calls: readonly { readonly id: number; readonly client: number; readonly called_on: IsoDate }[],
  within: number,
): Promise<ReadonlySet<number>> {
  const first = calls.map(({ called_on }) => called_on).sort()[0];
  if (first === undefined || version.asOf === null || version.asOf < first) return new Set();
  const method = await methodAsked(stores, { id: 'main' });
  const { asOf } = version;
  const frame = {
    ...{ version, method, unit: callUnit, slice: [], levels: [[]], history: 'slice' as const, kept: null },
    ...{ scope: wholeCompany, timeline: timelineOf([daysPeriod(first, asOf)]) },
  };
  const { text, params } = statement(sql`
    SELECT DISTINCT c.call.1 AS id FROM (
      SELECT arrayJoin(arrayZip(${ids(calls.map(({ id }) => id))}, ${ids(calls.map(({ client }) => client))},
        ${ids(calls.map(({ called_on }) => dayNumber(called_on)))})) AS call
    ) AS c
    INNER JOIN (
      SELECT DISTINCT p.id AS id, b.date AS date
      FROM (SELECT id, client FROM dim_party WHERE generation = ${raw(version.dimensions)}) AS p
      INNER JOIN (
        SELECT DISTINCT l.client AS client, l.date AS date
        ${ledgerRows(frame, { slice: [], scope: wholeCompany, joins: [], from: first })} AND ${countedCondition(method, version)}
      ) AS b ON b.client = p.client
      WHERE p.id IN ${ids(calls.map(({ client }) => client))}
    ) AS bought ON bought.id = c.call.2
    WHERE toUInt32(bought.date) >= c.call.3 AND toUInt32(bought.date) <= c.call.3 + ${raw(within)}`);
  const rows = await stores.warehouse.rows<{ id: number }>(text, params);
  return new Set(rows.map(({ id }) => id));
}
