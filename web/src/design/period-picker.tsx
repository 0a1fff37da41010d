import { SegmentedControl, UnstyledButton } from '@mantine/core';
import { CalendarDays, ChevronLeft, ChevronRight } from 'lucide-react';
import { lazy, Suspense, useState } from 'react';
import { calendarPeriod } from '../../../src/domain/period.ts';
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

const grains = ['month', 'months', 'quarter', 'year', 'days'] as const;
type Grain = (typeof grains)[number];

/** Chooses a period by its label: months, quarters, years, or any days. */
export function PeriodPicker({
  value,
  onChange,
  name,
  large,
  until,
  monthsOnly = false,
}: {
  readonly value: string;
  readonly onChange: (label: string) => void;
  readonly name?: string;
  readonly large?: boolean;
  /** One month, nothing longer or shorter. */
  readonly monthsOnly?: boolean;
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
          monthsOnly={monthsOnly}
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
  monthsOnly,
  choose,
}: {
  readonly value: string;
  readonly until: string | undefined;
  readonly monthsOnly: boolean;
  readonly choose: (label: string) => void;
}) {
  const say = useWords(periodWords);
  const { language } = useLanguage();
  const [grain, setGrain] = useState<Grain>(grainOf(value));
  const [year, setYear] = useState(Number(/\d{4}/.exec(value)?.[0] ?? new Date().getFullYear()));
  const month = new Intl.DateTimeFormat(language, { month: 'short', timeZone: 'UTC' });
  const options: readonly { readonly label: string; readonly word: string }[] =
    grain === 'month'
      ? Array.from({ length: 12 }, (_, index) => ({
          label: `${year}-${String(index + 1).padStart(2, '0')}`,
          word: month.format(new Date(Date.UTC(year, index, 1))).replace('.', ''),
        }))
      : grain === 'quarter'
        ? Array.from({ length: 4 }, (_, index) => ({
            label: calendarPeriod('quarter', `${year}-${String(index * 3 + 1).padStart(2, '0')}`).label,
            word: say('quarter', { n: index + 1 }),
          }))
        : Array.from({ length: 6 }, (_, index) => ({
            label: String(year - 5 + index),
            word: String(year - 5 + index),
          }));
  return (
    <div className={classes.choice}>
      {!monthsOnly && (
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
          <div className={classes.options}>
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

function grainOf(label: string): Grain {
  if (/^\d{4}$/.test(label)) return 'year';
  if (/^\d{4}-Q\d$/.test(label)) return 'quarter';
  if (/^\d{4}-\d\d\.\.\d{4}-\d\d$/.test(label)) return 'months';
  return /^\d{4}-\d\d$/.test(label) ? 'month' : 'days';
}
