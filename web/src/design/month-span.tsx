import { Button } from '@mantine/core';
import { MonthPickerInput } from '@mantine/dates';
import { useState } from 'react';
import { addMonths } from '../../../src/domain/iso-date.ts';
import { useWords } from '../language/language.tsx';
import classes from './period-picker.module.css';
import { periodWords } from './period-words.ts';

const spans = [3, 6, 12, 24, 36] as const;

/** Chooses whole months, both included: the last ones in one go, or a first and a last. */
export function MonthSpan({
  value,
  until,
  choose,
}: {
  readonly value: string;
  /** The day that the last months end with. */
  readonly until: string;
  readonly choose: (label: string) => void;
}) {
  const say = useWords(periodWords);
  const last = until.slice(0, 7);
  const [, from = last, to = last] = /^(\d{4}-\d\d)\.\.(\d{4}-\d\d)$/.exec(value) ?? [];
  const [first, setFirst] = useState<string | null>(`${from}-01`);
  const [end, setEnd] = useState<string | null>(`${to}-01`);
  const span = (a: string, b: string) => choose(a === b ? a : `${a}..${b}`);
  const ready = first !== null && end !== null && first <= end;
  return (
    <>
      <p className="muted">{say('lastOnes')}</p>
      <div className={classes.spans}>
        {spans.map((n) => (
          <Button
            key={n}
            size="compact-xs"
            h={26}
            onClick={() => span(addMonths(`${last}-01`, 1 - n).slice(0, 7), last)}
          >
            {say('lastMonths', { n })}
          </Button>
        ))}
        <Button size="compact-xs" h={26} onClick={() => span(`${last.slice(0, 4)}-01`, last)}>
          {say('sinceJanuary')}
        </Button>
      </div>
      <div className={classes.ends}>
        <MonthPickerInput
          size="xs"
          label={say('firstMonth')}
          value={first}
          onChange={setFirst}
          valueFormat="MM.YYYY"
          popoverProps={{ withinPortal: false }}
        />
        <MonthPickerInput
          size="xs"
          label={say('lastMonth')}
          value={end}
          onChange={setEnd}
          valueFormat="MM.YYYY"
          popoverProps={{ withinPortal: false }}
        />
      </div>
      <Button
        variant="filled"
        disabled={!ready}
        onClick={() => ready && span(first.slice(0, 7), end.slice(0, 7))}
      >
        {say('choose')}
      </Button>
    </>
  );
}
