import { SegmentedControl, UnstyledButton } from '@mantine/core';
import { CalendarDays, ChevronLeft, ChevronRight } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { calendarPeriod, monthsIn } from '../../../src/domain/period.ts';
import { fetchPart } from '../app/connection.ts';
import { useFormats } from '../language/formats.ts';
import { useLanguage, useWords } from '../language/language.tsx';
import { Chip } from './chip.tsx';
import classes from './period-picker.module.css';
import { periodWords } from './period-words.ts';
import { Skeleton } from './skeleton.tsx';

// The calendars are as heavy as a screen, and most people choose months by their names.
const DayRange = lazy(() => fetchPart(() => import('./day-range.tsx')));
const MonthSpan = lazy(() => fetchPart(() => import('./month-span.tsx')));

const all = ['month', 'months', 'quarter', 'year', 'days'] as const;
type Grain = (typeof all)[number] | 'halfYear';

/** Chooses a period by its label: months, quarters, half-years, years, or any days. */
export function PeriodPicker({
  value,
  onChange,
  name,
  large,
  until,
  grains = all,
}: {
  readonly value: string;
  readonly onChange: (label: string) => void;
  readonly name?: string;
  readonly large?: boolean;
  /** Of which kinds; one alone is not asked for. */
  readonly grains?: readonly Grain[];
  /** Offers spans of months too, and the last ones up to this day. */
  readonly until?: string;
}) {
  const formats = useFormats();
  const [, first = '', last = ''] = /^(\d{4}-\d\d)\.\.(\d{4}-\d\d)$/.exec(value) ?? [];
  const shown = first
    ? `${formats.shortMonth(first)} ${first.slice(0, 4)} – ${formats.shortMonth(last)} ${last.slice(0, 4)}`
    : formats.period(value);
  return (
    <Chip
      {...(name !== undefined && { name })}
      {...(large && { large, icon: <CalendarDays size={14} strokeWidth={1.8} aria-hidden /> })}
      value={name ? shown : <span className={classes.value}>{shown}</span>}
    >
      {(close) => (
        <Choice
          value={value}
          until={until}
          grains={grains}
          choose={(label) => {
            onChange(label);
            close();
          }}
        />
      )}
    </Chip>
  );
}

function Choice({
  value,
  until,
  grains,
  choose,
}: {
  readonly value: string;
  readonly until: string | undefined;
  readonly grains: readonly Grain[];
  readonly choose: (label: string) => void;
}) {
  const say = useWords(periodWords);
  const { language } = useLanguage();
  const [grain, setGrain] = useState<Grain>(grainOf(value));
  const [year, setYear] = useState(Number(/\d{4}/.exec(value)?.[0] ?? new Date().getFullYear()));
  const month = new Intl.DateTimeFormat(language, { month: 'short', timeZone: 'UTC' });
  const options = optionsOf(grain, year, (index) =>
    grain === 'month'
      ? month.format(new Date(Date.UTC(year, index, 1))).replace('.', '')
      : say(grain === 'halfYear' ? 'halfYear' : 'quarter', { n: index + 1 }),
  );
  return (
    <div className={classes.choice}>
      {grains.length > 1 && (
        <SegmentedControl
          size="xs"
          fullWidth
          value={grain}
          onChange={(chosen) => setGrain(chosen as Grain)}
          data={grains
            .filter((one) => one !== 'months' || until !== undefined)
            .map((one) => ({ value: one, label: say(one, { n: 0 }) }))}
        />
      )}
      {grain === 'months' && until !== undefined ? (
        <Suspense fallback={<Skeleton height={240} />}>
          <MonthSpan value={value} until={until} choose={choose} />
        </Suspense>
      ) : grain === 'days' ? (
        <Suspense fallback={<Skeleton height={240} />}>
          <DayRange around={`${year}-01-01`} choose={(from, to) => choose(`${from}..${to}`)} />
        </Suspense>
      ) : (
        <>
          {grain !== 'year' && (
            <div className={classes.year}>
              <UnstyledButton aria-label={say('yearBefore')} onClick={() => setYear(year - 1)}>
                <ChevronLeft size={16} />
              </UnstyledButton>
              <b>{year}</b>
              <UnstyledButton aria-label={say('yearAfter')} onClick={() => setYear(year + 1)}>
                <ChevronRight size={16} />
              </UnstyledButton>
            </div>
          )}
          <div className={classes.options} data-few={options.length === 2 || undefined}>
            {options.map(({ label, word }) => (
              <UnstyledButton
                key={label}
                className={classes.option}
                data-chosen={label === value || undefined}
                onClick={() => choose(label)}
              >
                {word}
              </UnstyledButton>
            ))}
          </div>
        </>
      )}
    </div>
  );
}

/** Of a year its months, quarters or half-years; of years the last ones. */
function optionsOf(
  grain: Grain,
  year: number,
  wordOf: (index: number) => string,
): readonly { readonly label: string; readonly word: string }[] {
  if (grain !== 'month' && grain !== 'quarter' && grain !== 'halfYear')
    return [-5, -4, -3, -2, -1, 0].map((back) => ({ label: `${year + back}`, word: `${year + back}` }));
  const length = monthsIn(grain);
  return Array.from({ length: 12 / length }, (_, index) => ({
    label: calendarPeriod(grain, `${year}-${String(index * length + 1).padStart(2, '0')}`).label,
    word: wordOf(index),
  }));
}

function grainOf(label: string): Grain {
  if (/^\d{4}$/.test(label)) return 'year';
  if (/^\d{4}-Q\d$/.test(label)) return 'quarter';
  if (/^\d{4}-H\d$/.test(label)) return 'halfYear';
  if (/^\d{4}-\d\d\.\.\d{4}-\d\d$/.test(label)) return 'months';
  return /^\d{4}-\d\d$/.test(label) ? 'month' : 'days';
}
