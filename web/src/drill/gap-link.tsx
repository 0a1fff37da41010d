import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { useMay } from '../app/session.tsx';
import { useWords } from '../language/language.tsx';
import type { Words } from '../language/words.ts';
import { useDataState } from '../server/definitions.ts';
import type { FactRow } from '../server/plans.ts';

const gapWords = {
  who: { ru: 'Кто закроет разрыв: {name}', en: 'Who would close the gap: {name}' },
} satisfies Words;

const underlined = { color: 'inherit', textDecorationColor: 'var(--line2)', textUnderlineOffset: 3 };

/** Whether somebody can still close what is missing to the plan of a month, and the reader may know who. */
export function useGapIsOpen(month: string | undefined): boolean {
  const may = useMay('seeCustomers');
  const { asOf } = useDataState().data ?? {};
  return may && month !== undefined && asOf?.slice(0, 7) === month;
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
