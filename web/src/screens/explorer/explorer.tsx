import { SegmentedControl } from '@mantine/core';
import { keepPreviousData, useQuery } from '@tanstack/react-query';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { NoData } from '../../app/no-data.tsx';
import { isStateOf, useViews } from '../../app/views/use-views.ts';
import { Empty } from '../../design/empty.tsx';
import { ErrorNote } from '../../design/error-note.tsx';
import { Page } from '../../design/page.tsx';
import { Skeleton } from '../../design/skeleton.tsx';
import { useFormats } from '../../language/formats.ts';
import { useWords } from '../../language/language.tsx';
import { api } from '../../server/api.ts';
import { useDataState, useMethods } from '../../server/definitions.ts';
import styles from './explorer.module.css';
import { ExplorerActions } from './explorer-actions.tsx';
import { Figures } from './figures.tsx';
import { FilterChips } from './filter-chips.tsx';
import { pinnedState, queryOf, questionOf } from './question.ts';
import { QuestionChips } from './question-chips.tsx';
import type { ExplorerState } from './state.ts';
import { Under } from './under.tsx';
import { useTitle } from './use-title.ts';
import { explorerWords } from './words.ts';

/** Any metrics by any dimensions; every figure opens its customers, every total explains itself. */
export function Explorer() {
  const say = useWords(explorerWords);
  const formats = useFormats();
  const search = useSearch({ from: '/explorer' });
  const navigate = useNavigate({ from: '/explorer' });
  const state = useDataState();
  const methods = useMethods();
  const { asOf } = state.data ?? {};
  const unit = methods.data?.methods.find(({ id }) => id === (search.methods?.[0] ?? 'main'))?.unit;
  const question = useMemo(
    () => (asOf && methods.data ? questionOf(search, { asOf, unit: unit ?? 'client' }) : undefined),
    [search, asOf, methods.data, unit],
  );
  const query = useMemo(() => (question && asOf ? queryOf(question, asOf) : undefined), [question, asOf]);
  const asked = useQuery({
    queryKey: ['explorer', query],
    enabled: query !== undefined,
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => api.table({ body: query as NonNullable<typeof query> }, { signal }),
  });
  const view = useViews().find(({ id }) => id === search.view);
  const title = useTitle(question, view && isStateOf(view, pinnedState(search)) ? view.name : undefined);
  /** A changed question closes what was open, and is no longer the view that was opened. */
  const change = useCallback(
    (next: ExplorerState) =>
      void navigate({
        search: (before: ExplorerState) => ({ ...before, ...next, drill: undefined, cell: undefined }),
        resetScroll: false,
      }),
    [navigate],
  );
  const answer = asked.error ? undefined : asked.data;
  const error = state.error ?? methods.error ?? asked.error;
  const as = search.as ?? 'table';

  if (state.data && !asOf) return <NoData title={say('section')} />;
  return (
    <Page
      title={title ?? say('section')}
      under={answer && <Under answer={answer} />}
      actions={
        question && (
          <ExplorerActions
            title={title ?? ''}
            answer={answer}
            question={question}
            search={search}
            onChange={change}
          />
        )
      }
    >
      {question && asOf && (
        <>
          <QuestionChips question={question} asOf={asOf} onChange={change} />
          <FilterChips question={question} onChange={change}>
            <SegmentedControl
              className={styles.view}
              size="xs"
              aria-label={say('asTableOrChart')}
              value={as}
              onChange={(chosen) => change({ as: chosen === 'chart' ? 'chart' : undefined })}
              data={[
                { value: 'table', label: say('table') },
                { value: 'chart', label: say('chart') },
              ]}
            />
          </FilterChips>
        </>
      )}
      {error && <ErrorNote error={error} retry={() => void asked.refetch()} />}
      {question && answer && answer.cells.length > 0 && (
        <div className={asked.isPlaceholderData ? styles.busy : undefined} aria-busy={asked.isFetching}>
          <Figures
            question={question}
            answer={answer}
            search={search}
            title={title ?? ''}
            onChange={change}
          />
        </div>
      )}
      {answer && answer.cells.length === 0 && (
        <Empty title={say('noFigures')}>
          {say('noFiguresHelp', {
            since: formats.date(answer.historySince),
            asOf: formats.date(answer.asOf),
          })}
        </Empty>
      )}
      {!answer && !error && <Skeleton height={360} />}
    </Page>
  );
}
