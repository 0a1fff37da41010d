import { schemeNumber, schemes } from '../../src/domain/integrity/scheme.ts';
import { type FoundSignal, findSignals } from '../../src/services/integrity/find-signals.ts';
import { currentVersion } from '../../src/services/ledger/data-version.ts';
import { refreshCandidates } from '../../src/use-cases/duplicates/refresh-candidates.ts';
import type { OpenedCompany } from './company.ts';

/** Of the cases of a scheme: planted ones, signals, and those that are both. */
export interface SchemeCounts {
  readonly number: number;
  readonly planted: number;
  readonly signals: number;
  readonly right: number;
}

export interface MeasuredSignals {
  readonly bySchemes: readonly SchemeCounts[];
  readonly signals: readonly (FoundSignal & { readonly repName: string; readonly planted: boolean })[];
  readonly missed: readonly string[];
  /** Reps' months with a purchase. */
  readonly repMonths: number;
  readonly seconds: { readonly candidates: number; readonly detectors: number };
}

/** A signal is right when its scheme, its rep and its month are those of a planted case. */
export async function measureSignals({ stores, cases }: OpenedCompany): Promise<MeasuredSignals> {
  const started = performance.now();
  await refreshCandidates(stores);
  const ready = performance.now();
  const version = await currentVersion(stores.records);
  const found = await findSignals(stores, version);
  const ended = performance.now();
  const members = await stores.records.db.selectFrom('member').select(['id', 'name']).execute();
  const nameOf = new Map(members.map(({ id, name }) => [id, name]));
  const keyOf = (scheme: number, rep: string, month: string): string => `${scheme} ${rep} ${month}`;
  const planted = new Set(cases.map(({ scheme, rep, month }) => keyOf(scheme, rep, month)));
  const signals = found.map((one) => {
    const repName = nameOf.get(one.rep) ?? '';
    return { ...one, repName, planted: planted.has(keyOf(schemeNumber[one.scheme], repName, one.month)) };
  });
  const told = new Set(
    signals.map(({ scheme, repName, month }) => keyOf(schemeNumber[scheme], repName, month)),
  );
  const [row] = await stores.warehouse.rows<{ months: string }>(
    `SELECT uniqExact(rep, ym) AS months FROM ledger WHERE (ym, generation) IN (${Object.entries(
      version.months,
    )
      .map(([ym, generation]) => `(${ym}, ${generation})`)
      .join(', ')}) AND rep != 0`,
  );
  return {
    bySchemes: schemes.map((scheme) => {
      const own = signals.filter((one) => one.scheme === scheme);
      return {
        number: schemeNumber[scheme],
        planted: cases.filter((one) => one.scheme === schemeNumber[scheme]).length,
        signals: own.length,
        right: own.filter((one) => one.planted).length,
      };
    }),
    signals,
    missed: [...planted].filter((key) => !told.has(key)),
    repMonths: Number(row?.months ?? 0),
    seconds: { candidates: (ready - started) / 1000, detectors: (ended - ready) / 1000 },
  };
}
