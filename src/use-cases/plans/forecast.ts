import { meanError } from '../../domain/forecast/back-test.ts';
import type { ForecastMark } from '../../domain/forecast/forecast.ts';
import { type Predictor, predictors } from '../../domain/forecast/predictors.ts';
import { Refusal } from '../../domain/problem.ts';
import type { Decimal, IsoDate } from '../../domain/units.ts';
import { currentVersion } from '../../services/ledger/data-version.ts';
import type { Desk } from '../../services/parts/part.ts';
import { forecasters } from './forecasters.ts';
import { periodCalendars } from './period-calendar.ts';
import { periodFigures } from './period-figures.ts';
import { companyOf } from './read-plan.ts';

/** What the АКБ of a member will be at the end of a period, and how well its predictors foresaw earlier ones. */
export interface PeriodForecast {
  readonly period: string;
  readonly dataVersion: number;
  /** Last loaded day. */
  readonly asOf: IsoDate | null;
  /** 0: the company, whose name is empty. */
  readonly member: number;
  readonly name: string;
  readonly fact: number;
  readonly passed: number;
  /** null: no day has passed. */
  readonly value: number | null;
  readonly interval: readonly [number, number] | null;
  readonly predictor: Predictor;
  readonly mark: ForecastMark | null;
  /** Periods that were foreseen from those before them, the latest last. */
  readonly tested: readonly string[];
  /** Mean absolute error of all their days as a share of the final; null: it could not foresee any. */
  readonly errors: Errors;
  readonly days: readonly ForecastDay[];
}

type Errors = Readonly<Record<Predictor, Decimal | null>>;

/** A working day of the period. */
interface ForecastDay {
  readonly date: IsoDate;
  /** Which share of the period's АКБ is usually reached by its end; null: too few periods are known. */
  readonly share: Decimal | null;
  readonly errors: Errors;
}

/** @throws Refusal `planMemberUnknown` for whoever is not there or not seen by the reader */
export async function periodForecast(desk: Desk, period: string, member: number): Promise<PeriodForecast> {
  const { organisation, nameOf, isSeen } = await companyOf(desk);
  const kind = organisation.members.find(({ id }) => id === member)?.kind;
  const level = member === 0 ? 'company' : kind;
  if (level === undefined || !isSeen(member))
    throw new Refusal({ code: 'planMemberUnknown', params: { level: '', member } });
  const version = await currentVersion(desk.stores.records);
  const asked = { level, member, product: null, metric: 'activeBase' } as const;
  const factOf = await periodFigures(desk, period, [asked]);
  const calendarOf = await periodCalendars(desk, period);
  const { forecaster, most } = (await forecasters(desk, period, [asked], calendarOf))(asked);
  const { days, passed } = calendarOf(member);
  const fact = Number(factOf(asked) ?? 0);
  const said = forecaster.at({ passed, fact, most });
  const { tested, curve } = forecaster;
  const errorsOf = (day?: number): Errors => {
    const errors = predictors.map((one) => [one, shareOf(meanError(tested, one, day))] as const);
    return Object.fromEntries(errors) as unknown as Errors;
  };
  return {
    ...{ period, dataVersion: version.version, asOf: version.asOf, member, name: nameOf(member) },
    ...{ fact, passed, value: said?.value ?? null, interval: said?.interval ?? null },
    ...{ predictor: said?.predictor ?? forecaster.predictor, mark: forecaster.mark },
    tested: tested.map((one) => one.period),
    errors: errorsOf(),
    days: days.map((date, at) => ({
      ...{ date, share: shareOf(curve?.[at] ?? null) },
      errors: errorsOf(at + 1),
    })),
  };
}

const shareOf = (value: number | null): Decimal | null => (value === null ? null : value.toFixed(4));
