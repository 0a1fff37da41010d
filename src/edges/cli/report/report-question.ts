import { basePeriodAt, lastClosedBase } from '../../../domain/base-period.ts';
import { today } from '../../../domain/clock.ts';
import {
  type Attribution,
  attributions,
  type Method,
  type TotalBaseMode,
  totalBaseModes,
} from '../../../domain/method.ts';
import { expandPeriods, formatPeriod, type Period, parsePeriod } from '../../../domain/period.ts';
import { type Problem, Refusal } from '../../../domain/problem.ts';
import { type CountUnit, countUnits } from '../../../domain/units.ts';
import type { Application, DataState } from '../../../facade.ts';
import { oneOf } from '../command-spec.ts';
import { nearest } from '../nearest.ts';
import type { Session } from '../session.ts';

/** Options that choose what is counted, the same for `report` and `customers`. */
export interface CountingFlags {
  readonly period?: string;
  readonly unit?: string;
  readonly method?: string;
}

/** undefined: as the method says. */
export const chosenUnit = (unit: string | undefined): CountUnit | undefined =>
  oneOf('--unit', unit, countUnits);

export const chosenTotalBase = (mode: string | undefined): TotalBaseMode | undefined =>
  oneOf('--total-base', mode, totalBaseModes);

export const chosenAttribution = (by: string | undefined): Attribution | undefined =>
  oneOf('--attribution', by, attributions);

/** Refuses where nothing is loaded yet: a report of zeros would look like an answer. */
export async function loadedState(application: Application): Promise<DataState & { asOf: string }> {
  const state = await application.dataState();
  if (state.imports === 0) throw new Refusal({ code: 'noData' });
  // A base of customers without a shipment yet: nobody is active, all are prospects.
  return { ...state, asOf: state.asOf ?? today() };
}

export async function chosenMethod(application: Application, id = 'main'): Promise<Method> {
  const methods = await application.methods();
  const found = methods.find((method) => method.id === id);
  if (found) return found;
  const ids = methods.map((method) => method.id);
  throw new Refusal({
    code: 'optionValueUnknown',
    params: {
      option: '--method',
      value: id,
      allowed: ids.join(', '),
      suggestion: nearest(id, ids) ?? 'none',
    },
  });
}

/**
 * The period asked for, else the last closed one of the method's (a month); when nothing of that is loaded, the last
 * that has data, and then it is said.
 */
export function chosenPeriod(
  session: Session,
  text: string | undefined,
  { basePeriod }: Pick<Method, 'basePeriod'>,
  state: DataState & { asOf: string },
): Period {
  const day = today();
  if (text !== undefined) return accepted(parsePeriod(text, { today: day }));
  const closed = lastClosedBase(basePeriod, day);
  const begun = state.historySince === null || state.historySince <= closed.to;
  if (begun && closed.from <= state.asOf) return closed;
  const last = basePeriodAt(basePeriod, state.asOf);
  const { language, say, paint } = session;
  session.remark(
    paint(
      'faint',
      say('report.noDataInClosedMonth', {
        closed: formatPeriod(closed, language),
        last: formatPeriod(last, language),
      }),
    ),
  );
  return last;
}

export function chosenSeries(text: string): readonly Period[] {
  return accepted(expandPeriods(text, { today: today() }));
}

function accepted<T extends object>(result: T | Problem): T {
  if ('code' in result) throw new Refusal(result);
  return result;
}
