import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import type { CustomerState } from '../../../design/state-mark.tsx';
import { StateTag } from '../../../design/state-mark.tsx';
import { useFormats } from '../../../language/formats.ts';
import { useWords } from '../../../language/language.tsx';
import type { CustomerCard } from '../../../server/api.ts';
import classes from './card.module.css';
import { Editable } from './editable.tsx';
import { type Month, sinceOf } from './months.ts';
import { cardWords } from './words.ts';

/** Who this is: name, what he is in the last month, whose he is. */
export function CardHead({
  card,
  months,
  children,
}: {
  readonly card: CustomerCard;
  readonly months: readonly Month[] | undefined;
  /** What is done with him most. */
  readonly children: ReactNode;
}) {
  const say = useWords(cardWords);
  const formats = useFormats();
  const last = months?.at(-1);
  const since = months && sinceOf(months);
  const facts = [
    ...(card.unit === 'client' ? [] : [say('unitName', { unit: card.unit })]),
    ...(card.inn ? [say('inn', { inn: card.inn })] : []),
    ...(card.clientType ? [card.clientType] : []),
    ...(card.firstPurchase ? [say('since', { month: formats.monthOf(card.firstPurchase) })] : []),
    ...(card.responsible.rep ? [say('ledBy', { rep: card.responsible.rep.name })] : []),
  ];
  return (
    <header className={classes.head}>
      <nav className={classes.path} aria-label={say('path')}>
        <Link to="/customers">{say('customers')}</Link>
        {(['city', 'clientType'] as const).map(
          (dimension) =>
            card[dimension] !== '' && (
              <Link
                key={dimension}
                to="/customers"
                search={{ slice: [{ dimension, members: [card[dimension]] }] }}
              >
                {card[dimension]}
              </Link>
            ),
        )}
      </nav>
      <div className={classes.title}>
        <h1>
          <Editable card={card} field="name">
            {card.name}
          </Editable>
        </h1>
        {last && (
          <StateTag
            state={markOf(last)}
            label={say('state', {
              state: last.state,
              month: since ? formats.monthOf(since) : '',
            })}
          />
        )}
      </div>
      <p className={classes.facts}>{facts.join(' · ')}</p>
      {children}
    </header>
  );
}

const markOf = ({ state }: Month): CustomerState =>
  state === 'gone' ? 'lost' : state === 'none' ? 'notYet' : state;
