import '@mantine/dates/styles.layer.css';
import 'dayjs/locale/ru';
import { Button } from '@mantine/core';
import { DatePicker, DatesProvider } from '@mantine/dates';
import { useState } from 'react';
import { useLanguage, useWords } from '../language/language.tsx';
import { periodWords } from './period-words.ts';

type Range = [string | null, string | null];

/** Any days: the first and the last. */
export default function DayRange({
  around,
  choose,
}: {
  /** The day at which the calendar opens. */
  readonly around: string;
  readonly choose: (from: string, to: string) => void;
}) {
  const say = useWords(periodWords);
  const { language } = useLanguage();
  const [[from, to], setRange] = useState<Range>([null, null]);
  return (
    <DatesProvider settings={{ locale: language, firstDayOfWeek: 1 }}>
      <DatePicker
        type="range"
        size="xs"
        ariaLabels={{
          previousMonth: say('monthBefore'),
          nextMonth: say('monthAfter'),
          previousYear: say('yearBefore'),
          nextYear: say('yearAfter'),
        }}
        value={[from, to]}
        onChange={(range) => setRange(range as Range)}
        defaultDate={around}
      />
      <Button
        variant="filled"
        disabled={from === null || to === null}
        onClick={() => from && to && choose(from.slice(0, 10), to.slice(0, 10))}
      >
        {say('choose')}
      </Button>
    </DatesProvider>
  );
}
