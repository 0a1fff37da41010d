import { useWords } from '../../language/language.tsx';
import { byParts, metricWords } from './names.ts';
import type { Question } from './question.ts';
import { lower } from './question-chips.tsx';
import { explorerWords } from './words.ts';

const named = 3;

/** «АКБ по филиалам и каналам», or the name under which the question was pinned. */
export function useTitle(question: Question | undefined, pinned: string | undefined): string | undefined {
  const say = useWords(explorerWords);
  const metric = useWords(metricWords);
  const parts = useWords(byParts);
  if (!question) return undefined;
  if (pinned) return pinned;
  const metrics = question.metrics
    .slice(0, named)
    .map((one, index) => (index === 0 ? metric(one) : lower(metric(one))))
    .join(', ');
  const by = [...question.rows, ...question.columns];
  const shown = by.length > 0 ? by : question.grain === 'none' ? [] : [question.grain];
  if (shown.length === 0) return metrics;
  const names = shown.map((one) => parts(one));
  const last = names.pop() ?? '';
  return say('titleBy', {
    metrics,
    parts: names.length > 0 ? `${names.join(', ')}${say('and')}${last}` : last,
  });
}
