import { type KeyboardEvent, useId, useRef, useState } from 'react';
import { addDays } from '../../../../../src/domain/iso-date.ts';
import { useFormats } from '../../../language/formats.ts';
import { useLanguage, useWords } from '../../../language/language.tsx';
import type { WorkingCalendar } from '../../../server/api.ts';
import classes from '../settings.module.css';
import own from './calendar.module.css';
import { kindOfDay, weeksOf } from './calendar-year.ts';
import { calendarWords } from './words.ts';

const months = Array.from({ length: 12 }, (_, index) => index + 1);
const steps: Readonly<Record<string, number>> = {
  ...{ ArrowLeft: -1, ArrowRight: 1, ArrowUp: -7, ArrowDown: 7 },
};

/** Twelve months; a press turns a day. Arrows walk through the days: the whole grid is one stop of the tab key. */
export function YearGrid({
  calendar,
  onTurn,
}: {
  readonly calendar: WorkingCalendar;
  readonly onTurn: ((date: string) => void) | undefined;
}) {
  const say = useWords(calendarWords);
  const { language } = useLanguage();
  const formats = useFormats();
  const help = useId();
  const grid = useRef<HTMLFieldSetElement>(null);
  const { year } = calendar;
  const [at, setAt] = useState(`${year}-01-01`);
  const stop = at.startsWith(String(year)) ? at : `${year}-01-01`;
  const month = new Intl.DateTimeFormat(language, { month: 'long', timeZone: 'UTC' });
  const week = new Intl.DateTimeFormat(language, { weekday: 'short', timeZone: 'UTC' });
  // 2024 began on a Monday.
  const weekdays = months.slice(0, 7).map((day) => week.format(new Date(Date.UTC(2024, 0, day))));
  const onKey = (event: KeyboardEvent) => {
    const step = steps[event.key];
    if (step === undefined) return;
    event.preventDefault();
    const next = addDays(stop, step);
    if (!next.startsWith(String(year))) return;
    setAt(next);
    grid.current?.querySelector<HTMLElement>(`[data-day="${next}"]`)?.focus();
  };
  return (
    <fieldset
      ref={grid}
      className={own.grid}
      aria-label={say('grid')}
      aria-describedby={help}
      onKeyDown={onKey}
    >
      <p id={help} className={`${classes.small} ${own.help}`}>
        {say(onTurn ? 'gridHelp' : 'readOnly')}
      </p>
      {months.map((number) => (
        <table key={number} className={own.month}>
          <caption>
            <b>{month.format(new Date(Date.UTC(year, number - 1, 1)))}</b>
            <span className="muted">{say('monthDays', { n: calendar.months[number - 1] ?? 0 })}</span>
          </caption>
          <thead>
            <tr>
              {weekdays.map((day) => (
                <th key={day} scope="col">
                  {day}
                </th>
              ))}
            </tr>
          </thead>
          <tbody>
            {weeksOf(year, number).map((days) => (
              <tr key={days.find((day) => day !== null)}>
                {days.map((date, index) => {
                  if (date === null) return <td key={weekdays[index]} />;
                  const kind = kindOfDay(date, calendar);
                  const label = `${formats.day(date)}, ${say(kind)}`;
                  const number = Number(date.slice(8));
                  return (
                    <td key={date}>
                      {onTurn ? (
                        <button
                          type="button"
                          className={own.day}
                          data-kind={kind}
                          data-day={date}
                          tabIndex={date === stop ? 0 : -1}
                          aria-pressed={kind === 'worked' || kind === 'extra'}
                          aria-label={label}
                          title={label}
                          onFocus={() => setAt(date)}
                          onClick={() => onTurn(date)}
                        >
                          {number}
                        </button>
                      ) : (
                        <span className={own.day} data-kind={kind} title={label}>
                          {number}
                        </span>
                      )}
                    </td>
                  );
                })}
              </tr>
            ))}
          </tbody>
        </table>
      ))}
    </fieldset>
  );
}
