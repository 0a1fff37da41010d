import { Button, Select, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Link, useBlocker } from '@tanstack/react-router';
import { type FormEvent, useEffect, useState } from 'react';
import { type PlanMetric, planMetrics } from '../../../../src/domain/plan.ts';
import { tell } from '../../app/undo.tsx';
import { ErrorNote } from '../../design/error-note.tsx';
import { Note } from '../../design/note.tsx';
import { Page } from '../../design/page.tsx';
import { useFormats } from '../../language/formats.ts';
import { useLanguage, useWords } from '../../language/language.tsx';
import { api, isProblem } from '../../server/api.ts';
import type { Member } from '../../server/member-tree.ts';
import { invalidatePlans, type Plan } from '../../server/plans.ts';
import { AddGoods } from './add-goods.tsx';
import { addGoods, differing, draftOf, readDraft, takeIn, typeIn, undone } from './draft.ts';
import { EditGrid } from './edit-grid.tsx';
import { FileFindings } from './file-findings.tsx';
import { FromFile, type ReadFile } from './from-file.tsx';
import classes from './plan.module.css';
import { inAddress } from './state.ts';
import { Wizard } from './wizard.tsx';
import { planWords } from './words.ts';

/** A plan by hand and by proposals; saved as a whole new version. Whoever was quicker is named, nothing typed is lost. */
export function PlanEdit({
  period,
  version,
  targets,
  members,
  restoring,
  wizard,
  onClose,
}: {
  readonly period: string;
  /** The latest when the edit began, 0: there was none. */
  readonly version: number;
  readonly targets: Plan['targets'];
  readonly members: readonly Member[];
  /** The targets are those of an earlier version: they may be saved as they are. */
  readonly restoring: boolean;
  /** Begins with the proposal. */
  readonly wizard: boolean;
  readonly onClose: (saved: boolean) => void;
}) {
  const say = useWords(planWords);
  const formats = useFormats();
  const { language } = useLanguage();
  const [draft, setDraft] = useState(() => draftOf(targets, language));
  const [added, setAdded] = useState<readonly PlanMetric[]>([]);
  const [comment, setComment] = useState('');
  const [proposing, setProposing] = useState(wizard);
  const [quicker, setQuicker] = useState<Plan>();
  const [read, setRead] = useState<ReadFile>();
  const [fileError, setFileError] = useState<Error | null>(null);
  const meant = readDraft(draft);
  const save = useMutation({
    mutationFn: () =>
      api.savePlan({
        params: { period },
        body: { version: quicker?.version ?? version, comment, targets: meant.targets },
      }),
    onSuccess: async (plan) => {
      await invalidatePlans();
      tell(say('saved', { version: plan.version }));
      onClose(true);
    },
    onError: async (error) => {
      if (isProblem(error, 'planStale')) setQuicker(await api.plan({ params: { period }, query: {} }));
    },
  });
  const dirty = draft.before.length > 0;
  useBlocker({
    shouldBlockFn: ({ current, next }) =>
      dirty &&
      !save.isPending &&
      !save.isSuccess &&
      current.pathname !== next.pathname &&
      !confirm(say('leave')),
    enableBeforeUnload: dirty && !save.isSuccess,
  });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (!(event.ctrlKey || event.metaKey) || event.shiftKey || event.code !== 'KeyZ') return;
      // What is typed elsewhere, such as the comment, has an undo of its own.
      if (event.target instanceof HTMLInputElement && event.target.dataset.at === undefined) return;
      event.preventDefault();
      setDraft(undone);
    };
    // Before the page’s own undo, which takes back what has been saved.
    document.addEventListener('keydown', onKey, true);
    return () => document.removeEventListener('keydown', onKey, true);
  }, []);
  const planned = new Set([...added, ...[...draft.cells.values()].map(({ about }) => about.metric)]);
  // Somewhere to begin.
  if (planned.size === 0) planned.add('activeBase');
  const metrics = planMetrics.filter((one) => planned.has(one));
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (meant.wrong.size === 0) save.mutate();
  };
  const stale = isProblem(save.error, 'planStale');
  return (
    <Page
      title={say('editTitle', { period: formats.period(period) })}
      under={say('editUnder')}
      actions={
        <>
          <Button onClick={() => setProposing(true)}>{say('propose')}</Button>
          <FromFile
            period={period}
            onError={setFileError}
            onRead={(read) => {
              setRead(read);
              const found = read.periods.find((one) => one.period === period);
              if (found) setDraft((before) => takeIn(before, found.targets, language));
            }}
          />
          <Button disabled={!dirty} onClick={() => setDraft(undone)}>
            {say('undo')}
          </Button>
          <Button onClick={() => onClose(false)}>{say('cancel')}</Button>
        </>
      }
    >
      {proposing && (
        <Wizard
          period={period}
          onTake={(proposed) => {
            setDraft((before) => takeIn(before, proposed, language));
            setProposing(false);
          }}
          onClose={() => setProposing(false)}
        />
      )}
      <form onSubmit={submit} noValidate>
        {fileError && <ErrorNote error={fileError} />}
        {read && <FileFindings period={period} read={read} />}
        {quicker && (
          <Note kind="warning">
            <p>
              {say('stale', {
                ...{ version: quicker.version, author: quicker.author || say('holder') },
                ...{ day: formats.date(quicker.statedOn), comment: quicker.comment || 'none' },
                n: differing(meant.targets, quicker.targets),
              })}
            </p>
            <Link to="/plan" search={inAddress(period)} target="_blank">
              {say('see')}
            </Link>
          </Note>
        )}
        {save.error && !stale && <ErrorNote error={save.error} />}
        {meant.wrong.size > 0 && <Note kind="error">{say('wrong', { n: meant.wrong.size })}</Note>}
        <div className={classes.bar}>
          <TextInput
            className={classes.comment ?? ''}
            label={say('comment')}
            value={comment}
            maxLength={2000}
            onChange={(event) => setComment(event.currentTarget.value)}
          />
          {metrics.length < planMetrics.length && (
            <Select
              label={say('addMetric')}
              value={null}
              data={planMetrics
                .filter((one) => !planned.has(one))
                .map((one) => ({ value: one, label: say(one) }))}
              onChange={(chosen) => setAdded([...metrics, ...planMetrics.filter((one) => one === chosen)])}
            />
          )}
          <AddGoods
            onAdd={(category) => setDraft((before) => addGoods(before, category, metrics[0] ?? 'activeBase'))}
          />
          <Button
            type="submit"
            variant="filled"
            loading={save.isPending}
            disabled={meant.wrong.size > 0 || !(dirty || restoring)}
          >
            {quicker ? say('saveOver') : say('save', { version: version + 1 })}
          </Button>
        </div>
        <EditGrid
          draft={draft}
          metrics={metrics}
          members={members}
          wrong={meant.wrong}
          onType={(about, typed) => setDraft((before) => typeIn(before, about, typed))}
        />
      </form>
    </Page>
  );
}
