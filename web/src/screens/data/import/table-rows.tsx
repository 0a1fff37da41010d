import { SegmentedControl } from '@mantine/core';
import { useCallback, useMemo } from 'react';
import { Empty } from '../../../design/empty.tsx';
import { ErrorNote } from '../../../design/error-note.tsx';
import { Skeleton } from '../../../design/skeleton.tsx';
import { useWords } from '../../../language/language.tsx';
import type { ImportSummary } from '../../../server/api.ts';
import { corrected } from './corrections.ts';
import { gridColumns, remapped } from './grid-columns.ts';
import classes from './prepared-step.module.css';
import { SampleGrid } from './sample-grid.tsx';
import { type Shown, useRows } from './use-rows.ts';
import type { Wizard } from './use-wizard.ts';
import { importWords } from './words.ts';

/** Rows of one table: its beginning while columns are looked at, then those with questions. */
export function TableRows({
  wizard,
  jobId,
  summary,
  position,
  step,
  ready,
}: {
  readonly wizard: Wizard;
  readonly jobId: string;
  readonly summary: ImportSummary;
  readonly position: number;
  readonly step: 'columns' | 'check';
  readonly ready: boolean;
}) {
  const say = useWords(importWords);
  const { search, change, corrections, setCorrections, revise } = wizard;
  const table = summary.tables[position];
  const rejected = table?.rejected ?? 0;
  const shown: Shown = step === 'columns' ? 'first' : (search.show ?? (rejected > 0 ? 'faulty' : 'first'));
  const { query, columns: standing, rows } = useRows(jobId, summary, position, shown, ready);
  const all = useMemo(() => gridColumns(standing, table?.columns ?? []), [standing, table]);
  const columns = useMemo(() => {
    if (step === 'columns') return all;
    // Whoever checks rows looks at what is taken from them.
    const used = all.filter(({ field }) => field !== null);
    return used.length > 0 ? used : all;
  }, [all, step]);
  const { hasNextPage, isFetchingNextPage, fetchNextPage, error, isPending, isPlaceholderData } = query;
  const more = useCallback(() => {
    if (hasNextPage && !isFetchingNextPage) void fetchNextPage();
  }, [hasNextPage, isFetchingNextPage, fetchNextPage]);
  const views: readonly Shown[] = [
    'faulty',
    'first',
    'all',
    ...(summary.mendedCells > 0 ? (['mended'] as const) : []),
  ];
  const title = say(step === 'columns' ? 'gridColumns' : 'gridCheck');
  return (
    <div>
      <div className={classes.gridHead}>
        <h2>{title}</h2>
        <p>{say(step === 'columns' ? 'gridColumnsHelp' : 'editHelp')}</p>
        {step === 'check' && (
          <SegmentedControl
            size="xs"
            aria-label={say('shown')}
            value={shown}
            onChange={(show) => change({ show })}
            data={views.map((value) => ({ value, label: say(value) }))}
          />
        )}
      </div>
      {error && <ErrorNote error={error} retry={() => void query.refetch()} />}
      {isPending && <Skeleton height={240} />}
      {!isPending && rows.length === 0 ? (
        <Empty title={say(shown === 'faulty' ? 'noFaults' : 'noRows')}>
          {shown === 'faulty' && say('noFaultsHelp')}
        </Empty>
      ) : (
        rows.length > 0 && (
          <SampleGrid
            label={title}
            tall={step === 'columns'}
            columns={columns}
            rows={rows}
            table={position}
            corrections={corrections}
            busy={!ready || isPlaceholderData}
            onMap={(column, field) => void revise({ map: remapped(all, column, field) })}
            onCorrect={(row, column, value) =>
              setCorrections((before) =>
                corrected(before, { table: position, row: row.row, column }, value, row.cells[column] ?? ''),
              )
            }
            onEnd={more}
          />
        )
      )}
    </div>
  );
}
