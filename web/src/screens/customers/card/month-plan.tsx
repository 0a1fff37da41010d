import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { Block } from '../../../design/page.tsx';
import { useFormats } from '../../../language/formats.ts';
import { useWords } from '../../../language/language.tsx';
import { api } from '../../../server/api.ts';
import classes from './next-purchase.module.css';
import { cardWords } from './words.ts';

/** What is planned of a client in the month of the last loaded day beside what he bought; nothing where nothing is planned. */
export function MonthPlan({ id, asOf }: { readonly id: number; readonly asOf: string }) {
  const say = useWords(cardWords);
  const formats = useFormats();
  const month = asOf.slice(0, 7);
  const plan = useQuery({
    queryKey: ['plan', 'customers', 'of', id, month],
    queryFn: ({ signal }) =>
      api.customerPlan({ params: { month }, body: { customer: id, limit: 1, from: 0 } }, { signal }),
  });
  const row = plan.data?.rows[0];
  if (row === undefined || row.plan === null) return null;
  const { stated } = row;
  return (
    <Block
      title={say('monthPlan', { month: formats.monthOf(month) })}
      aside={
        <Link to="/plan" search={{ month, view: 'customers' }}>
          {say('planOfAll')}
        </Link>
      }
    >
      <p className={classes.verdict}>
        {say('planAndFact', {
          plan: formats.roubles(row.plan),
          fact: formats.roubles(row.fact),
          share: formats.percent(row.compared?.fulfilment),
        })}{' '}
        {stated &&
          stated.stated !== 'before' &&
          say('planLate', { day: formats.day(stated.on), stated: stated.stated })}
      </p>
    </Block>
  );
}
