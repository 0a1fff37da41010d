import { useNavigate } from '@tanstack/react-router';
import { lastDayOfMonth } from '../../../../src/domain/iso-date.ts';
import { Bullet } from '../../design/bullet.tsx';
import { FigureTile } from '../../design/figure-tile.tsx';
import { GapLink, useGapIsOpen } from '../../drill/gap-link.tsx';
import { useFormats } from '../../language/formats.ts';
import { useWords } from '../../language/language.tsx';
import classes from './dashboard.module.css';
import type { BaseForecast, BasePlan } from './use-planned.ts';
import { dashboardWords } from './words.ts';

/** What the АКБ will be at the end of the month; it opens how wrong forecasts were. */
export function ForecastTile({
  forecast,
  plan,
}: {
  readonly forecast: BaseForecast;
  readonly plan: BasePlan | undefined;
}) {
  const say = useWords(dashboardWords);
  const formats = useFormats();
  const navigate = useNavigate();
  const { member, month, value, interval } = forecast;
  const gap = plan && value - plan.value;
  return (
    <FigureTile
      title={say('forecastOn', { day: formats.day(lastDayOfMonth(`${month}-01`)) })}
      figure={formats.count(value)}
      beside={say('between', { low: formats.count(interval[0]), high: formats.count(interval[1]) })}
      onOpen={() => void navigate({ to: '/plan' as '/', search: { month, forecast: member } as object })}
      {...(gap !== undefined && {
        verdict:
          gap < 0 ? (
            <Missing of={forecast}>{say('lessThanPlan', { n: formats.count(-gap) })}</Missing>
          ) : (
            say('moreThanPlan', { n: formats.count(gap) })
          ),
      })}
      {...(plan?.probability && {
        comparison: say('probability', { share: formats.percent(plan.probability) }),
      })}
    />
  );
}

/** What is missing to the plan; while it can be closed, a door to those who would. */
export function Missing({
  of: { member, month },
  children,
}: {
  readonly of: Pick<BasePlan, 'member' | 'month'>;
  readonly children: string;
}) {
  const isOpen = useGapIsOpen(month);
  const whose = { member, level: member === 0 ? 'company' : 'branch' } as const;
  return (
    <span className="missing">
      {isOpen ? (
        <GapLink of={whose} metric="activeBase" name={children}>
          {children}
        </GapLink>
      ) : (
        children
      )}
    </span>
  );
}

/** Fact, forecast with its interval, plan, and what there was on the same working day of the month before. */
export function ForecastBar({
  forecast: { fact, value, interval },
  plan,
  before,
}: {
  readonly forecast: BaseForecast;
  readonly plan: BasePlan | undefined;
  readonly before: number | undefined;
}) {
  const say = useWords(dashboardWords);
  const formats = useFormats();
  const most = Math.max(fact, interval[1], plan?.value ?? 0, before ?? 0) * 1.06;
  return (
    <div className={classes.forecast}>
      <Bullet
        {...{ fact, most, forecast: value, interval }}
        {...(plan && { plan: plan.value })}
        {...(before !== undefined && { before })}
      />
      <p className={classes.small}>
        {[
          ...(before === undefined ? [] : [say('sameDayBefore', { n: formats.count(before) })]),
          say('forecastIs', { n: formats.count(value) }),
          ...(plan ? [say('planIs', { n: formats.count(plan.value) })] : []),
        ].join(' · ')}
      </p>
    </div>
  );
}
