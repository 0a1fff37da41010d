import { today } from '../../../domain/clock.ts';
import { predictors } from '../../../domain/forecast/predictors.ts';
import { planPeriod } from '../../../domain/plan-period.ts';
import { Refusal } from '../../../domain/problem.ts';
import type { Application } from '../../../facade.ts';
import type { PeriodForecast } from '../../../use-cases/plans/forecast.ts';
import type { Column } from '../../output/columns.ts';
import { printJson } from '../output/print.ts';
import { printList } from '../output/print-list.ts';
import { existingDataFolder, type Session, withApplication } from '../session.ts';

type Day = PeriodForecast['days'][number] & { readonly day: number };

/** `akb plan forecast [PERIOD] [WHO]`: what the АКБ will be, and how wrong each predictor was by working day. */
export async function printForecast(session: Session, asked?: string, who?: string): Promise<void> {
  const { say, remark, format } = session;
  const period = periodAsked(session, asked);
  await withApplication(session, { dataDir: existingDataFolder(session) }, async (application) => {
    const member = who === undefined ? 0 : await memberOf(application, who);
    const found = await application.plans.forecast(period, member);
    if (format.json) return await printJson(session, found);
    remark(said(session, found));
    const days = found.days.map((one, at) => ({ ...one, day: at + 1 }));
    await printList<Day>(session, days, {
      ...{
        sheet: say('forecast.sheet'),
        columns: columns(session),
        none: say('forecast.notYet', { period }),
      },
      toJson: (row) => row,
    });
  });
}

/** What is planned at once, this month where nothing is named. @throws Refusal `optionNeeds` */
export function periodAsked({ say }: Session, asked = today().slice(0, 7)): string {
  if (planPeriod.safeParse(asked).success) return asked;
  const needs = '2026-11, 2026-Q4, 2026-H2, 2026';
  throw new Refusal({ code: 'optionNeeds', params: { option: say('arg.period'), needs } });
}

async function memberOf(application: Application, name: string): Promise<number> {
  const { members } = await application.organisation();
  const found = members.filter((one) => one.name === name || one.code === name);
  const [one, ...others] = found;
  if (one === undefined || others.length > 0)
    throw new Refusal({ code: 'planNameUnknown', params: { name, found: found.length } });
  return one.id;
}

function said({ say }: Session, found: PeriodForecast): string {
  const { period, name, fact, passed, value, interval, predictor, mark, tested } = found;
  if (value === null) return say(passed === 0 ? 'forecast.notYet' : 'forecast.unknown', { period });
  const [low, high] = interval ?? ['none', 'none'];
  return say('forecast.said', {
    ...{ period, name: name || 'none', fact, value, low, high, tested: tested.length },
    predictor: say(`predictor.${predictor}`),
    mark: mark === null ? 'none' : say(`forecastMark.${mark}`),
  });
}

const columns = ({ say }: Session): readonly Column<Day>[] => [
  { title: say('forecast.day'), kind: 'count', value: ({ day }) => day },
  { title: say('forecast.date'), kind: 'date', value: ({ date }) => date },
  { title: say('forecast.share'), kind: 'percent', value: ({ share }) => share },
  ...predictors.map(
    (one): Column<Day> => ({
      title: say('forecast.error', { predictor: say(`predictor.${one}`) }),
      kind: 'percent',
      value: ({ errors }) => errors[one],
    }),
  ),
];
