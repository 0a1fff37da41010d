import { today } from '../../../domain/clock.ts';
import type { TotalBaseMode } from '../../../domain/method.ts';
import { type Attribution, attributions, totalBaseModes } from '../../../domain/method.ts';
import {
  calendarPeriod,
  expandPeriods,
  formatPeriod,
  lastClosedMonth,
  type Period,
  parsePeriod,
} from '../../../domain/period.ts';
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

export interface MethodChoice {
  readonly id: string;
  readonly name: string;
}

export const chosenUnit = (unit: string | undefined): CountUnit =>
  oneOf('--unit', unit, countUnits) ?? 'client';

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

export async function chosenMethod(
  session: Session,
  application: Application,
  id = 'main',
): Promise<MethodChoice> {
  const methods = await application.methods();
  const found = methods.find((method) => method.id === id);
  if (found) return { id: found.id, name: found.name[session.language] };
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
 * The period asked for, else the last closed month; when nothing of that month is loaded, the last month that has data,
 * and then it is said.
 */
export function chosenPeriod(
  session: Session,
  text: string | undefined,
  state: DataState & { asOf: string },
): Period {
  const day = today();
  if (text !== undefined) return accepted(parsePeriod(text, { today: day }));
  const closed = lastClosedMonth(day);
  const begun = state.historySince === null || state.historySince <= closed.to;
  if (begun && closed.from <= state.asOf) return closed;
  const last = calendarPeriod('month', state.asOf.slice(0, 7));
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
