import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { assignable } from '../../../../../src/domain/dimensions.ts';
import { useMay } from '../../../app/session.tsx';
import { Block } from '../../../design/page.tsx';
import { StateMark } from '../../../design/state-mark.tsx';
import { useFormats } from '../../../language/formats.ts';
import { useWords } from '../../../language/language.tsx';
import type { CustomerCard } from '../../../server/api.ts';
import { Editable } from './editable.tsx';
import { Fact, Facts } from './facts.tsx';
import { type Month, turnsOf } from './months.ts';
import classes from './side.module.css';
import { useFieldWords } from './use-field-words.ts';
import { cardWords } from './words.ts';

/** Stated in their places, whether anything is known or not. */
const stated = [
  'clientType',
  'city',
  'salesChannel',
  'acquisitionChannel',
  'industry',
  'address',
  'site',
] as const;
const plain = ['region', 'code', 'kpp', 'ogrn'] as const;

/** What is known of him; most of it is stated in its place. */
export function Details({ card }: { readonly card: CustomerCard }) {
  const say = useWords(cardWords);
  const may = useMay('editCustomers');
  const formats = useFormats();
  return (
    <>
      <Block title={say('details')}>
        <Facts>
          {stated.map((field) => (
            <Fact key={field} name={say(field)} always={may}>
              {(may || card[field] !== '') && (
                <Editable card={card} field={field}>
                  {card[field] || <span className="muted">{say('notSet')}</span>}
                </Editable>
              )}
            </Fact>
          ))}
          {card.editable.pointType === card.unit && (
            <Fact name={say('pointType')} always={may}>
              {(may || card.pointType !== '') && (
                <Editable card={card} field="pointType">
                  {card.pointType || <span className="muted">{say('notSet')}</span>}
                </Editable>
              )}
            </Fact>
          )}
          {card.legalAddress !== '' && card.legalAddress !== card.address && (
            <Fact name={say('legalAddress')}>
              <Editable card={card} field="legalAddress">
                {card.legalAddress}
              </Editable>
            </Fact>
          )}
          <Fact name={say('fullName')}>{card.fullName === card.name ? '' : card.fullName}</Fact>
          <Fact name={say('innLabel')}>{card.inn}</Fact>
          {plain.map((field) => (
            <Fact key={field} name={say(field)}>
              {card[field]}
            </Fact>
          ))}
          {card.receivables && (
            <>
              <Fact name={say('debt')}>{card.receivables.debt && formats.money(card.receivables.debt)}</Fact>
              <Fact name={say('owedOverdue')}>
                {card.receivables.overdue && formats.money(card.receivables.overdue)}
              </Fact>
              <Fact name={say('limitUse')}>
                {card.receivables.limitUse && formats.percent(card.receivables.limitUse)}
              </Fact>
              <Fact name={say('owedAsOf')}>{formats.date(card.receivables.asOf)}</Fact>
            </>
          )}
          <Fact name={say('firstPurchase')}>{card.firstPurchase && formats.date(card.firstPurchase)}</Fact>
        </Facts>
      </Block>
      <Block title={say('note')}>
        <div className={classes.note}>
          <Editable card={card} field="note" long>
            {card.note || <span className="muted">{say('noNote')}</span>}
          </Editable>
        </div>
      </Block>
      <Block title={say('responsible')}>
        <Facts>
          {assignable.map((dimension) => (
            <Fact key={dimension} name={say('dimension', { dimension })}>
              {card.responsible[dimension]?.name}
            </Fact>
          ))}
        </Facts>
      </Block>
    </>
  );
}

/** Client, his legal entities, and where goods are brought to. */
export function Family({
  card,
  most,
}: {
  readonly card: CustomerCard;
  /** Points that are shown; all of them have a part of the card. */
  readonly most: number;
}) {
  const say = useWords(cardWords);
  const { client, legalEntities } = card.family;
  const points = legalEntities.flatMap(({ deliveryPoints }) => deliveryPoints.filter((one) => !one.implicit));
  const shown = new Set(points.slice(0, most).map(({ id }) => id));
  const several = legalEntities.length > 1;
  if (points.length === 0 && !several && card.unit === 'client') return null;
  const isSeen = ({ deliveryPoints }: (typeof legalEntities)[number]) =>
    shown.size === 0 || deliveryPoints.some(({ id }) => shown.has(id));
  return (
    <Block title={say('family')} aside={say('familyAside', { n: points.length })}>
      <ul className={classes.family}>
        {client && card.unit !== 'client' && (
          <li>
            <Member card={card} unit="client" id={client.id}>
              {say('clientLevel')}: {client.name}
            </Member>
          </li>
        )}
        {legalEntities.filter(isSeen).map((entity) => (
          <li key={entity.id}>
            {(several || card.unit === 'deliveryPoint') && (
              <Member card={card} unit="legalEntity" id={entity.id}>
                {entity.name}
              </Member>
            )}
            <ul>
              {entity.deliveryPoints
                .filter(({ id }) => shown.has(id))
                .map((point) => (
                  <li key={point.id}>
                    <Member card={card} unit="deliveryPoint" id={point.id}>
                      {point.name}
                    </Member>
                    <small>{point.address}</small>
                  </li>
                ))}
            </ul>
          </li>
        ))}
      </ul>
      {most > 0 && points.length > most && (
        <Link
          className={classes.all}
          to="/customers/$unit/$id"
          params={{ unit: card.unit, id: String(card.id) }}
          search={{ tab: 'points' }}
        >
          {say('allPoints')}
        </Link>
      )}
    </Block>
  );
}

function Member({
  card,
  unit,
  id,
  children,
}: {
  readonly card: CustomerCard;
  readonly unit: CustomerCard['unit'];
  readonly id: number;
  readonly children: ReactNode;
}) {
  if (card.unit === unit && card.id === id) return <b>{children}</b>;
  return (
    <Link to="/customers/$unit/$id" params={{ unit, id: String(id) }}>
      {children}
    </Link>
  );
}

/** When he came, left and came back. */
export function Lifecycle({ months }: { readonly months: readonly Month[] }) {
  const say = useWords(cardWords);
  const formats = useFormats();
  const turns = turnsOf(months);
  return (
    <Block title={say('history')}>
      {turns.length === 0 && <p className="muted">{say('noTurns')}</p>}
      <ol className={classes.turns}>
        {turns.map(({ month, state }) => (
          <li key={month}>
            <StateMark state={state} />
            <span>{say('turn', { state })}</span>
            <span className="muted">{formats.period(month)}</span>
          </li>
        ))}
      </ol>
    </Block>
  );
}

/** What was stated by hand, by whom and when. */
export function Edits({ card }: { readonly card: CustomerCard }) {
  const say = useWords(cardWords);
  const fieldWords = useFieldWords();
  const formats = useFormats();
  return (
    <Block title={say('edits')}>
      {card.edits.length === 0 && <p className="muted">{say('noEdits')}</p>}
      <ol className={classes.edits}>
        {card.edits.map(({ id, at, user, undoes, changes }) => (
          <li key={id}>
            <small>
              {formats.instant(at)} · {user || say('owner')}
              {undoes !== null && ` · ${say('undone')}`}
            </small>
            {changes.map(({ field, before, after }) => (
              <p key={field}>
                {say('editOf', {
                  field: say(field),
                  before: before === null ? say('fromFiles') : fieldWords.value(field, before),
                  after: after === null ? say('fromFiles') : fieldWords.value(field, after),
                })}
              </p>
            ))}
          </li>
        ))}
      </ol>
    </Block>
  );
}
