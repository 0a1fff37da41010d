import { Button, SegmentedControl } from '@mantine/core';
import { useState } from 'react';
import { countUnits } from '../../../src/domain/units.ts';
import { useFormats } from '../language/formats.ts';
import { useWords } from '../language/language.tsx';
import type { ImportSummary } from '../server/api.ts';
import { axisFrom } from './effect-scale.ts';
import classes from './effect-table.module.css';
import { effectWords } from './effect-words.ts';

type Effect = ImportSummary['effect'];
const fewMonths = 6;

/** The base of each month before and after; what would come is hatched while it has not happened. */
export function EffectTable({
  effect,
  happened = false,
}: {
  readonly effect: Effect;
  /** It is no trial any more. */
  readonly happened?: boolean;
}) {
  const say = useWords(effectWords);
  const formats = useFormats();
  const [unit, setUnit] = useState<(typeof countUnits)[number]>('client');
  const [all, setAll] = useState(false);
  // The latest months are what people look at.
  const shown = all ? effect : effect.slice(-fewMonths);
  const values = shown.flatMap(({ before, after }) => [before[unit], after[unit]]);
  const from = axisFrom(values);
  const most = Math.max(...values);
  return (
    <>
      <table className={classes.effect}>
        <thead>
          <tr>
            <th scope="col">{say('effect')}</th>
            <th scope="col" className="number">
              {say(happened ? 'was' : 'now')}
            </th>
            <td className={classes.axis}>{from > 0 && say('axisFrom', { from: formats.count(from) })}</td>
            <th scope="col" className="number">
              {say(happened ? 'became' : 'becomes')}
            </th>
            <th scope="col" className="number">
              {say('difference')}
            </th>
          </tr>
        </thead>
        <tbody>
          {shown.map(({ month, before, after }) => (
            <tr key={month}>
              <th scope="row">{formats.period(month)}</th>
              <td className="number muted">{formats.count(before[unit])}</td>
              <td className={classes.bar}>
                <EffectBar
                  before={before[unit]}
                  after={after[unit]}
                  from={from}
                  most={most}
                  happened={happened}
                />
              </td>
              <td className={`number ${classes.after}`}>{formats.count(after[unit])}</td>
              <td className={`number ${after[unit] < before[unit] ? 'missing' : ''}`}>
                {formats.change(after[unit] - before[unit])}
              </td>
            </tr>
          ))}
        </tbody>
      </table>
      <div className={classes.foot}>
        <SegmentedControl
          size="xs"
          aria-label={say('unit')}
          value={unit}
          onChange={setUnit}
          data={countUnits.map((value) => ({ value, label: say(value) }))}
        />
        {!all && effect.length > fewMonths && (
          <Button variant="subtle" size="compact-xs" onClick={() => setAll(true)}>
            {say('allMonths', { n: effect.length })}
          </Button>
        )}
      </div>
    </>
  );
}

function EffectBar({
  before,
  after,
  from,
  most,
  happened,
}: {
  readonly happened: boolean;
  readonly before: number;
  readonly after: number;
  readonly from: number;
  readonly most: number;
}) {
  const at = (value: number) => (100 * Math.max(0, value - from)) / Math.max(1, most - from);
  const solid = at(happened ? after : Math.min(before, after));
  const wide = Math.abs(at(after) - at(before));
  return (
    <svg width="100%" height="10" aria-hidden="true">
      <rect x="0" y="2" width="100%" height="6" fill="var(--fill)" />
      <rect x="0" y="2" width={`${solid}%`} height="6" fill="var(--fact)" />
      {!happened && (
        <rect
          x={`${solid}%`}
          y="2"
          width={`${wide}%`}
          height="6"
          fill={`url(#hatch-${after < before ? 'not-yet' : 'forecast'})`}
        />
      )}
      {from > 0 && <path d="M4 10 7 5 5 5 8 0" fill="none" stroke="var(--page)" strokeWidth="1.8" />}
    </svg>
  );
}
