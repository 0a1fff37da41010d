import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { useMay, useMe } from '../../../app/session.tsx';
import { tell } from '../../../app/undo.tsx';
import { ErrorNote } from '../../../design/error-note.tsx';
import { Note } from '../../../design/note.tsx';
import { useFormats } from '../../../language/formats.ts';
import { useWords } from '../../../language/language.tsx';
import { api } from '../../../server/api.ts';
import { invalidatePlans, type PlanFact } from '../../../server/plans.ts';
import { AskReopening } from './ask-reopening.tsx';
import { type Drift, useDrift } from './server.ts';
import { useOpenDifference } from './use-open-difference.ts';
import { closingWords } from './words.ts';

/** That the facts are those of the closing, what they would be today and why, and the way to open the month again. */
export function ClosedNote({ plan }: { readonly plan: PlanFact & { readonly closed: object } }) {
  const say = useWords(closingWords);
  const formats = useFormats();
  const { period: month, rows } = plan;
  const drift = useDrift(month);
  const openDifference = useOpenDifference();
  const whole = useMe().scope.nodes === null;
  const mayReopen = useMay('closeMonths') && whole;
  const [asking, setAsking] = useState(false);
  const reopen = useMutation({
    mutationFn: () => api.reopenMonth({ params: { month } }),
    onSuccess: () => tell(say('didReopen', { period: formats.period(month) })),
    onSettled: invalidatePlans,
  });
  const { closedBy, closedAt, reopening } = plan.closed as NonNullable<PlanFact['closed']>;
  const drifted = rows.filter((row) => row.drifted !== null);
  const first = drifted.find(({ metric, product }) => metric.endsWith('Base') && product === null);
  const error = drift.error ?? reopen.error;
  return (
    <Note kind={drifted.length > 0 ? 'warning' : 'info'}>
      {say('closed', { at: formats.instant(closedAt), by: closedBy || 'none' })}{' '}
      {drifted.length === 0 ? say('same') : say('drifted', { n: drifted.length })}
      {drifted.length > 0 && drift.data && (
        <ul>
          {drift.data.causes.map((cause) => (
            <li key={JSON.stringify(cause)}>
              <Cause cause={cause} />
            </li>
          ))}
        </ul>
      )}
      {error && <ErrorNote error={error} />}
      {reopening && <p>{say('asked', { by: reopening.by || 'none', reason: reopening.reason })}</p>}
      <p>
        {first && (
          <Button size="compact-sm" onClick={() => void openDifference(month, first)}>
            {say('who')}
          </Button>
        )}{' '}
        {mayReopen &&
          (reopening ? (
            <Button size="compact-sm" loading={reopen.isPending} onClick={() => reopen.mutate()}>
              {say('reopen')}
            </Button>
          ) : (
            <Button size="compact-sm" onClick={() => setAsking(true)}>
              {say('ask')}
            </Button>
          ))}
      </p>
      {asking && <AskReopening month={month} onClose={() => setAsking(false)} />}
    </Note>
  );
}

function Cause({ cause }: { readonly cause: Drift['causes'][number] }) {
  const say = useWords(closingWords);
  const formats = useFormats();
  if (cause.kind === 'method') {
    const { method, from, to } = cause;
    return say('causeMethod', { method, from, to });
  }
  const at = formats.instant(cause.at);
  switch (cause.kind) {
    case 'import':
      return say('causeImport', {
        ...{ id: cause.importId, at, documents: cause.documents ?? -1 },
        amount: cause.amount === null ? 'none' : formats.money(cause.amount),
      });
    case 'undo':
      return say('causeUndo', { id: cause.importId, at });
    case 'merge':
      return say('causeMerge', { at });
    case 'unmerge':
      return say('causeUnmerge', { at });
    case 'edit':
      return say('causeEdit', { at });
    case 'assignment':
      return say('causeAssignment', { at });
    case 'restore':
      return say('causeRestore', { at });
  }
}
