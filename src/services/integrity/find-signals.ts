import type { CaseKey } from '../../domain/integrity/scheme.ts';
import { type RepMonth, type Unusual, unusualMonths } from '../../domain/integrity/score.ts';
import type { EvidenceRow, SignalFigures } from '../../domain/integrity/signal.ts';
import type { IsoDate } from '../../domain/units.ts';
import { type DataVersion, monthText } from '../ledger/data-version.ts';
import { type Detector, markColumns } from './detector.ts';
import { detectors } from './detectors/all.ts';
import { monthsApart, type Stage, withStage } from './stage.ts';

export interface FoundSignal extends CaseKey {
  readonly told: SignalFigures;
  /** Of the marked customers, by day, `evidenceKept` at most. */
  readonly rows: readonly EvidenceRow[];
}

const evidenceKept = 100;

/** Of all detectors, or of some of them. Takes all months of the version. */
export async function findSignals(
  stores: Stage['stores'],
  version: DataVersion,
  some: readonly Detector[] = detectors,
): Promise<FoundSignal[]> {
  if (version.asOf === null) return [];
  return await withStage(stores, version, async (stage) => {
    const base = { entity: await activeOf(stage, 'entity'), point: await activeOf(stage, 'point') };
    const found: FoundSignal[] = [];
    for (const detector of some) found.push(...(await signalsOf(stage, detector, base[detector.unit])));
    return found;
  });
}

/** Customers with a purchase, by `rep ym`. */
async function activeOf(
  { stores: { warehouse }, documents }: Stage,
  unit: Detector['unit'],
): Promise<ReadonlyMap<string, number>> {
  const rows = await warehouse.rows<{ rep: number; ym: number; active: number }>(
    `SELECT rep, ym, toUInt32(uniqExact(${unit})) AS active FROM ${documents} WHERE lines > 0 GROUP BY rep, ym`,
  );
  return new Map(rows.map(({ rep, ym, active }) => [`${rep} ${ym}`, active]));
}

async function signalsOf(
  stage: Stage,
  detector: Detector,
  active: ReadonlyMap<string, number>,
): Promise<FoundSignal[]> {
  const { warehouse } = stage.stores;
  const marks = `${stage.documents}_marks_${detector.scheme}`;
  await warehouse.run(
    `CREATE TABLE ${marks} ENGINE = MergeTree ORDER BY (rep, ym) AS SELECT ${markColumns} FROM (${await detector.marks(stage)})`,
  );
  try {
    const counts = await warehouse.rows<{ rep: number; ym: number; marked: number }>(
      `SELECT rep, ym, toUInt32(uniqExact(${detector.unit})) AS marked FROM ${marks} GROUP BY rep, ym`,
    );
    const unusual = strongestOfRun(
      detector,
      unusualMonths(
        repMonths(active, new Map(counts.map((one) => [`${one.rep} ${one.ym}`, one.marked]))),
        detector.threshold,
      ),
    );
    const rows = await evidenceOf(stage, marks, unusual);
    return unusual.map((one) => ({
      ...{ scheme: detector.scheme, rep: one.rep, month: monthText(one.month) },
      told: {
        ...{ active: one.active, marked: one.marked, peers: one.peers, own: one.own, severity: one.severity },
        score: Math.round(10 * Math.min(one.abovePeers, one.aboveOwn ?? one.abovePeers)) / 10,
      },
      rows: rows.get(`${one.rep} ${one.month}`) ?? [],
    }));
  } finally {
    await warehouse.run(`DROP TABLE ${marks}`);
  }
}

function repMonths(active: ReadonlyMap<string, number>, marked: ReadonlyMap<string, number>): RepMonth[] {
  return [...new Set([...active.keys(), ...marked.keys()])].map((key) => {
    const [rep = 0, month = 0] = key.split(' ').map(Number);
    return { rep, month, active: active.get(key) ?? 0, marked: marked.get(key) ?? 0 };
  });
}

/** Where marks look back on several months, neighbouring months say the same thing: the one that says most speaks for all. */
function strongestOfRun({ span = 1 }: Detector, all: readonly Unusual[]): Unusual[] {
  const kept: Unusual[] = [];
  const strongest = all.toSorted((a, b) => b.marked - a.marked || a.month - b.month);
  for (const one of strongest)
    if (!kept.some(({ rep, month }) => rep === one.rep && monthsApart(month, one.month) < span))
      kept.push(one);
  return kept;
}

async function evidenceOf(
  { stores: { warehouse } }: Stage,
  marks: string,
  signals: readonly Unusual[],
): Promise<Map<string, EvidenceRow[]>> {
  const found = new Map<string, EvidenceRow[]>();
  if (signals.length === 0) return found;
  const keys = signals.map(({ rep, month }) => `(${rep}, ${month})`).join(', ');
  const rows = await warehouse.rows<
    Omit<EvidenceRow, 'otherDate'> & { rep: number; ym: number; other_date: IsoDate }
  >(`
    SELECT ym, rep, entity, point, toString(doc) AS document, date, toString(toDecimal64(amount, 2)) AS amount,
      toString(toDecimal64(usual, 2)) AS usual, other, other_date
    FROM ${marks} WHERE (rep, ym) IN (${keys}) ORDER BY rep, ym, date, document LIMIT ${evidenceKept} BY rep, ym`);
  for (const { rep, ym, other_date, ...row } of rows) {
    const key = `${rep} ${ym}`;
    const one = { ...row, otherDate: other_date <= noDate ? null : other_date };
    found.set(key, [...(found.get(key) ?? []), one]);
  }
  return found;
}

const noDate = '1970-01-01';
