import { Button } from '@mantine/core';
import { Link, useParams, useSearch } from '@tanstack/react-router';
import { useEffect, useMemo, useState } from 'react';
import { countUnits } from '../../../../../src/domain/units.ts';
import { Empty } from '../../../design/empty.tsx';
import { ErrorNote } from '../../../design/error-note.tsx';
import { Hatches } from '../../../design/hatches.tsx';
import { Skeleton } from '../../../design/skeleton.tsx';
import { useWords } from '../../../language/language.tsx';
import { statusOf } from '../../../server/api.ts';
import { useDataState } from '../../../server/definitions.ts';
import { type Span, useCard, useHistory, type Who } from './ask.ts';
import classes from './card.module.css';
import { CardActions } from './card-actions.tsx';
import { CardHead } from './card-head.tsx';
import { CardTabs } from './card-tabs.tsx';
import { monthsOf } from './months.ts';
import { PeopleTab } from './people/people-tab.tsx';
import { PointsTab } from './points-tab.tsx';
import { Profile } from './profile.tsx';
import { TermsTab } from './terms/terms-tab.tsx';
import { QuickEntry } from './timeline/quick-entry.tsx';
import { TimelineTab } from './timeline/timeline-tab.tsx';
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
  const months = useMemo(() => history.data && monthsOf(history.data.months), [history.data]);
  const { tab } = useSearch({ from: '/customers/$unit/$id' });
  const [recording, setRecording] = useState<'byKey' | 'byHand' | false>(false);
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
  return (
    <article className={classes.page} data-ready={months !== undefined || undefined}>
      <Hatches />
      <CardHead card={card.data} months={months}>
        <CardActions card={card.data} at="head" onRecord={setRecording} />
      </CardHead>
      <CardTabs who={who} tab={tab} />
      {tab === undefined ? (
        <Profile
          who={who}
          card={card.data}
          span={span}
          history={history}
          months={months}
          error={state.error ?? history.error}
        />
      ) : (
        <div className={classes.part}>
          {tab === 'people' && <PeopleTab who={who} card={card.data} />}
          {tab === 'points' && <PointsTab card={card.data} />}
          {tab === 'terms' && <TermsTab who={who} card={card.data} />}
          {tab === 'history' && <TimelineTab who={who} />}
        </div>
      )}
      <CardActions card={card.data} at="foot" onRecord={setRecording} />
      <QuickEntry who={who} opened={recording} onClose={() => setRecording(false)} />
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
