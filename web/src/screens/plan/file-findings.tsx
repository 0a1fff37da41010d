import { Note } from '../../design/note.tsx';
import { useFormats } from '../../language/formats.ts';
import { useWords } from '../../language/language.tsx';
import type { ReadFile } from './from-file.tsx';
import { planWords } from './words.ts';

const shown = 8;

/** How much of a file stands in the draft now, what of it is of other periods, and what could not be read. */
export function FileFindings({ period, read }: { readonly period: string; readonly read: ReadFile }) {
  const say = useWords(planWords);
  const formats = useFormats();
  const taken = read.periods.find((one) => one.period === period)?.targets.length ?? 0;
  const others = read.periods.filter((one) => one.period !== period).map((one) => formats.period(one.period));
  const item = ({ code, place, text }: ReadFile['findings'][number]) => (
    <li key={JSON.stringify([code, place])}>{text ?? code}</li>
  );
  return (
    <Note kind={read.findings.length > 0 ? 'warning' : 'info'}>
      {say('tookFromFile', { n: taken })}
      {others.length > 0 && ` ${say('otherPeriods', { periods: others.join(', ') })}`}
      <ul>{read.findings.slice(0, shown).map(item)}</ul>
      {read.findings.length > shown && (
        <details>
          <summary>{say('more', { n: read.findings.length - shown })}</summary>
          <ul>{read.findings.slice(shown).map(item)}</ul>
        </details>
      )}
    </Note>
  );
}
