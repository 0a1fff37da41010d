import { Link } from '@tanstack/react-router';
import { addToMonth } from '../../../../src/domain/iso-date.ts';
import { useWords } from '../../language/language.tsx';
import classes from './customers.module.css';
import { isRunning, pinnedState } from './question.ts';
import type { CustomersState } from './state.ts';
import { customersWords } from './words.ts';

interface ReadyView {
  readonly word: 'everybody' | 'baseReport' | 'lostView' | 'newView' | 'prospectsView';
  readonly state: CustomersState;
}

/** Lists that people ask for most, as states of the address. */
function readyViews(asOf: string): readonly ReadyView[] {
  const month = asOf.slice(0, 7);
  // Nobody is lost before the month is over.
  const closed = isRunning(month, asOf) ? addToMonth(month, -1) : month;
  return [
    { word: 'everybody', state: {} },
    {
      word: 'baseReport',
      state: {
        who: 'active',
        sort: 'name',
        columns: ['address', 'industry', 'phone', 'decisionMaker', 'influencer'],
      },
    },
    {
      word: 'lostView',
      state: {
        who: 'lost',
        period: closed,
        columns: ['city', 'manager', 'phone', 'sales', 'documents', 'lastPurchase'],
      },
    },
    {
      word: 'newView',
      state: {
        who: 'new',
        columns: [
          'city',
          'clientType',
          'manager',
          'acquisitionChannel',
          'sales',
          'documents',
          'firstPurchase',
        ],
      },
    },
    {
      word: 'prospectsView',
      state: {
        who: 'prospects',
        sort: 'name',
        columns: ['city', 'clientType', 'manager', 'phone', 'decisionMaker', 'acquisitionChannel'],
      },
    },
  ];
}

const textOf = (state: CustomersState): string =>
  JSON.stringify(
    Object.entries(state)
      .filter(([, value]) => value !== undefined)
      .sort(),
  );

/** The ready-made view that the address shows. */
export const readyWord = (search: CustomersState, asOf: string): ReadyView['word'] | undefined =>
  readyViews(asOf).find(({ state }) => textOf(state) === textOf(pinnedState(search)))?.word;

export function ReadyViews({ search, asOf }: { readonly search: CustomersState; readonly asOf: string }) {
  const say = useWords(customersWords);
  const current = readyWord(search, asOf);
  return (
    <nav className={classes.views} aria-label={say('views')}>
      {readyViews(asOf).map(({ word, state }) => (
        <Link
          key={word}
          to="/customers"
          search={state}
          activeProps={{}}
          data-current={word === current || undefined}
          {...(word === current && { 'aria-current': 'page' as const })}
        >
          {say(word)}
        </Link>
      ))}
    </nav>
  );
}
