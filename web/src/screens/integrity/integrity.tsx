import { Button } from '@mantine/core';
import { useNavigate, useSearch } from '@tanstack/react-router';
import { useState } from 'react';
import { signalStates } from '../../../../src/domain/integrity/review.ts';
import { schemes } from '../../../../src/domain/integrity/scheme.ts';
import { NoData } from '../../app/no-data.tsx';
import { Chips } from '../../design/chip.tsx';
import { ChoiceChip } from '../../design/choice-chip.tsx';
import { Empty } from '../../design/empty.tsx';
import { ErrorNote } from '../../design/error-note.tsx';
import { Page } from '../../design/page.tsx';
import { Skeleton } from '../../design/skeleton.tsx';
import { useFormats } from '../../language/formats.ts';
import { useWords } from '../../language/language.tsx';
import { useDataState } from '../../server/definitions.ts';
import classes from './integrity.module.css';
import { Queue } from './queue.tsx';
import { useSignals } from './server.ts';
import { SignalView } from './signal-view.tsx';
import type { IntegrityState } from './state.ts';
import { integrityWords } from './words.ts';

const step = 100;

/** What asks for a look: a queue, and what is known of the signal that is open. */
export function IntegrityPage() {
  const say = useWords(integrityWords);
  const formats = useFormats();
  const search = useSearch({ from: '/integrity' });
  const navigate = useNavigate({ from: '/integrity' });
  const data = useDataState();
  const [limit, setLimit] = useState(step);
  const page = useSignals(search, limit);
  const change = (next: IntegrityState) => {
    setLimit(step);
    void navigate({ search: (before: IntegrityState) => ({ ...before, ...next }), resetScroll: false });
  };
  if (data.data && !data.data.asOf) return <NoData title={say('title')} />;
  const { state = 'new', scheme, rep, month, signal } = search;
  const { signals, counts, reps = [], months = [] } = page.data ?? {};
  const all = Object.values(counts ?? {}).reduce((sum, n) => sum + n, 0);
  const of = (one: typeof state): number => (one === 'all' ? all : (counts?.[one] ?? 0));
  const any = (label: string) => ({ value: '', label });
  return (
    <Page title={say('title')} under={say('under')}>
      <Chips label={say('filters')}>
        <ChoiceChip
          name={say('state')}
          label={say('state')}
          value={state}
          onChange={(chosen) => change({ state: chosen, signal: undefined })}
          options={([...signalStates, 'all'] as const).map((one) => ({
            value: one,
            label: `${one === 'all' ? say('all') : say(`signalState.${one}`)} · ${formats.count(of(one))}`,
          }))}
        />
        <ChoiceChip
          name={say('scheme')}
          label={say('scheme')}
          value={scheme ?? ''}
          onChange={(chosen) => change({ scheme: schemes.find((one) => one === chosen) })}
          options={[
            any(say('anyScheme')),
            ...schemes.map((one) => ({ value: one, label: say(`signal.${one}`) })),
          ]}
        />
        <ChoiceChip
          name={say('rep')}
          label={say('rep')}
          value={rep === undefined ? '' : String(rep)}
          onChange={(chosen) => change({ rep: Number(chosen) || undefined })}
          options={[any(say('anyRep')), ...reps.map(({ id, name }) => ({ value: String(id), label: name }))]}
        />
        <ChoiceChip
          name={say('month')}
          label={say('month')}
          value={month ?? ''}
          onChange={(chosen) => change({ month: chosen || undefined })}
          options={[
            any(say('anyMonth')),
            ...months.map((one) => ({ value: one, label: formats.period(one) })),
          ]}
        />
      </Chips>
      {page.error && <ErrorNote error={page.error} retry={() => void page.refetch()} />}
      {!page.error && !signals && <Skeleton height={420} />}
      {signals && (
        <div className={classes.panes} data-open={signal !== undefined || undefined}>
          <div className={classes.queue}>
            {signals.length === 0 ? (
              <Empty title={say('none')}>{say('noneHelp')}</Empty>
            ) : (
              <Queue signals={signals} chosen={signal} onChoose={(id) => change({ signal: id })} />
            )}
            {signals.length < of(state) && (
              <Button onClick={() => setLimit(limit + step)}>{say('more')}</Button>
            )}
          </div>
          <div className={classes.pane}>
            {signal === undefined ? (
              <p className={classes.hint}>{say('choose')}</p>
            ) : (
              <SignalView key={signal} id={signal} onBack={() => change({ signal: undefined })} />
            )}
          </div>
        </div>
      )}
    </Page>
  );
}
