import type { Dimension } from '../../domain/dimensions.ts';
import { addMonths } from '../../domain/iso-date.ts';
import type { Method } from '../../domain/method.ts';
import type { Period } from '../../domain/period.ts';
import type { Scope } from '../../domain/scope.ts';
import type { CountUnit } from '../../domain/units.ts';
import { breather, sortedInTurns } from '../../stores/breathe.ts';
import type { Stores } from '../../stores/stores.ts';
import type { DataVersion } from '../ledger/data-version.ts';
import { allFigures, figureTable } from './figure-table.ts';
import type { Frame } from './frame.ts';
import { keptOf } from './kept/kept.ts';
import { namesOfMembers } from './member-names.ts';
import { refuseFinerThanMonth } from './refuse-finer-than-month.ts';
import type { FigureReport, FigureRow } from './report.ts';
import { timelineOf } from './timeline.ts';

export interface FigureQuestion {
  readonly version: DataVersion;
  readonly method: Method;
  readonly unit: CountUnit;
  readonly period: Period;
  readonly by?: Dimension;
  /** Whose past decides who is new in a slice. */
  readonly history?: 'slice' | 'company';
  readonly scope: Scope;
}

/**
 * Figures of one period, whole and by one dimension. Money has two decimals, ratios four; a figure is null where the
 * source does not know it or its divisor is 0. Throws `Refusal` (`finerThanMonth`) for spans of days that cut a month
 * of which only the total is known.
 */
export async function figures(stores: Stores, question: FigureQuestion): Promise<FigureReport> {
  const { version, method, unit, period } = question;
  refuseFinerThanMonth(period, version);
  const { by } = question;
  const frame: Frame = {
    version,
    method,
    unit,
    timeline: timelineOf([period]),
    slice: [],
    levels: by === undefined ? [[]] : [[], [by]],
    history: question.history ?? 'slice',
    kept: await keptOf(stores.warehouse, version, method),
    scope: question.scope,
  };
  const { cells } = await figureTable(stores, frame);
  const whole = cells.find(({ level }) => level.length === 0);
  if (whole === undefined) throw new Error('the whole of a period is always there');
  const report: FigureReport = {
    period: { from: period.from, to: period.to, label: period.label },
    open: version.asOf !== null && period.to > version.asOf,
    countUnit: unit,
    method: { id: method.id, version: method.version },
    dataVersion: version.version,
    historySince: version.historySince,
    asOf: version.asOf,
    shortHistory: version.historySince !== null && period.from < addMonths(version.historySince, 12),
    figures: allFigures(frame, whole),
  };
  if (by === undefined) return report;
  const parts = cells.filter(({ level }) => level.length === 1);
  const names = await namesOfMembers(
    stores,
    by,
    parts.map(({ members: [member = ''] }) => member),
  );
  const rows: FigureRow[] = [];
  const breathe = breather();
  for (const part of parts) {
    const [member = ''] = part.members;
    const key = names.get(member) ?? { code: member, name: member };
    rows.push({ key, figures: allFigures(frame, part) });
    await breathe();
  }
  const collator = new Intl.Collator('ru');
  const sorted = await sortedInTurns(
    rows,
    (a, b) =>
      b.figures.activeBase - a.figures.activeBase ||
      collator.compare(a.key.name, b.key.name) ||
      collator.compare(a.key.code, b.key.code),
  );
  return { ...report, by, rows: sorted, total: report.figures };
}
