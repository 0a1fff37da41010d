import { Note } from '../../design/note.tsx';
import { useFormats } from '../../language/formats.ts';
import { useWords } from '../../language/language.tsx';
import type { ReadFile } from './from-file.tsx';
import { planWords } from './words.ts';

const shown = 8;

/** How much of a file stands in the draft now, what of it is of other months, and what could not be read. */
export function FileFindings({ month, read }: { readonly month: string; readonly read: ReadFile }) {
  const say = useWords(planWords);
  const formats = useFormats();
  const taken = read.months.find((one) => one.month === month)?.targets.length ?? 0;
  const others = read.months.filter((one) => one.month !== month).map((one) => formats.period(one.month));
  const item = ({ code, place, text }: ReadFile['findings'][number]) => (
    <li key={JSON.stringify([code, place])}>{text ?? code}</li>
  );
  return (
    <Note kind={read.findings.length > 0 ? 'warning' : 'info'}>
      {say('tookFromFile', { n: taken })}
      {others.length > 0 && ` ${say('otherMonths', { months: others.join(', ') })}`}
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
