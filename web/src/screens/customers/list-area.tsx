import { Button } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useVirtualizer } from '@tanstack/react-virtual';
import { type MouseEvent, useCallback, useEffect, useMemo, useRef, useState } from 'react';
import { usualOrder } from '../../../../src/domain/report-words.ts';
import { Empty } from '../../design/empty.tsx';
import { ErrorNote } from '../../design/error-note.tsx';
import { Note } from '../../design/note.tsx';
import { Skeleton } from '../../design/skeleton.tsx';
import { useRowHeight } from '../../design/use-row-height.ts';
import { useFormats } from '../../language/formats.ts';
import { useWords } from '../../language/language.tsx';
import { type Customer, isProblem } from '../../server/api.ts';
import classes from './grid.module.css';
import { Grid } from './grid.tsx';
import type { RowContext } from './grid-row.tsx';
import type { Question } from './question.ts';
import { everyone, isSelected, nobody, type Selection, selecting } from './selection.ts';
import { SelectionBar } from './selection-bar.tsx';
import type { ColumnId, CustomersState } from './state.ts';
import { useExport } from './use-export.ts';
import { useList } from './use-list.ts';
import { useRowKeys } from './use-row-keys.ts';
import { useTotals } from './use-totals.ts';
import { customersWords } from './words.ts';

/** px of the head and the foot, which stand over the rows. */
const head = 30;
const foot = 34;
const phone = '(width < 720px)';

