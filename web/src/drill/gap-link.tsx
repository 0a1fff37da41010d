import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { plannedPeriod } from '../../../src/domain/plan-period.ts';
import { useMay } from '../app/session.tsx';
import { useWords } from '../language/language.tsx';
import type { Words } from '../language/words.ts';
import { useDataState } from '../server/definitions.ts';
import type { FactRow } from '../server/plans.ts';

const gapWords = {
  who: { ru: 'Кто закроет разрыв: {name}', en: 'Who would close the gap: {name}' },
} satisfies Words;

const underlined = { color: 'inherit', textDecorationColor: 'var(--line2)', textUnderlineOffset: 3 };

/** Whether somebody can still close what is missing to the plan of a period, and the reader may know who. */
export function useGapIsOpen(period: string | undefined): boolean {
  const may = useMay('seeCustomers');
  const { asOf } = useDataState().data ?? {};
  if (!may || period === undefined || !asOf) return false;
  const { from, to } = plannedPeriod(period);
  return from <= asOf && asOf <= to;
}

/** What is missing to a plan, as a door to the work list of those who would bring it. */
export function GapLink({
  of: { level, member },
  metric,
  name,
  children,
}: {
  readonly of: Pick<FactRow, 'level' | 'member'>;
  readonly metric: 'activeBase' | 'sales';
  readonly name: string;
  readonly children: ReactNode;
}) {
  const say = useWords(gapWords);
  return (
    <Link
      to="/calls"
      search={{
        ...(level !== 'company' && { [level]: member }),
        ...(metric === 'activeBase' && { sort: 'plan' as const }),
      }}
      style={underlined}
      title={say('who', { name })}
    >
      {children}
    </Link>
  );
}
