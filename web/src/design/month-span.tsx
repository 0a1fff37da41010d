import '@mantine/dates/styles.layer.css';
import 'dayjs/locale/ru';
import { Button } from '@mantine/core';
import { DatesProvider, MonthPicker } from '@mantine/dates';
import { useState } from 'react';
import { addMonths } from '../../../src/domain/iso-date.ts';
import { useLanguage, useWords } from '../language/language.tsx';
import classes from './period-picker.module.css';
import { periodWords } from './period-words.ts';

const spans = [3, 6, 12, 24, 36] as const;
type Range = [string | null, string | null];

/** Whole months, both included: the last ones in one go, or a first and a last. */
export default function MonthSpan({
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
  const { language } = useLanguage();
  const last = until.slice(0, 7);
  const [, first, end] = /^(\d{4}-\d\d)\.\.(\d{4}-\d\d)$/.exec(value) ?? [];
  const [[from, to], setRange] = useState<Range>([first ? `${first}-01` : null, end ? `${end}-01` : null]);
  const span = (a: string, b: string) => choose(a === b ? a : `${a}..${b}`);
  return (
    <DatesProvider settings={{ locale: language }}>
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
      <MonthPicker
        type="range"
        size="xs"
        ariaLabels={{ previousYear: say('yearBefore'), nextYear: say('yearAfter') }}
        value={[from, to]}
        onChange={(range) => setRange(range as Range)}
        defaultDate={`${end ?? last}-01`}
      />
      <Button
        variant="filled"
        disabled={from === null || to === null}
        onClick={() => from && to && span(from.slice(0, 7), to.slice(0, 7))}
      >
        {say('choose')}
      </Button>
    </DatesProvider>
  );
}
