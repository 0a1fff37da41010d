import { useLocation, useNavigate, useSearch } from '@tanstack/react-router';
import { useCallback, useMemo } from 'react';
import { NoData } from '../../app/no-data.tsx';
import { isStateOf, useViews } from '../../app/views/use-views.ts';
import { ErrorNote } from '../../design/error-note.tsx';
import { Page } from '../../design/page.tsx';
import { Skeleton } from '../../design/skeleton.tsx';
import { useFormats } from '../../language/formats.ts';
import { useLanguage, useWords } from '../../language/language.tsx';
import { useDataState, useMethods } from '../../server/definitions.ts';
import { CustomersActions } from './customers-actions.tsx';
import { ListArea } from './list-area.tsx';
import { pinnedState, questionOf, summedPeriod } from './question.ts';
import { QuestionChips } from './question-chips.tsx';
import { ReadyViews, readyWord } from './ready-views.tsx';
import type { CustomersState } from './state.ts';
import { customersWords } from './words.ts';

declare module '@tanstack/react-router' {
  interface HistoryState {
    /** What is searched for among the customers: kept with the way back, never in the address. */
    find?: string;
  }
}

/** The whole base as a list: found, sorted, chosen; each row opens its customer. */
export function Customers() {
  const say = useWords(customersWords);
  const formats = useFormats();
  const { language } = useLanguage();
  const search = useSearch({ from: '/customers' });
  const navigate = useNavigate({ from: '/customers' });
  const find = useLocation({ select: ({ state }) => state.find ?? '' });
  const state = useDataState();
  const methods = useMethods();
  const { asOf } = state.data ?? {};
  const method = methods.data?.methods.find(({ id }) => id === (search.method ?? 'main'));
  const question = useMemo(
    () =>
      asOf && methods.data
        ? questionOf(search, { asOf, unit: method?.unit ?? 'client', search: find })
        : undefined,
    [search, asOf, methods.data, method, find],
  );
  const view = useViews().find(({ id }) => id === search.view);
  const ready = asOf ? readyWord(search, asOf) : undefined;
  const title =
    view && isStateOf(view, pinnedState(search))
      ? view.name
      : ready && ready !== 'everybody'
        ? say(ready)
        : say('title');
  const change = useCallback(
    (next: CustomersState) =>
      void navigate({
        search: (before: CustomersState) => ({ ...before, ...next, drill: undefined }),
        state: (before) => before,
        resetScroll: false,
      }),
    [navigate],
  );
  const seek = useCallback(
    (text: string) =>
      void navigate({
        search: (before: CustomersState) => before,
        state: (before) => ({ ...before, find: text }),
        replace: true,
        resetScroll: false,
      }),
    [navigate],
  );
  const showAll = useCallback(() => void navigate({ search: {}, state: { find: '' } }), [navigate]);
  const error = state.error ?? methods.error;
  if (state.data && !asOf) return <NoData title={say('title')} />;
  const summed = question && asOf ? summedPeriod(question, asOf) : '';
  return (
    <Page
      fill
      title={title}
      under={
        question &&
        method && (
          <>
            {say('method', { name: method.name[language], version: method.version })}
            {' · '}
            {say('under', { asOf: formats.day(asOf), period: formats.period(summed) })}
          </>
        )
      }
      actions={
        question && <CustomersActions title={title} question={question} summed={summed} search={search} />
      }
    >
      {error && <ErrorNote error={error} />}
      {question && asOf ? (
        <>
          <ReadyViews search={search} asOf={asOf} />
          <QuestionChips question={question} asOf={asOf} onChange={change} onSearch={seek} />
          <ListArea question={question} summed={summed} title={title} onChange={change} onShowAll={showAll} />
        </>
      ) : (
        !error && <Skeleton height={360} />
      )}
    </Page>
  );
}
