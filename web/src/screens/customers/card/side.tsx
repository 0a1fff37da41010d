import { Link } from '@tanstack/react-router';
import type { ReactNode } from 'react';
import { assignable } from '../../../../../src/domain/dimensions.ts';
import { Block } from '../../../design/page.tsx';
import { StateMark } from '../../../design/state-mark.tsx';
import { useFormats } from '../../../language/formats.ts';
import { useWords } from '../../../language/language.tsx';
import type { CustomerCard } from '../../../server/api.ts';
import { Editable } from './editable.tsx';
import { type Month, turnsOf } from './months.ts';
import classes from './side.module.css';
import { cardWords } from './words.ts';

/** Who decides there and how to reach them; kept from some, who are told so. */
export function People({ card }: { readonly card: CustomerCard }) {
  const say = useWords(cardWords);
  const { contacts } = card;
  if (contacts === null)
    return (
      <Block title={say('people')}>
        <p className="muted">{say('hiddenContacts')}</p>
      </Block>
    );
  const people = [
    { name: contacts.decisionMaker, role: say('decides') },
    { name: contacts.influencer, role: say('influences') },
    { name: contacts.contactName, role: contacts.contactPosition || say('contact') },
  ].filter(({ name }, index, all) => name !== '' && all.findIndex((one) => one.name === name) === index);
  const { phones, emails, messenger } = contacts;
  if (people.length + phones.length + emails.length === 0 && messenger === '')
    return (
      <Block title={say('people')}>
        <p className="muted">{say('noPeople')}</p>
      </Block>
    );
  return (
    <Block title={say('people')}>
      <ul className={classes.people}>
        {people.map(({ name, role }) => (
          <li key={name}>
            <span className={classes.face} aria-hidden="true">
              {initials(name)}
            </span>
            <span>
              <b>{name}</b>
              <small>{role}</small>
            </span>
          </li>
        ))}
      </ul>
      <Facts>
        {phones.map((phone) => (
          <Fact key={phone} name={say('phone')}>
            <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</a>
          </Fact>
        ))}
        {emails.map((email) => (
          <Fact key={email} name={say('email')}>
            <a href={`mailto:${email}`}>{email}</a>
          </Fact>
        ))}
        <Fact name={say('messenger')}>{messenger}</Fact>
      </Facts>
    </Block>
  );
}

const initials = (name: string): string =>
  name
    .split(/\s+/)
    .slice(0, 2)
    .map((part) => part[0] ?? '')
    .join('')
    .toLocaleUpperCase();

const plain = [
  'salesChannel',
  'acquisitionChannel',
  'industry',
  'region',
  'address',
  'legalAddress',
  'code',
  'kpp',
  'ogrn',
  'site',
  'creditLimit',
  'deferralDays',
] as const;

/** What is known of him; type, city and note are stated in their places. */
export function Details({ card }: { readonly card: CustomerCard }) {
  const say = useWords(cardWords);
  const formats = useFormats();
  return (
    <>
      <Block title={say('details')}>
        <Facts>
          {(['clientType', 'city'] as const).map((field) => (
            <Fact key={field} name={say(field)} always>
              <Editable card={card} field={field}>
                {card[field] || <span className="muted">{say('notSet')}</span>}
              </Editable>
            </Fact>
          ))}
          <Fact name={say('fullName')}>{card.fullName === card.name ? '' : card.fullName}</Fact>
          <Fact name={say('innLabel')}>{card.inn}</Fact>
          {plain.map((field) => (
            <Fact key={field} name={say(field)}>
              {field === 'address' && card.legalAddress === card.address ? '' : card[field]}
            </Fact>
          ))}
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
export function Family({ card }: { readonly card: CustomerCard }) {
  const say = useWords(cardWords);
  const { client, legalEntities } = card.family;
  const points = legalEntities.flatMap(({ deliveryPoints }) => deliveryPoints.filter((one) => !one.implicit));
  const several = legalEntities.length > 1;
  if (points.length === 0 && !several && card.unit === 'client') return null;
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
        {legalEntities.map((entity) => (
          <li key={entity.id}>
            {(several || card.unit === 'deliveryPoint') && (
              <Member card={card} unit="legalEntity" id={entity.id}>
                {entity.name}
              </Member>
            )}
            <ul>
              {entity.deliveryPoints
                .filter(({ implicit }) => !implicit)
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
                  before: before ?? say('fromFiles'),
                  after: after ?? say('fromFiles'),
                })}
              </p>
            ))}
          </li>
        ))}
      </ol>
    </Block>
  );
}

const Facts = ({ children }: { readonly children: ReactNode }) => (
  <dl className={classes.facts}>{children}</dl>
);

/** Nothing where nothing is known. */
const Fact = ({
  name,
  always,
  children,
}: {
  readonly name: string;
  readonly always?: boolean;
  readonly children: ReactNode;
}) =>
  children || always ? (
    <div>
      <dt>{name}</dt>
      <dd>{children}</dd>
    </div>
  ) : null;