/** The list itself: only the rows in sight are there, however long it is. */
export function ListArea({
  question,
  summed,
  title,
  onChange,
  onShowAll,
}: {
  readonly question: Question;
  /** Period that the columns add up. */
  readonly summed: string;
  readonly title: string;
  readonly onChange: (change: CustomersState) => void;
  readonly onShowAll: () => void;
}) {
  const say = useWords(customersWords);
  const formats = useFormats();
  const navigate = useNavigate();
  const scroller = useRef<HTMLDivElement>(null);
  const usual = useRowHeight();
  const rowHeight = matchMedia(phone).matches ? 44 : usual;
  const [selection, setSelection] = useState<Selection>(nobody);
  const [current, setCurrent] = useState(0);
  const anchor = useRef(0);
  const [range, setRange] = useState({ from: 0, to: 0 });
  const { columns: _columns, ...asked } = question;
  const key = JSON.stringify([asked, summed]);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the question by what it says
  const stable = useMemo(() => ({ ...asked, summed }), [key]);
  const { list, error, gone, anew } = useList(stable, range.from, range.to);
  const count = list?.total ?? 0;
  // Rows ask for it when something is done with them: they are not drawn anew with every page that comes.
  const latest = useRef(list);
  useEffect(() => {
    latest.current = list;
  }, [list]);
  const virtual = useVirtualizer<HTMLDivElement, Element>({
    count,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 10,
    scrollMargin: head,
    scrollPaddingStart: head,
    scrollPaddingEnd: foot,
  });
  // biome-ignore lint/correctness/useExhaustiveDependencies: rows change their height with the density only
  useEffect(() => virtual.measure(), [rowHeight]);
  const items = virtual.getVirtualItems();
  const first = items[0]?.index ?? 0;
  const last = items.at(-1)?.index ?? 0;
  // Pages that are only passed by are not asked for.
  useEffect(() => {
    const wait = setTimeout(() => setRange({ from: first, to: last }), virtual.isScrolling ? 60 : 0);
    return () => clearTimeout(wait);
  }, [first, last, virtual.isScrolling]);
  const shownKey = useRef(key);
  useEffect(() => {
    if (shownKey.current === key) return;
    shownKey.current = key;
    setSelection(nobody);
    setCurrent(0);
    scroller.current?.scrollTo({ top: 0 });
  }, [key]);

  const select = useCallback(async (index: number, customer: Customer, chosen: boolean, ranged: boolean) => {
    const [a, b] = ranged
      ? [Math.min(anchor.current, index), Math.max(anchor.current, index)]
      : [index, index];
    anchor.current = index;
    const known = latest.current;
    const some = ranged && known ? await known.idsBetween(a, b) : [customer.id];
    setSelection((before) => selecting(before, some, chosen));
  }, []);
  const selectAll = useCallback(
    async (chosen: boolean) => {
      if (!chosen || !list) return setSelection(nobody);
      // No set says who was found by a search: then it is those who were.
      if (question.search === '') return setSelection(everyone);
      setSelection({ all: false, ids: new Set(await list.idsBetween(0, list.total - 1)) });
    },
    [list, question.search],
  );
  const toggle = useCallback(
    (index: number) => {
      const customer = list?.at(index);
      if (customer) void select(index, customer, !isSelected(selection, customer.id), false);
    },
    [list, select, selection],
  );
  const move = useCallback(
    (index: number) => {
      setCurrent(index);
      virtual.scrollToIndex(index, { align: 'auto' });
    },
    [virtual],
  );
  const pageRows = useCallback(
    () => Math.floor(((scroller.current?.clientHeight ?? 0) - head - foot) / rowHeight),
    [rowHeight],
  );
  useRowKeys({ scroller, current, count, pageRows, onMove: move, onToggle: toggle });
  const { unit } = question;
  const context = useMemo(
    (): RowContext => ({
      addressOf: ({ id }) => `/customers/${unit}/${id}`,
      onOpen: (event: MouseEvent, { id }) => {
        if (event.ctrlKey || event.metaKey || event.shiftKey || event.button !== 0) return;
        event.preventDefault();
        void navigate({ to: '/customers/$unit/$id', params: { unit, id: String(id) } });
      },
      onCurrent: setCurrent,
      onSelect: (...chosen) => void select(...chosen),
    }),
    [unit, navigate, select],
  );
  const totals = useTotals(question, summed, list);
  const save = useExport(question, summed, selection);
  const total = (id: ColumnId | 'name') => {
    if (id === 'name') return say('counted', { unit, n: count });
    if (id !== 'sales' && id !== 'salesExVat' && id !== 'documents' && id !== 'avgCheck') return null;
    const value = totals.data?.[id];
    if (value === undefined || value === null) return null;
    return id === 'documents' ? formats.count(value) : formats.number(value, 0);
  };
  const sortBy = (id: ColumnId | 'name') => {
    const usually = usualOrder(id);
    const other = usually === 'ascending' ? 'descending' : 'ascending';
    const turned = id === question.sort && question.order === usually;
    onChange({ sort: id === 'sales' ? undefined : id, order: turned ? other : undefined });
  };
  if (isProblem(error, 'searchTooWide')) return <Note>{error?.message}</Note>;
  if (error && !list && !gone) return <ErrorNote error={error} retry={anew} />;
  return (
    <>
      {gone ? (
        <Note kind="info">
          {say('versionGone')} <Button onClick={anew}>{say('showAnew')}</Button>
        </Note>
      ) : (
        error && <ErrorNote error={error} retry={anew} />
      )}
      {list?.total === 0 ? (
        <Empty title={say('nobody')} action={<Button onClick={onShowAll}>{say('showAll')}</Button>}>
          {question.search === '' ? say('nobodyHere') : say('nobodyFound', { search: question.search })}
        </Empty>
      ) : (
        <div
          ref={scroller}
          className={classes.scroller}
          data-wide
          data-scroll-restoration-id="customers"
          data-old={list?.old || undefined}
          data-ready={(list && !list.old) || undefined}
          aria-busy={list === undefined || list.old}
        >
          {list ? (
            <Grid
              list={list}
              columns={question.columns}
              sort={question.sort}
              order={question.order}
              selection={selection}
              current={current}
              virtual={virtual}
              context={context}
              totals={total}
              onSort={sortBy}
              onSelectAll={(chosen) => void selectAll(chosen)}
            />
          ) : (
            <Skeleton height={320} />
          )}
        </div>
      )}
      {list && items.length < count && (
        <p className={classes.printed}>{say('printedRows', { n: items.length, all: count })}</p>
      )}
      {list && (
        <SelectionBar
          question={question}
          list={list}
          title={title}
          selection={selection}
          onSelectAll={() => void selectAll(true)}
          onSelect={setSelection}
          onExport={(format) => save.mutate(format)}
        />
      )}
    </>
  );
}
