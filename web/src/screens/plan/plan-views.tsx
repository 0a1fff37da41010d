import { Link, useSearch } from '@tanstack/react-router';
import { useMay } from '../../app/session.tsx';
import links from '../../design/view-links.module.css';
import { useWords } from '../../language/language.tsx';
import classes from './plan.module.css';
import type { PlanState } from './state.ts';
import { planWords } from './words.ts';

/** Of whom the plan is: of parts of the company, or of single customers. */
export function PlanViews() {
  const say = useWords(planWords);
  const { view } = useSearch({ from: '/plan' });
  const mayCustomers = useMay('seeCustomers');
  if (!mayCustomers) return null;
  return (
    <nav className={`${links.views} ${classes.views}`} aria-label={say('views')}>
      {([undefined, 'customers'] as const).map((one) => (
        <Link
          key={one ?? 'organisation'}
          to="/plan"
          search={({ month, period }: PlanState) => ({ month, period, view: one })}
          activeOptions={{ exact: true, includeSearch: true }}
          {...(one === view && { 'aria-current': 'page' as const })}
        >
          {say(one === undefined ? 'byParts' : 'byCustomers')}
        </Link>
      ))}
    </nav>
  );
}
