import type { Formats } from '../../language/formats.ts';
import { memberName } from '../../server/cells.ts';
import type { Leaf, Pivot } from './pivot.ts';

/** One cell of the head: above so many columns; the lowest ones are above one each. */
export interface HeadCell {
  readonly label: string;
  readonly span: number;
  /** The first of the columns below it. */
  readonly leaf: Leaf;
  /** Its period is not over. */
  readonly open?: true;
  readonly year?: true;
}

interface HeadWords {
  readonly formats: Formats;
  readonly metric: (leaf: Leaf) => string;
  readonly method: (index: number) => string;
  readonly total: string;
  readonly notStated: string;
  readonly shown: (leaf: Leaf) => string;
  /** Of the whole period, by the number of its parts. */
  readonly whole: (parts: number) => string;
}

interface Step {
  readonly label: string;
  /** Equal marks side by side are one cell. */
  readonly mark: string;
  readonly open?: true;
  readonly year?: true;
}

/** The head of a table, level by level: years above months, then methods, members, metrics. */
export function headOf({ answer, leaves }: Pivot, words: HeadWords): readonly (readonly HeadCell[])[] {
  const { query, periods, methods } = answer;
  const timed = periods.length > 1;
  const yearly = timed && query.grain !== 'year';
  const parts = periods.filter(({ whole }) => !whole).length;
  const stepsOf = (leaf: Leaf): readonly Step[] => {
    const period = periods[leaf.period];
    const steps: Step[] = [];
    if (yearly) {
      const year = period?.whole ? '' : (period?.from.slice(0, 4) ?? '');
      steps.push({ label: year, mark: year || 'whole', year: true });
    }
    if (timed && period)
      steps.push({
        label: period.whole ? words.whole(parts) : shortPeriod(period, query.grain, words.formats),
        mark: String(leaf.period),
        ...(period.open && { open: true }),
      });
    if (methods.length > 1) steps.push({ label: words.method(leaf.method), mark: String(leaf.method) });
    for (const [depth, dimension] of query.columns.entries()) {
      const member = leaf.columns[depth];
      steps.push({
        label:
          member === undefined
            ? depth === leaf.columns.length
              ? words.total
              : ''
            : memberName(answer, dimension, member) || words.notStated,
        mark: member === undefined ? 'total' : `member ${member}`,
      });
    }
    if (query.metrics.length > 1 || steps.length === 0)
      steps.push({
        label: words.metric(leaf),
        mark: leaf.metric,
        ...(!timed && period?.open && { open: true }),
      });
    if (leaves.some(({ shown }) => shown !== 'value'))
      steps.push({ label: words.shown(leaf), mark: leaf.shown });
    return steps;
  };
  const all = leaves.map((leaf) => ({ leaf, steps: stepsOf(leaf) }));
  const depth = all[0]?.steps.length ?? 0;
  return Array.from({ length: depth }, (_, level) => {
    const cells: HeadCell[] = [];
    let before = '';
    for (const { leaf, steps } of all) {
      const step = steps[level];
      if (step === undefined) continue;
      const path = JSON.stringify(steps.slice(0, level + 1).map(({ mark }) => mark));
      const last = cells.at(-1);
      if (last && path === before && level < depth - 1)
        cells[cells.length - 1] = { ...last, span: last.span + 1 };
      else
        cells.push({
          label: step.label,
          span: 1,
          leaf,
          ...(step.open && { open: true }),
          ...(step.year && { year: true }),
        });
      before = path;
    }
    return cells;
  });
}

/** «дек», «IV кв.», «05.12»: the year stands above. */
function shortPeriod(
  { from, label }: { readonly from: string; readonly label: string },
  grain: string | undefined,
  formats: Formats,
): string {
  if (grain === 'month') return formats.shortMonth(label);
  if (grain === 'day' || grain === 'week')
    return new Intl.DateTimeFormat(formats.language, {
      day: '2-digit',
      month: '2-digit',
      timeZone: 'UTC',
    }).format(new Date(`${from}T00:00:00Z`));
  if (grain === 'quarter' || grain === 'halfYear') return formats.period(label).replace(/\s*\d{4}$/, '');
  return formats.period(label).replace(/\s*год$/, '');
}
