import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useMay, useMe } from '../../../../app/session.tsx';
import { ErrorNote } from '../../../../design/error-note.tsx';
import { Block } from '../../../../design/page.tsx';
import { StateMark } from '../../../../design/state-mark.tsx';
import { useDrill } from '../../../../drill/use-drill.ts';
import { useWords } from '../../../../language/language.tsx';
import { api, type CustomerCard, type CustomerDealers } from '../../../../server/api.ts';
import { Fact, Facts } from '../facts.tsx';
import side from '../side.module.css';
import { DealerDialog } from './dealer-dialog.tsx';
import classes from './ties.module.css';
import { useDealers } from './use-dealers.ts';
import { tieWords } from './words.ts';

/** Sub-dealers at the side; all of them are behind their number. */
const most = 8;

/** With whom a customer belongs together: his group, his dealer, his sub-dealers. */
export function TiesBlock({ card }: { readonly card: CustomerCard }) {
  const say = useWords(tieWords);
  const me = useMe();
  const may = useMay('editCustomers');
  const client = card.unit === 'client' ? card.id : card.family.client?.id;
  const dealers = useDealers(client);
  const groups = useQuery({
    queryKey: ['groups'],
    enabled: client !== undefined && me.scope.nodes === null,
    queryFn: ({ signal }) => api.groups({ signal }),
  });
  const [changing, setChanging] = useState(false);
  const group = groups.data?.groups.find(({ id }) => id === client);
  if (client === undefined) return null;
  const { data } = dealers;
  const known = data && (data.dealer !== null || data.subDealers.length > 0);
  if (!may && !known && !group && !dealers.error) return null;
  return (
    <Block
      title={say('title')}
      aside={
        may &&
        data && (
          <Button variant="subtle" size="compact-xs" onClick={() => setChanging(true)}>
            {say('change')}
          </Button>
        )
      }
    >
      {dealers.error && <ErrorNote error={dealers.error} retry={() => void dealers.refetch()} />}
      <Facts>
        <Fact name={say('group')}>
          {group && (
            <Link to="/groups" search={{ group: group.id }}>
              {group.name}, {say('groupKind', { kind: group.kind })}
            </Link>
          )}
        </Fact>
        <Fact name={say('dealer')}>
          {data?.dealer ? (
            <Link to="/customers/$unit/$id" params={{ unit: 'client', id: String(data.dealer.id) }}>
              {data.dealer.name}
            </Link>
          ) : (
            data && may && <span className="muted">{say('nobody')}</span>
          )}
        </Fact>
      </Facts>
      {data && data.subDealers.length > 0 && <SubDealers of={data} />}
      {changing && data && <DealerDialog of={data} onClose={() => setChanging(false)} />}
    </Block>
  );
}

function SubDealers({ of }: { readonly of: CustomerDealers }) {
  const say = useWords(tieWords);
  const { open } = useDrill();
  const { subDealers } = of;
  const names = new Map(subDealers.map(({ id, name }) => [id, name]));
  return (
    <div className={classes.network}>
      <p>
        <b>{say('subDealers', { n: subDealers.length })}</b>
        <small>
          {say('subDealersActive', {
            n: subDealers.filter(({ active }) => active).length,
            all: subDealers.length,
          })}
        </small>
      </p>
      <ul>
        {subDealers.slice(0, most).map(({ id, name, active, dealer }) => (
          <li key={id}>
            <StateMark state={active ? 'active' : 'notYet'} />
            <span>
              <Link to="/customers/$unit/$id" params={{ unit: 'client', id: String(id) }}>
                {name}
              </Link>
              <small>
                {say(active ? 'active' : 'notActive')}
                {dealer !== of.id && ` · ${say('below', { name: names.get(dealer) ?? '' })}`}
              </small>
            </span>
          </li>
        ))}
      </ul>
      <button
        type="button"
        className={side.all}
        onClick={() =>
          open({
            set: {
              ...{ language: 1, unit: 'client', method: { id: 'main' } },
              set: { kind: 'dealerNetwork', which: 'subDealers', of: of.id },
            },
            period: 'last:12m',
            path: [say('path'), of.name],
          })
        }
      >
        {say('all')}
      </button>
    </div>
  );
}
