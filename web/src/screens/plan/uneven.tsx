import { Note } from '../../design/note.tsx';
import { useFormats } from '../../language/formats.ts';
import { useWords } from '../../language/language.tsx';
import type { Plan } from '../../server/plans.ts';
import { metricText } from './metric-text.ts';
import { planWords } from './words.ts';

const shown = 3;

/** Where parts are planned another sum than the whole: money first, it has to add up. */
export function Uneven({ uneven }: { readonly uneven: Plan['uneven'] }) {
  const say = useWords(planWords);
  const formats = useFormats();
  if (uneven.length === 0) return null;
  const sorted = uneven.toSorted((a, b) => Number(a.mayDiffer) - Number(b.mayDiffer));
  const item = ({
    level,
    member,
    name,
    metric,
    plan,
    sumOfParts,
    parts,
    mayDiffer,
  }: (typeof sorted)[number]) => (
    <li key={`${level} ${member} ${metric}`}>
      {say(mayDiffer ? 'unevenShared' : 'unevenMoney', {
        ...{ name: name || say('company'), metric: say(metric), parts },
        plan: metricText(formats, metric, plan),
        sum: metricText(formats, metric, sumOfParts),
      })}
    </li>
  );
  return (
    <Note kind={sorted[0]?.mayDiffer ? 'info' : 'warning'}>
      <b>{say('uneven')}</b>
      <ul>{sorted.slice(0, shown).map(item)}</ul>
      {sorted.length > shown && (
        <details>
          <summary>{say('more', { n: sorted.length - shown })}</summary>
          <ul>{sorted.slice(shown).map(item)}</ul>
        </details>
      )}
    </Note>
  );
}
