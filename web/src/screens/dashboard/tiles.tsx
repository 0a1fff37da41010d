import { FigureTile } from '../../design/figure-tile.tsx';
import { Skeleton } from '../../design/skeleton.tsx';
import { SplitBar } from '../../design/split-bar.tsx';
import { useOpen } from '../../drill/use-open.ts';
import { IncompleteBadge } from '../../filters/incomplete-badge.tsx';
import { useFormats } from '../../language/formats.ts';
import { useWords } from '../../language/language.tsx';
import type { FigureAnswer } from '../../server/api.ts';
import { amount, type Cell, totalOf } from '../../server/cells.ts';
import classes from './dashboard.module.css';
import { ForecastBar, Missing } from './forecast-tile.tsx';
import type { BaseForecast, BasePlan } from './use-planned.ts';
import { dashboardWords } from './words.ts';

type Compared = 'sameWorkingDay' | 'yearAgo';

/** «+8 (+1,0 %) к 12-му раб. дню: октябрь 2026». */
function useComparison() {
  const say = useWords(dashboardWords);
  const formats = useFormats();
  return (
    answer: FigureAnswer,
    cell: Cell,
    metric: 'activeBase' | 'sales',
    to: Compared,
  ): string | undefined => {
    const now = amount(cell.figures, metric);
    const before = amount(cell.compared?.[to], metric);
    const period = answer.periods[cell.period]?.compared?.[to];
    if (now === undefined || before === undefined || !period || before <= 0) return undefined;
    const change = now - before;
    const params = {
      change:
        metric === 'sales' ? `${change > 0 ? '+' : ''}${formats.shortMoney(change)}` : formats.change(change),
      percent: formats.percent(String(change / before), true),
      period: formats.period(period.label.split('@')[0] ?? period.label),
    };
    return period.workingDays === undefined
      ? say('toPeriod', params)
      : say('toWorkingDay', { ...params, days: period.workingDays });
  };
}

export function BaseTile({
  answer,
  forecast,
  plan,
}: {
  readonly answer: FigureAnswer | undefined;
  readonly forecast: BaseForecast | undefined;
  readonly plan: BasePlan | undefined;
}) {
  const say = useWords(dashboardWords);
  const formats = useFormats();
  const open = useOpen();
  const compare = useComparison();
  const cell = answer && totalOf(answer);
  if (!answer || !cell) return <TileSkeleton title={say('base')} />;
  const running = answer.periods[0]?.open === true;
  const parts = (['retained', 'reactivated', 'new'] as const).map((state) => ({
    state,
    size: amount(cell.figures, state) ?? 0,
    onOpen: () => open(answer, cell, state, say('base')),
  }));
  return (
    <div className={classes.base}>
      <FigureTile
        title={running ? say('baseOn', { day: formats.day(answer.asOf) }) : say('base')}
        figure={formats.count(plan?.drifted === undefined ? cell.figures.activeBase : plan.fact)}
        beside={
          plan?.drifted === undefined ? (
            <Incomplete answer={answer} />
          ) : (
            say('drifted', { n: formats.count(plan.drifted) })
          )
        }
        onOpen={() => open(answer, cell, 'activeBase', say('base'))}
        {...(plan
          ? {
              verdict: <PlanVerdict plan={plan} running={running} />,
              comparison: compare(answer, cell, 'activeBase', 'sameWorkingDay'),
            }
          : {
              verdict: compare(answer, cell, 'activeBase', 'sameWorkingDay'),
              comparison: compare(answer, cell, 'activeBase', 'yearAgo'),
            })}
      />
      <div className={classes.composition}>
        {forecast ? (
          <ForecastBar {...{ forecast, plan }} before={amount(cell.compared?.sameWorkingDay, 'activeBase')} />
        ) : (
          <SplitBar parts={parts} />
        )}
      </div>
    </div>
  );
}

/** «85,2 % плана 930, не хватает 138». */
function PlanVerdict({ plan, running }: { readonly plan: BasePlan; readonly running: boolean }) {
  const { fact, value } = plan;
  const say = useWords(dashboardWords);
  const formats = useFormats();
  if (value <= 0) return say('planIs', { n: formats.count(value) });
  return (
    <>
      {say('ofPlan', { share: formats.percent(String(fact / value)), plan: formats.count(value) })}
      {fact < value && (
        <>
          {', '}
          <Missing of={plan}>
            {say(running ? 'missing' : 'missed', { n: formats.count(value - fact) })}
          </Missing>
        </>
      )}
    </>
  );
}

export function SalesTile({ answer }: { readonly answer: FigureAnswer | undefined }) {
  const say = useWords(dashboardWords);
  const formats = useFormats();
  const open = useOpen();
  const compare = useComparison();
  const cell = answer && totalOf(answer);
  if (!answer || !cell) return <TileSkeleton title={say('sales')} />;
  return (
    <FigureTile
      title={say('sales')}
      figure={formats.shortMoney(cell.figures.sales)}
      beside={<Incomplete answer={answer} />}
      onOpen={() => open(answer, cell, 'sales', say('sales'))}
      verdict={compare(answer, cell, 'sales', 'sameWorkingDay')}
      comparison={compare(answer, cell, 'sales', 'yearAgo')}
    />
  );
}

function Incomplete({ answer }: { readonly answer: FigureAnswer }) {
  const [period] = answer.periods;
  return period && <IncompleteBadge period={period} slice={answer.query.slice} />;
}

const TileSkeleton = ({ title }: { readonly title: string }) => (
  <FigureTile
    title={title}
    figure={<Skeleton width={120} height={44} />}
    verdict={<Skeleton width={220} height={20} />}
    comparison={<Skeleton width={180} height={20} />}
  />
);
