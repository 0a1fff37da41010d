import { Button } from '@mantine/core';
import { Link, useParams } from '@tanstack/react-router';
import { useEffect, useMemo } from 'react';
import { countUnits } from '../../../../../src/domain/units.ts';
import { Empty } from '../../../design/empty.tsx';
import { ErrorNote } from '../../../design/error-note.tsx';
import { Hatches } from '../../../design/hatches.tsx';
import { Skeleton } from '../../../design/skeleton.tsx';
import { useWords } from '../../../language/language.tsx';
import { statusOf } from '../../../server/api.ts';
import { useDataState } from '../../../server/definitions.ts';
import { type Span, useCard, useHistory, usePurchaseDays, type Who } from './ask.ts';
import { Basket } from './basket.tsx';
import classes from './card.module.css';
import { CardHead } from './card-head.tsx';
import { MonthStrip } from './month-strip.tsx';
import { monthsOf } from './months.ts';
import { NextPurchase } from './next-purchase.tsx';
import { Purchases } from './purchases.tsx';
import { Details, Edits, Family, Lifecycle, People } from './side.tsx';
import { Tiles } from './tiles.tsx';
import { cardWords } from './words.ts';

/** One customer: who he is, what he buys and when, who has said what of him. */
export function CustomerCard() {
  const { unit, id } = useParams({ from: '/customers/$unit/$id' });
  const known = countUnits.find((one) => one === unit);
  if (known === undefined || !/^[1-9]\d{0,9}$/.test(id)) return <Unknown />;
  return <Card key={`${unit} ${id}`} who={{ unit: known, id: Number(id) }} />;
}

function Card({ who }: { readonly who: Who }) {
  const state = useDataState();
  const { historySince: since, asOf } = state.data ?? {};
  const span: Span | undefined = since && asOf ? { since, asOf } : undefined;
  const card = useCard(who);
  const history = useHistory(who, span);
  const days = usePurchaseDays(who, span);
  const months = useMemo(() => history.data && monthsOf(history.data.months), [history.data]);
  const name = card.data?.name;
  useEffect(() => {
    if (name) document.title = `${name} · АКБ`;
  }, [name]);
  if (statusOf(card.error) === 404 || statusOf(card.error) === 400) return <Unknown />;
  if (card.error && !card.data)
    return (
      <div className={classes.page}>
        <ErrorNote error={card.error} retry={() => void card.refetch()} />
      </div>
    );
  if (!card.data)
    return (
      <div className={classes.page}>
        <Skeleton width={360} height={28} />
        <Skeleton height={420} />
      </div>
    );
  const error = state.error ?? history.error;
  return (
    <article className={classes.page} data-ready={months !== undefined || undefined}>
      <Hatches />
      <CardHead card={card.data} months={months} />
      <div className={classes.columns}>
        <div className={classes.main}>
          {error && <ErrorNote error={error} retry={() => void history.refetch()} />}
          {span && history.data && months ? (
            <>
              <Tiles card={card.data} span={span} history={history.data} months={months} />
              <MonthStrip card={card.data} months={months} />
              <Basket answer={history.data.basket} />
            </>
          ) : (
            !error && <Skeleton height={420} />
          )}
          {span && <Purchases who={who} span={span} />}
        </div>
        <aside className={classes.side}>
          {days.error && <ErrorNote error={days.error} retry={() => void days.refetch()} />}
          {span && days.data ? (
            <NextPurchase days={days.data} asOf={span.asOf} />
          ) : (
            !days.error && <Skeleton height={150} />
          )}
          <People card={card.data} />
          <Details card={card.data} />
          <Family card={card.data} />
          {months && <Lifecycle months={months} />}
          <Edits card={card.data} />
        </aside>
      </div>
    </article>
  );
}

function Unknown() {
  const say = useWords(cardWords);
  useEffect(() => {
    document.title = `${say('unknown')} · АКБ`;
  }, [say]);
  return (
    <div className={classes.page}>
      <h1 className="sr-only">{say('customers')}</h1>
      <Empty
        title={say('unknown')}
        action={
          <Button component={Link} to={'/customers' as '/'} variant="filled">
            {say('toList')}
          </Button>
        }
      >
        {say('unknownWhy')}
      </Empty>
    </div>
  );
}
