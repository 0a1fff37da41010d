import { useNavigate } from '@tanstack/react-router';
import { lazy, Suspense, useCallback, useMemo } from 'react';
import { fetchPart } from '../../app/connection.ts';
import { Skeleton } from '../../design/skeleton.tsx';
import { useNeighboursOf } from '../../drill/neighbours.ts';
import { useOpen } from '../../drill/use-open.ts';
import { useFormats } from '../../language/formats.ts';
import { useLanguage, useWords } from '../../language/language.tsx';
import type { FigureAnswer } from '../../server/api.ts';
import { useMethods } from '../../server/definitions.ts';
import { isMoney } from './figure-text.ts';
import { Grid } from './grid.tsx';
import { headOf } from './head.ts';
import { heatScale } from './heat.ts';
import { Legend } from './legend.tsx';
import { metricWords } from './names.ts';
import { type Leaf, type PivotRow, pivotOf, rowKey, visibleRows } from './pivot.ts';
import type { Question } from './question.ts';
import { shortName } from './question-chips.tsx';
import type { ExplorerState } from './state.ts';
import { explorerWords } from './words.ts';

const ChartView = lazy(() => fetchPart(() => import('./chart-view.tsx')));

/** An answer as a table or a chart. */
export function Figures({
  question,
  answer,
  search,
  title,
  onChange,
}: {
  readonly question: Question;
  readonly answer: FigureAnswer;
  readonly search: ExplorerState;
  readonly title: string;
  readonly onChange: (change: ExplorerState) => void;
}) {
  const navigate = useNavigate({ from: '/explorer' });
  const open = useOpen();
  const metric = useWords(metricWords);
  const pivot = useMemo(
    () => pivotOf(answer, question.compared === 'columns' ? 'columns' : 'beside'),
    [answer, question.compared],
  );
  const opened = useMemo(
    () => (search.open === 'all' ? 'all' : new Set(search.open?.map(rowKey))),
    [search.open],
  );
  const rows = useMemo(() => visibleRows(pivot, opened, search.sort), [pivot, opened, search.sort]);
  const heat = useMemo(() => heatScale(pivot, rows, question.colour), [pivot, rows, question.colour]);
  const head = useHead(pivot);
  const keep = useCallback(
    (change: ExplorerState) =>
      void navigate({
        search: (before: ExplorerState) => ({ ...before, ...change }),
        replace: true,
        resetScroll: false,
      }),
    [navigate],
  );
  const toggle = useCallback(
    (row: PivotRow) => {
      const all = opened === 'all' ? membersOf(pivot.root) : search.open === 'all' ? [] : (search.open ?? []);
      const is = all.some((members) => rowKey(members) === row.key);
      const next = is ? all.filter((members) => rowKey(members) !== row.key) : [...all, row.members];
      keep({ open: next.length > 0 ? next : undefined });
    },
    [keep, opened, pivot.root, search.open],
  );
  const order = (by: string) => {
    const { sort } = search;
    const first = by !== 'name';
    const next =
      sort?.by !== by
        ? { by, descending: first }
        : sort.descending === first
          ? { by, descending: !first }
          : undefined;
    keep({ sort: next });
  };
  const openCell = useCallback(
    (row: PivotRow, leaf: Leaf) => {
      const cell = row.cells.get(leaf.place);
      if (!cell) return;
      const [comparison] = answer.query.compare;
      open(answer, cell, leaf.metric, metric(leaf.metric), {
        ...(leaf.shown === 'before' && comparison && { compared: comparison }),
        also: { cell: { rows: row.members, column: leaf.key } },
      });
    },
    [answer, metric, open],
  );
  const { drill } = search as { readonly drill?: unknown };
  const chosen = useMemo(
    () => (drill && search.cell ? { row: rowKey(search.cell.rows), column: search.cell.column } : undefined),
    [drill, search.cell],
  );
  useNeighboursOf(
    useMemo(() => {
      const leaf = pivot.leaves.find(({ key }) => key === chosen?.column);
      const all = [...rows, pivot.root];
      const at = all.findIndex(({ key }) => key === chosen?.row);
      if (!leaf || at < 0) return undefined;
      const step = (by: -1 | 1) => {
        const next = by < 0 ? all.slice(0, at).reverse() : all.slice(at + 1);
        const row = next.find(({ cells }) => cells.has(leaf.place));
        return row && (() => openCell(row, leaf));
      };
      return { above: step(-1), below: step(1) };
    }, [pivot, rows, chosen, openCell]),
  );
  if (search.as === 'chart')
    return (
      <Suspense fallback={<Skeleton height={420} />}>
        <ChartView
          pivot={pivot}
          rows={rows}
          title={title}
          charted={search.charted}
          onCharted={(charted) => onChange({ charted })}
          onOpen={openCell}
        />
      </Suspense>
    );
  return (
    <>
      <Grid
        pivot={pivot}
        rows={rows}
        head={head}
        heat={heat}
        open={opened}
        chosen={chosen}
        order={search.sort}
        under={question.compared === 'under' && question.compare !== 'none'}
        onToggle={toggle}
        onOrder={order}
        onOpen={openCell}
      />
      <Legend question={question} heat={heat} answer={answer} />
    </>
  );
}

function useHead(pivot: ReturnType<typeof pivotOf>) {
  const say = useWords(explorerWords);
  const metric = useWords(metricWords);
  const formats = useFormats();
  const { language } = useLanguage();
  const methods = useMethods().data?.methods;
  return useMemo(
    () =>
      headOf(pivot, {
        formats,
        metric: (leaf) => (isMoney(leaf.metric) ? `${metric(leaf.metric)}, ₽` : metric(leaf.metric)),
        method: (index) => {
          const id = pivot.answer.methods[index]?.id ?? '';
          return shortName(methods?.find((one) => one.id === id)?.name[language] ?? id);
        },
        total: say('total'),
        notStated: say('notStated'),
        shown: ({ shown }) => say(shown),
        whole: (n) => {
          const { grain } = pivot.answer.query;
          if (grain === 'month') return say('wholeMonths', { n });
          return grain === 'quarter' ? say('wholeQuarters', { n }) : say('wholePeriod');
        },
      }),
    [pivot, formats, metric, methods, language, say],
  );
}

/** Of all rows that have others below them. */
const membersOf = (row: PivotRow): readonly (readonly string[])[] =>
  row.children.flatMap((child) => (child.children.length > 0 ? [child.members, ...membersOf(child)] : []));
