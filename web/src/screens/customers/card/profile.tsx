import { ErrorNote } from '../../../design/error-note.tsx';
import { Skeleton } from '../../../design/skeleton.tsx';
import type { CustomerCard } from '../../../server/api.ts';
import { type Span, type useHistory, usePurchaseDays, type Who } from './ask.ts';
import { Basket } from './basket.tsx';
import classes from './card.module.css';
import { MonthPlan } from './month-plan.tsx';
import { MonthStrip } from './month-strip.tsx';
import type { Month } from './months.ts';
import { NextPurchase } from './next-purchase.tsx';
import { PeopleBlock } from './people/people-block.tsx';
import { Purchases } from './purchases.tsx';
import { Details, Edits, Family, Lifecycle } from './side.tsx';
import { TermsBlock } from './terms/terms-block.tsx';
import { TiesBlock } from './ties/ties-block.tsx';
import { Tiles } from './tiles.tsx';
import { TimelineBlock } from './timeline/timeline-block.tsx';

/** Delivery points at the side. */
const shownPoints = 6;

/** What he buys and when; who he is, at the side. */
export function Profile({
  who,
  card,
  span,
  history,
  months,
  error,
}: {
  readonly who: Who;
  readonly card: CustomerCard;
  readonly span: Span | undefined;
  readonly history: ReturnType<typeof useHistory>;
  readonly months: readonly Month[] | undefined;
  readonly error: unknown;
}) {
  const days = usePurchaseDays(who, span);
  return (
    <div className={classes.columns}>
      <div className={classes.main}>
        {error != null && <ErrorNote error={error} retry={() => void history.refetch()} />}
        {span && history.data && months ? (
          <>
            <Tiles card={card} span={span} history={history.data} months={months} />
            <MonthStrip card={card} months={months} />
            <Basket answer={history.data.basket} />
          </>
        ) : (
          error == null && span && <Skeleton height={420} />
        )}
        <TimelineBlock who={who} />
        {span && <Purchases who={who} span={span} />}
      </div>
      <aside className={classes.side}>
        {days.error && <ErrorNote error={days.error} retry={() => void days.refetch()} />}
        {span && days.data ? (
          <NextPurchase days={days.data} asOf={span.asOf} rhythm={card.rhythm} />
        ) : (
          !days.error && <Skeleton height={150} />
        )}
        {span && who.unit === 'client' && <MonthPlan id={who.id} asOf={span.asOf} />}
        <PeopleBlock who={who} card={card} />
        <TermsBlock who={who} card={card} />
        <TiesBlock card={card} />
        <Details card={card} />
        <Family card={card} most={shownPoints} />
        {months && <Lifecycle months={months} />}
        <Edits card={card} />
      </aside>
    </div>
  );
}
