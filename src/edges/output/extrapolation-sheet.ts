import type { Say } from '../../messages/index.ts';
import type { PlanFact, PlanFactRow } from '../../use-cases/plans/plan-fact.ts';
import type { CellValue, Formula } from './columns.ts';
import type { Sheet } from './xlsx.ts';

/** The columns of the sheet, A to L: formulas name them by their letters. */
const columns = [
  ['who', 'text'],
  ['metric', 'text'],
  ['plan', 'ratio'],
  ['fact', 'ratio'],
  ['fulfilment', 'percent'],
  ['passed', 'count'],
  ['days', 'count'],
  ['share', 'percent'],
  ['forecast', 'ratio'],
  ['forecastShare', 'percent'],
  ['pace', 'ratio'],
  ['predictor', 'text'],
] as const;

/**
 * What a period will reach, as a sheet that goes on counting: whoever changes a fact, a plan or a number of days sees the
 * forecast follow. What goes on at its pace is fact ÷ days passed × days in all, customers are fact ÷ the share that has
 * usually come by this day.
 */
export function extrapolationSheet({ period, asOf, rows }: PlanFact, say: Say): Sheet {
  const caption = [
    say('extrapolation.title', { period }),
    say('extrapolation.note', { asOf: asOf ?? 'none' }),
  ];
  const first = caption.length + 2;
  const growing = rows.filter(({ forecast }) => forecast !== null);
  async function* cells() {
    for (const [at, row] of growing.entries()) yield { values: valuesOf(row, first + at, say), total: false };
  }
  return {
    ...{ name: say('extrapolation.sheet'), caption },
    columns: columns.map(([id, kind]) => ({ title: say(`extrapolation.${id}`), kind })),
    rows: cells(),
  };
}

function valuesOf(
  { name, metric, product, value: plan, fact, compared, forecast, requiredPace, workingDays }: PlanFactRow,
  line: number,
  say: Say,
): (CellValue | Formula)[] {
  const formula = (of: string, value: Formula['value'] | undefined): Formula => ({
    formula: of.replaceAll(/\b[A-L]\b/g, (letter) => `${letter}${line}`),
    value: value ?? null,
  });
  const { passed, days } = workingDays;
  const isStraight = forecast?.predictor === 'linear';
  const places = metric === 'sales' ? 2 : 0;
  return [
    name || say('plan.company'),
    [say(`figure.${metric}`), product?.member].filter(Boolean).join(', '),
    ...[plan, fact],
    formula('IF(C=0,"",D/C)', compared?.fulfilment),
    ...[passed, days],
    // As a formula a share keeps all its digits: a rounded one would give another customer.
    formula(isStraight ? 'IF(G=0,"",F/G)' : (forecast?.share ?? '0'), forecast?.share),
    isStraight
      ? formula(`IF(F=0,"",ROUND(D/F*G,${places}))`, forecast?.value)
      : formula(`IF(N(H)=0,D,ROUND(D/H,${places}))`, forecast?.value),
    formula('IF(C=0,"",I/C)', forecast?.fulfilment),
    formula('IF(G<=F,"",MAX(0,ROUND((C-D)/(G-F),2)))', requiredPace),
    forecast === null ? null : say(`predictor.${forecast.predictor}`),
  ];
}
