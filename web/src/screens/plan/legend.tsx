import { previousPeriod } from '../../../../src/domain/period.ts';
import { planGrain, plannedPeriod, yearBefore } from '../../../../src/domain/plan-period.ts';
import { useFormats } from '../../language/formats.ts';
import { useWords } from '../../language/language.tsx';
import type { PlanComparison } from '../../server/plans.ts';
import classes from './plan.module.css';
import { planWords } from './words.ts';

/** What bars are made of, and what of the columns is a guess. */
export function Legend({
  period,
  compare,
}: {
  readonly period: string;
  readonly compare: PlanComparison | undefined;
}) {
  const formats = useFormats();
  const say = useWords(planWords);
  return (
    <div className={classes.foot}>
      <span className={classes.legend}>
        <span>
          <svg width="16" height="6" aria-hidden="true">
            <rect width="16" height="6" fill="var(--fact)" />
          </svg>
          {say('fact')}
        </span>
        <span>
          <svg width="16" height="6" aria-hidden="true">
            <rect width="16" height="6" fill="url(#hatch-forecast)" />
          </svg>
          {say('forecast')}
        </span>
        <span>
          <svg width="2" height="13" aria-hidden="true">
            <rect width="2" height="13" fill="var(--plan)" />
          </svg>
          {say('plan')}
        </span>
      </span>
      {compare && (
        <span>
          {say('beforeNote', {
            period: formats.period(
              compare === 'previous' ? previousPeriod(plannedPeriod(period)).label : yearBefore(period),
            ),
          })}
        </span>
      )}
      <span>{say('paceNote')}</span>
      <span>{say('forecastNote')}</span>
      {planGrain(period) !== 'month' && <span>{say('longNote')}</span>}
    </div>
  );
}
