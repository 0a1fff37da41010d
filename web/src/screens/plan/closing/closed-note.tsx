import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type ReactNode, useState } from 'react';
import { useMay, useMe } from '../../../app/session.tsx';
import { tell } from '../../../app/undo.tsx';
import { DriftCauses } from '../../../design/drift-causes.tsx';
import { ErrorNote } from '../../../design/error-note.tsx';
import { Note } from '../../../design/note.tsx';
import { useFormats } from '../../../language/formats.ts';
import { useWords } from '../../../language/language.tsx';
import { api } from '../../../server/api.ts';
import type { CustomerPlanPage } from '../../../server/customer-plans.ts';
import { type ClosedMonth, invalidatePlans, type PlanFact } from '../../../server/plans.ts';
import { AskReopening } from './ask-reopening.tsx';
import { useOpenDifference } from './use-open-difference.ts';
import { closingWords } from './words.ts';

type Closed<Of> = Of & { readonly closed: ClosedMonth };

/** That the facts of the organisation are those of the closing, and by whom they differ. */
export function ClosedPlan({ plan: { period: month, closed, rows } }: { readonly plan: Closed<PlanFact> }) {
  const say = useWords(closingWords);
  const openDifference = useOpenDifference();
  const drifted = rows.filter((row) => row.drifted !== null);
  const first = drifted.find(({ metric, product }) => metric.endsWith('Base') && product === null);
  const differs = drifted.length > 0 && say('drifted', { n: drifted.length });
  return (
    <ClosedNote {...{ month, closed, differs }}>
      {first && (
        <Button size="compact-sm" onClick={() => void openDifference(month, first)}>
          {say('who')}
        </Button>
      )}
    </ClosedNote>
  );
}

/** The same of single customers, unless the month was closed before they were kept. */
export function ClosedCustomers({
  page: { month, closed, total },
}: {
  readonly page: Closed<CustomerPlanPage>;
}) {
  const say = useWords(closingWords);
  const formats = useFormats();
  if (closed.customerPlanVersion === null)
    return (
      <Note>
        {say('closedWithoutCustomers', {
          at: formats.instant(closed.closedAt),
          by: closed.closedBy || 'none',
        })}
      </Note>
    );
  const differs = total.differ > 0 && say('customersDrifted', { n: total.differ });
  return <ClosedNote {...{ month, closed, differs }} />;
}

/** That a month is closed, what would be something else today and why, and the way to open it again. */
function ClosedNote({
  month,
  closed: { closedBy, closedAt, reopening },
  differs,
  children,
}: {
  readonly month: string;
  readonly closed: ClosedMonth;
  readonly differs: string | false;
  readonly children?: ReactNode;
}) {
  const say = useWords(closingWords);
  const formats = useFormats();
  const whole = useMe().scope.nodes === null;
  const mayReopen = useMay('closeMonths') && whole;
  const [asking, setAsking] = useState(false);
  const reopen = useMutation({
    mutationFn: () => api.reopenMonth({ params: { month } }),
    onSuccess: () => tell(say('didReopen', { period: formats.period(month) })),
    onSettled: invalidatePlans,
  });
  return (
    <Note kind={differs ? 'warning' : 'info'}>
      {say('closed', { at: formats.instant(closedAt), by: closedBy || 'none' })} {differs || say('same')}
      {differs && <DriftCauses month={month} />}
      {reopen.error && <ErrorNote error={reopen.error} />}
      {reopening && <p>{say('asked', { by: reopening.by || 'none', reason: reopening.reason })}</p>}
      <p>
        {children}{' '}
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
