import { Link } from '@tanstack/react-router';
import { Clock, PackagePlus, Phone, Target, Wallet } from 'lucide-react';
import { callWords } from '../../design/call-words.ts';
import { ErrorNote } from '../../design/error-note.tsx';
import { touchWords } from '../../design/touch-words.ts';
import { useFormats } from '../../language/formats.ts';
import { useWords } from '../../language/language.tsx';
import type { CallCard } from '../../server/api.ts';
import classes from './calls.module.css';
import { ResultKeys } from './result-keys.tsx';
import { RhythmStrip } from './rhythm-strip.tsx';
import { type CallRow, useCallCard, useRecordCall } from './use-calls.ts';
import { callsWords } from './words.ts';

const icon = { size: 16, strokeWidth: 1.8, 'aria-hidden': true } as const;

/** The customer who is called now: why, with what, by which number, and what came of it. */
export function CallNow({
  row,
  asOf,
  today,
  may,
  onRecorded,
}: {
  readonly row: CallRow;
  readonly asOf: string;
  readonly today: string;
  readonly may: boolean;
  readonly onRecorded: () => void;
}) {
  const say = useWords(callsWords);
  const formats = useFormats();
  const card = useCallCard(row.id);
  const record = useRecordCall(onRecorded);
  const { rhythm, name } = row;
  const contact = card.data?.contacts?.[0];
  return (
    <article className={classes.current} aria-label={name} data-loaded={card.isSuccess || undefined}>
      <header className={classes.top}>
        <div>
          <h2>
            <Link to="/customers/$unit/$id" params={{ unit: 'client', id: String(row.id) }}>
              {name || row.code}
            </Link>
          </h2>
          <p>{contact && <ContactLine contact={contact} />}</p>
          <p>{row.address}</p>
        </div>
        <div className={classes.money}>
          <b>{formats.roubles(rhythm.amount)}</b>
          <small>{say('expected')}</small>
        </div>
      </header>
      {card.error && <ErrorNote error={card.error} retry={() => void card.refetch()} />}
      <div className={classes.stripRoom}>
        {card.data && <RhythmStrip card={card.data} {...{ asOf, today }} />}
      </div>
      <ul className={classes.hints}>
        <li>
          <Clock {...icon} />
          <span>
            {rhythm.interval === null ? (
              say('sinceOnly', { since: rhythm.since })
            ) : (
              <>
                {say('usually', { n: rhythm.interval, basis: rhythm.basis ?? 'own' })}{' '}
                <b className={(rhythm.late ?? 0) > 0 ? 'missing' : ''}>{rhythm.since}</b>
              </>
            )}
          </span>
        </li>
        <Goods card={card.data} />
        {row.overdue !== null && (
          <li>
            <Wallet {...icon} />
            <span>
              {say('overdueDebt')} <b className="missing">{formats.roubles(row.overdue)}</b>
            </span>
          </li>
        )}
        <Effect row={row} />
        <LastCall row={row} />
      </ul>
      <CallButton row={row} card={card.data} />
      {record.error && <ErrorNote error={record.error} />}
      {may && (
        <ResultKeys
          key={row.id}
          today={today}
          pending={record.isPending}
          onSaid={(said) => record.mutate({ id: row.id, name: name || row.code, ...said })}
        />
      )}
    </article>
  );
}

type Contact = NonNullable<CallCard['contacts']>[number];

function ContactLine({ contact }: { readonly contact: Contact }) {
  const sayTouch = useWords(touchWords);
  const { name, position, role } = contact;
  return [name, position || sayTouch('decides', { role })].filter(Boolean).join(', ');
}

function Goods({ card }: { readonly card: CallCard | undefined }) {
  const say = useWords(callsWords);
  const formats = useFormats();
  if (card === undefined) return null;
  const { offer, lastItems } = card;
  if (offer.length + lastItems.length === 0) return null;
  const items = new Intl.ListFormat(formats.language).format(offer.length > 0 ? offer : lastItems);
  return (
    <li>
      <PackagePlus {...icon} />
      <span>{say(offer.length > 0 ? 'offer' : 'took', { items })}</span>
    </li>
  );
}

function Effect({ row }: { readonly row: CallRow }) {
  const say = useWords(callsWords);
  const formats = useFormats();
  const said = [
    ...(row.shareOfGap === null
      ? []
      : [
          Number(row.shareOfGap) < 1
            ? say('share', { share: formats.percent(row.shareOfGap) })
            : say('wholeGap'),
        ]),
    ...(row.activeThisMonth ? [] : [say('oneMore')]),
  ];
  if (said.length === 0) return null;
  return (
    <li>
      <Target {...icon} />
      <span>{said.join(', ')}</span>
    </li>
  );
}

function LastCall({ row: { lastCall } }: { readonly row: CallRow }) {
  const say = useWords(callsWords);
  const sayCall = useWords(callWords);
  const formats = useFormats();
  if (lastCall === null) return null;
  const outcome = sayCall('outcome', { outcome: lastCall.outcome });
  return (
    <li>
      <Phone {...icon} />
      <span>{say('lastCall', { day: formats.day(lastCall.day), outcome })}</span>
    </li>
  );
}

function CallButton({ row, card }: { readonly row: CallRow; readonly card: CallCard | undefined }) {
  const say = useWords(callsWords);
  if (row.phone === null) return <p className={classes.noPhone}>{say('hidden')}</p>;
  const contact = card?.contacts?.find(({ phone }) => phone !== '');
  const phone = contact?.phone || row.phone;
  if (phone === '')
    return (
      <Link
        className={classes.noPhone}
        to="/customers/$unit/$id"
        params={{ unit: 'client', id: String(row.id) }}
        search={{ tab: 'people' }}
      >
        {say('noPhone')}
      </Link>
    );
  return (
    <a className={classes.call} href={telephoneLink(phone)}>
      <Phone size={20} strokeWidth={1.7} aria-hidden />
      <span>{say('call')}</span>
      <small>{phone}</small>
    </a>
  );
}

/** The first number of a field that may hold several. */
export const telephoneLink = (phone: string): string =>
  `tel:${(phone.split(/[,;]/)[0] ?? '').replace(/[^\d+]/g, '')}`;
