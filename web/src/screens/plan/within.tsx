import { compare, subtract } from '../../../../src/domain/decimal.ts';
import { addsUpInTime } from '../../../../src/domain/plan.ts';
import { Note } from '../../design/note.tsx';
import { useFormats } from '../../language/formats.ts';
import { useWords } from '../../language/language.tsx';
import type { FactRow, Plan } from '../../server/plans.ts';
import { metricText } from './metric-text.ts';
import { planWords } from './words.ts';

const shown = 3;

/** What the months, quarters or half-years within a longer period are planned together, beside its own plan. */
export function Within({
  within,
  targets,
}: {
  readonly within: Plan['within'];
  readonly targets: readonly FactRow[];
}) {
  const say = useWords(planWords);
  const formats = useFormats();
  if (within.length === 0) return null;
  const item = ({ target, grain, sum, planned, of }: (typeof within)[number]) => {
    const { level, member, metric, product, name, value } = target;
    const gap = subtract(sum, value);
    const side = compare(gap, '0');
    const below = planned === of ? 'less' : 'left';
    return (
      <li key={JSON.stringify([grain, level, member, metric, product])}>
        {say('withinOf', {
          ...{ name: name || say('company'), grain, planned, of },
          metric: [say(metric), ...(product ? [product.member] : [])].join(', '),
          sum: metricText(formats, metric, sum),
          missing: planned === of ? 'none' : 'some',
          verdict: side < 0 ? below : side > 0 ? 'more' : 'same',
          gap: metricText(formats, metric, gap.replace('-', '')),
        })}
      </li>
    );
  };
  return (
    <Note kind="info">
      <b>{say('within')}</b>
      <ul>{within.slice(0, shown).map(item)}</ul>
      {within.length > shown && (
        <details>
          <summary>{say('more', { n: within.length - shown })}</summary>
          <ul>{within.slice(shown).map(item)}</ul>
        </details>
      )}
      {targets.some(({ metric }) => !addsUpInTime(metric)) && <p className="muted">{say('notAdded')}</p>}
    </Note>
  );
}
