import { Button, Checkbox } from '@mantine/core';
import { Block } from '../../../design/page.tsx';
import { useFormats } from '../../../language/formats.ts';
import { useLanguage, useWords } from '../../../language/language.tsx';
import type { WorkingCalendar } from '../../../server/api.ts';
import classes from '../settings.module.css';
import own from './calendar.module.css';
import type { DayKind } from './calendar-year.ts';
import { calendarWords } from './words.ts';

const kinds: readonly DayKind[] = ['worked', 'offByWeek', 'off', 'extra'];
const week = [1, 2, 3, 4, 5, 6, 7];

/** Which weekdays are worked, from where that is known, and what shipments show. */
export function CalendarFacts({
  calendar,
  onTurnWeekday,
  onTakeBack,
}: {
  readonly calendar: WorkingCalendar;
  readonly onTurnWeekday: ((day: number) => void) | undefined;
  readonly onTakeBack: (() => void) | undefined;
}) {
  const say = useWords(calendarWords);
  const formats = useFormats();
  const { language } = useLanguage();
  const weekday = new Intl.DateTimeFormat(language, { weekday: 'long', timeZone: 'UTC' });
  // 2024 began on a Monday.
  const nameOf = (day: number) => weekday.format(new Date(Date.UTC(2024, 0, day)));
  const source = (from: WorkingCalendar['weekSource']) =>
    from === 'stated' && calendar.branch === 0 ? say('statedCompany') : say(from);
  const { learned, weekdays } = calendar;
  return (
    <div className={classes.blocks}>
      <ul className={own.legend}>
        {kinds.map((kind) => (
          <li key={kind}>
            <span className={own.day} data-kind={kind} aria-hidden>
              1
            </span>
            {say(kind)}
          </li>
        ))}
      </ul>
      <Block title={say('week')}>
        <fieldset className={own.week} aria-label={say('week')}>
          {week.map((day) => {
            const worked = weekdays.includes(day);
            return (
              <Checkbox
                key={day}
                label={nameOf(day)}
                checked={worked}
                // A week without a working day cannot be said.
                disabled={!onTurnWeekday || (worked && weekdays.length === 1)}
                onChange={() => onTurnWeekday?.(day)}
              />
            );
          })}
        </fieldset>
      </Block>
      <Block title={say('from')}>
        <dl className={own.sources}>
          <dt>{say('weekFrom')}</dt>
          <dd>{source(calendar.weekSource)}</dd>
          <dt>{say('daysFrom')}</dt>
          <dd>{source(calendar.daysSource)}</dd>
        </dl>
        {onTakeBack && <Button onClick={onTakeBack}>{say('takeBack')}</Button>}
      </Block>
      <Block title={say('shares')}>
        {learned === null ? (
          <p className="muted">{say('nothingLearned')}</p>
        ) : (
          <>
            <p className={classes.small}>
              {say('sharesHelp', { from: formats.date(learned.from), to: formats.date(learned.to) })}
            </p>
            <table className={classes.table}>
              <tbody>
                {[...learned.weekdays, learned.daysOff].map((share, index) => (
                  <tr key={index < 7 ? nameOf(index + 1) : 'off'}>
                    <th scope="row">{index < 7 ? nameOf(index + 1) : say('daysOffShare')}</th>
                    <td className="number">{formats.percent(share.share)}</td>
                    <td className="number muted">
                      {say('ofDates', {
                        shipped: formats.count(share.shipped),
                        dates: formats.count(share.dates),
                      })}
                    </td>
                  </tr>
                ))}
              </tbody>
            </table>
          </>
        )}
      </Block>
    </div>
  );
}
