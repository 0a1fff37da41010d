import { Button, FileButton } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { did } from '../../../app/undo.tsx';
import { ErrorNote } from '../../../design/error-note.tsx';
import { useWords } from '../../../language/language.tsx';
import { api } from '../../../server/api.ts';
import { statedOf, yearsIn } from './calendar-year.ts';
import { calendarWords } from './words.ts';

/** States the years of a file of the production calendar, all of them or none. */
export function CalendarFile({
  branch,
  onChanged,
}: {
  readonly branch: number;
  readonly onChanged: () => Promise<void>;
}) {
  const say = useWords(calendarWords);
  const load = useMutation({
    mutationFn: async (file: File) => {
      const before = await Promise.all(
        yearsIn(await file.text()).map((year) => api.calendar({ params: { branch, year } })),
      );
      const { calendars } = await api.setCalendarFile({ params: { branch }, body: file });
      await onChanged();
      const years = calendars.map(({ year }) => year);
      did(say('fileLoaded', { years: years.join(', '), n: years.length }), async () => {
        for (const year of years) {
          const params = { branch, year };
          const stated = before.find((one) => one.year === year && one.daysSource === 'stated');
          if (stated) await api.setCalendar({ params, body: statedOf(stated) });
          else await api.removeCalendar({ params });
        }
        await onChanged();
      });
    },
  });
  return (
    <>
      <FileButton
        accept=".xml,.json,.csv,.txt"
        inputProps={{ 'aria-label': say('file') }}
        onChange={(file) => file && load.mutate(file)}
      >
        {(props) => (
          <Button {...props} loading={load.isPending} title={say('fileHelp')}>
            {say('file')}
          </Button>
        )}
      </FileButton>
      {load.error && <ErrorNote error={load.error} />}
    </>
  );
}
