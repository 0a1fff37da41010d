import { ActionIcon, Select } from '@mantine/core';
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query';
import { ChevronLeft, ChevronRight } from 'lucide-react';
import type { CalendarYear } from '../../../../../src/domain/calendar.ts';
import { did } from '../../../app/undo.tsx';
import { ErrorNote } from '../../../design/error-note.tsx';
import { Skeleton } from '../../../design/skeleton.tsx';
import { useFormats } from '../../../language/formats.ts';
import { useWords } from '../../../language/language.tsx';
import { api } from '../../../server/api.ts';
import { useDataState } from '../../../server/definitions.ts';
import { inPlace } from '../in-place.ts';
import { useAct } from '../use-act.ts';
import { useMayDefine } from '../use-may-define.ts';
import { useSettings } from '../use-settings.ts';
import own from './calendar.module.css';
import { CalendarFacts } from './calendar-facts.tsx';
import { CalendarFile } from './calendar-file.tsx';
import { kindOfDay, statedOf, withDayTurned, withWeekdayTurned } from './calendar-year.ts';
import { calendarWords } from './words.ts';
import { YearGrid } from './year-grid.tsx';

/** The working calendar of a branch or of the company: a year at a time. */
export function Calendar() {
  const say = useWords(calendarWords);
  const formats = useFormats();
  const { search, change } = useSettings();
  const may = useMayDefine();
  const client = useQueryClient();
  const act = useAct();
  const branch = search.branch ?? 0;
  const state = useDataState();
  const lastDay = state.data?.asOf ?? new Date().toISOString();
  const year = search.year ?? Number(lastDay.slice(0, 4));
  const place = { branch, year };
  const branches = useQuery({
    queryKey: ['calendar-branches', year],
    queryFn: ({ signal }) => api.workingDays({ query: { period: String(year) } }, { signal }),
  });
  const calendar = useQuery({
    queryKey: ['calendar', branch, year],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => api.calendar({ params: place }, { signal }),
  });
  const shown = calendar.data;
  const refresh = async () => {
    await client.invalidateQueries({ queryKey: ['calendar'] });
    await client.invalidateQueries({ queryKey: ['working-days'] });
  };
  const stateYear = async (body: CalendarYear) => {
    await api.setCalendar({ params: place, body });
    await refresh();
  };
  const takeBack = async () => {
    await api.removeCalendar({ params: place });
    await refresh();
  };
  const isStated = shown?.daysSource === 'stated';
  const stateAndTell = (body: CalendarYear, label: string) =>
    act(async () => {
      if (shown === undefined) return;
      const before = isStated ? statedOf(shown) : undefined;
      await stateYear(body);
      did(label, () => (before ? stateYear(before) : takeBack()));
    });
  const turnDay = (date: string) => {
    if (shown === undefined) return;
    const kind = kindOfDay(date, shown);
    const word = kind === 'worked' || kind === 'extra' ? 'turnedOff' : 'turnedOn';
    void stateAndTell(withDayTurned(shown, date), say(word, { day: formats.day(date) }));
  };
  return (
    <>
      <div className={own.choice}>
        <Select
          comboboxProps={inPlace}
          aria-label={say('branch')}
          className={own.branch}
          searchable
          value={String(branch)}
          onChange={(id) => id !== null && change({ branch: Number(id) })}
          data={[
            { value: '0', label: say('company') },
            ...(branches.data?.branches ?? [])
              .filter((one) => one.branch !== 0)
              .map((one) => ({ value: String(one.branch), label: one.name || one.code })),
          ]}
          allowDeselect={false}
        />
        <span className={own.year}>
          <ActionIcon
            variant="default"
            size={30}
            aria-label={say('yearBefore')}
            disabled={year <= 1990}
            onClick={() => change({ year: year - 1 })}
          >
            <ChevronLeft size={16} strokeWidth={1.8} />
          </ActionIcon>
          <b>{year}</b>
          <ActionIcon
            variant="default"
            size={30}
            aria-label={say('yearAfter')}
            disabled={year >= 2148}
            onClick={() => change({ year: year + 1 })}
          >
            <ChevronRight size={16} strokeWidth={1.8} />
          </ActionIcon>
        </span>
        {shown && (
          <span className="muted">
            {say('yearDays', { n: shown.months.reduce((sum, days) => sum + days, 0) })}
          </span>
        )}
        {may && (
          <span className={own.file}>
            <CalendarFile key={branch} branch={branch} onChanged={refresh} />
          </span>
        )}
      </div>
      {calendar.error && <ErrorNote error={calendar.error} retry={() => void calendar.refetch()} />}
      {calendar.isPending && <Skeleton height={480} />}
      {shown && (
        <div className={own.parts}>
          <YearGrid calendar={shown} onTurn={may ? turnDay : undefined} />
          <CalendarFacts
            calendar={shown}
            onTurnWeekday={
              may ? (day) => void stateAndTell(withWeekdayTurned(shown, day), say('weekTurned')) : undefined
            }
            onTakeBack={
              may && isStated
                ? () =>
                    void act(async () => {
                      const before = statedOf(shown);
                      await takeBack();
                      did(say('takenBack'), () => stateYear(before));
                    })
                : undefined
            }
          />
        </div>
      )}
    </>
  );
}
