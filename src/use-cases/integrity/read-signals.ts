import { today } from '../../domain/clock.ts';
import { type SignalState, signalStates, stateOf, type Verdict } from '../../domain/integrity/review.ts';
import { type CaseKey, caseId, type Scheme, schemeNumber, schemes } from '../../domain/integrity/scheme.ts';
import { severities } from '../../domain/integrity/score.ts';
import type { SignalFigures } from '../../domain/integrity/signal.ts';
import { currentVersion } from '../../services/ledger/data-version.ts';
import { organisation } from '../../services/organisation/organisation.ts';
import { reachableMembers } from '../../services/organisation/visible-members.ts';
import type { Desk } from '../../services/parts/part.ts';

/** A case that asks for a look. It says what stands out, never what somebody has done. */
export interface Signal extends CaseKey, SignalFigures {
  readonly id: string;
  readonly repName: string;
  readonly state: SignalState;
  /** false: the data of today do not show it any more; it stays because somebody has reviewed it. */
  readonly found: boolean;
}

/** What somebody found of a signal. */
export interface Review {
  readonly version: number;
  readonly verdict: Verdict;
  readonly comment: string;
  /** Names; '': the owner of the data folder. */
  readonly by: string;
  readonly at: string;
  /** Another person who agreed; null: nobody has. */
  readonly agreed: { readonly by: string; readonly at: string } | null;
}

/** A verdict with the users whose it is; null is the owner of the data folder. */
export interface ReviewRow extends Review {
  readonly statedBy: number | null;
}

export interface SignalQuery {
  readonly scheme?: Scheme;
  /** Id of the member. */
  readonly rep?: number;
  readonly month?: string;
  readonly state?: SignalState;
  readonly limit: number;
  /** So many are left out first. */
  readonly skip?: number;
}

export interface SignalPage {
  readonly dataVersion: number;
  /** The most severe first, then the latest. */
  readonly signals: readonly Signal[];
  /** Of all that the filters but the state leave. */
  readonly counts: Readonly<Record<SignalState, number>>;
  /** Reps and months that have signals, for filters. */
  readonly reps: readonly { readonly id: number; readonly name: string }[];
  readonly months: readonly string[];
}

export async function signalPage(desk: Desk, query: SignalQuery): Promise<SignalPage> {
  const { version } = await currentVersion(desk.stores.records);
  const all = await signalsOf(desk);
  const asked = all.filter(
    ({ scheme, rep, month }) =>
      (query.scheme ?? scheme) === scheme && (query.rep ?? rep) === rep && (query.month ?? month) === month,
  );
  const shown = asked.filter(({ state }) => (query.state ?? state) === state);
  const { limit, skip = 0 } = query;
  return {
    dataVersion: version,
    signals: shown.slice(skip, skip + limit),
    counts: countsOf(asked),
    reps: [...new Map(all.map(({ rep, repName }) => [rep, { id: rep, name: repName }])).values()].sort(
      (a, b) => collator.compare(a.name, b.name),
    ),
    months: [...new Set(all.map(({ month }) => month))].sort().reverse(),
  };
}

export const countsOf = (some: readonly Signal[]): Record<SignalState, number> =>
  Object.fromEntries(
    signalStates.map((state) => [state, some.filter((one) => one.state === state).length]),
  ) as Record<SignalState, number>;

const collator = new Intl.Collator('ru');

/** Signals as they were found last, of reps whom the reader sees; with those that were reviewed and are gone. */
export async function signalsOf({ stores, viewer: { scope } }: Desk): Promise<Signal[]> {
  const { db } = stores.records;
  const version = await currentVersion(stores.records);
  const company = await organisation(stores, version, version.asOf ?? today());
  const seen = scope.nodes === null ? null : reachableMembers(company, scope);
  const nameOf = new Map(company.members.map(({ id, name }) => [id, name]));
  const found = await db.selectFrom('integrity_signal').select(['scheme', 'rep', 'month', 'told']).execute();
  const reviewed = await db
    .selectFrom('signal_review')
    .distinctOn(['scheme', 'rep', 'month'])
    .select(['scheme', 'rep', 'month', 'told', 'verdict', 'agreed_at as agreed'])
    .orderBy('scheme')
    .orderBy('rep')
    .orderBy('month')
    .orderBy('version', 'desc')
    .execute();
  const rowKey = (row: { scheme: number; rep: number; month: string }) =>
    `${row.scheme}-${row.rep}-${row.month}`;
  const last = new Map(reviewed.map((row) => [rowKey(row), row]));
  const known = new Set(found.map(rowKey));
  const rows = [
    ...found.map((row) => ({ ...row, found: true })),
    ...reviewed.filter((row) => !known.has(rowKey(row))).map((row) => ({ ...row, found: false })),
  ];
  return rows
    .flatMap((row): Signal[] => {
      const scheme = schemes.find((one) => schemeNumber[one] === row.scheme);
      if (scheme === undefined || (seen !== null && !seen.has(row.rep))) return [];
      const key = { scheme, rep: row.rep, month: row.month };
      return [
        {
          ...{ ...key, ...row.told, id: caseId(key), repName: nameOf.get(row.rep) ?? '' },
          ...{ state: stateOf(last.get(rowKey(row))), found: row.found },
        },
      ];
    })
    .sort(
      (a, b) =>
        severities.indexOf(a.severity) - severities.indexOf(b.severity) ||
        b.month.localeCompare(a.month) ||
        b.score - a.score ||
        a.id.localeCompare(b.id),
    );
}
