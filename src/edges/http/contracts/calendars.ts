import { z } from 'zod';
import { calendarYear } from '../../../domain/calendar.ts';
import { calendarSources } from '../../../domain/working-year.ts';
import { count, decimal, isoDate, list, periodText } from './common.ts';
import { endpoint } from './endpoint.ts';

const source = z.enum(calendarSources);
const share = z.object({ dates: count, shipped: count, share: decimal.nullable() });

const workingCalendar = z
  .object({
    branch: count,
    year: z.int(),
    /** Worked weekdays, 1 = Monday. */
    weekdays: list(z.int()),
    /** `MM-DD`, of worked weekdays. */
    daysOff: list(z.string()),
    /** `MM-DD`, of other weekdays. */
    workedDays: list(z.string()),
    weekSource: source,
    daysSource: source,
    /** Working days of January to December. */
    months: list(count),
    /** What shipments show: Monday to Sunday without decreed days off, and these. */
    learned: z.object({ from: isoDate, to: isoDate, weekdays: list(share), daysOff: share }).nullable(),
  })
  .meta({ id: 'WorkingCalendar' });

/** `branch`: id of a member of the kind branch; 0 is the whole company. */
const place = z.object({
  branch: z.coerce.number().int().nonnegative().max(2_147_483_647),
  year: z.coerce.number().int().min(1990).max(2148),
});

export const calendarEndpoint = endpoint({
  name: 'calendar',
  method: 'GET',
  path: '/calendars/{branch}/{year}',
  summary: 'The working calendar of a branch (0: of the company) in a year, and from where it is.',
  params: place,
  answer: { as: 'json', schema: workingCalendar },
});

export const setCalendarEndpoint = endpoint({
  name: 'setCalendar',
  method: 'PUT',
  path: '/calendars/{branch}/{year}',
  summary: 'States a year of the working calendar; without weekdays only its single days.',
  params: place,
  body: calendarYear,
  answer: { as: 'json', schema: workingCalendar },
});

export const setCalendarFileEndpoint = endpoint({
  name: 'setCalendarFile',
  method: 'POST',
  path: '/calendars/{branch}/file',
  needs: { permission: 'defineCompany', whole: true },
  summary:
    'States the years of a file of the production calendar: XML, JSON or CSV of xmlcalendar.ru, or CSV of data.gov.ru; a megabyte at most.',
  params: place.pick({ branch: true }),
  body: 'file',
  answer: { as: 'json', schema: z.object({ calendars: list(workingCalendar) }) },
});

export const removeCalendarEndpoint = endpoint({
  name: 'removeCalendar',
  method: 'DELETE',
  path: '/calendars/{branch}/{year}',
  summary: 'Takes a stated year back: what shipments show and decrees say holds again.',
  params: place,
  answer: { as: 'nothing' },
});

export const workingDaysEndpoint = endpoint({
  name: 'workingDays',
  method: 'GET',
  path: '/working-days',
  summary: 'How many working days a period has, and how many have passed: of the company and each branch.',
  query: z.object({ period: periodText }),
  answer: {
    as: 'json',
    schema: z.object({
      from: isoDate,
      to: isoDate,
      branches: list(
        z.object({
          branch: count,
          code: z.string(),
          name: z.string(),
          days: count,
          passed: count,
          sources: list(source),
        }),
      ),
    }),
  },
});

export const dataGapsEndpoint = endpoint({
  name: 'dataGaps',
  method: 'GET',
  path: '/data/gaps',
  summary:
    'How fresh the data are, and of which days nothing was loaded: of the company (branch 0) and each branch that is seen as a whole.',
  query: z.strictObject({ from: isoDate, to: isoDate }),
  answer: {
    as: 'json',
    schema: z.object({
      branches: list(
        z.object({
          branch: count,
          code: z.string(),
          name: z.string(),
          /** First and last day with shipments, of all data. */
          firstDay: isoDate.nullable(),
          lastDay: isoDate.nullable(),
          /** Days from the last one to the last loaded day of the company. */
          behind: count.nullable(),
          /** Working days that were looked at: of the period, between the first day and the last loaded one. */
          workingDays: count,
          /** Those of them without shipments. */
          missing: list(isoDate),
          /** More than a week without shipments; calendar days, both ends included. */
          pauses: list(z.object({ from: isoDate, to: isoDate, days: count })),
        }),
      ),
    }),
  },
});
