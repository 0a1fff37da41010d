import { Link } from '@tanstack/react-router';
import { useState } from 'react';
import { useMay } from '../../../../app/session.tsx';
import { ErrorNote } from '../../../../design/error-note.tsx';
import { Block } from '../../../../design/page.tsx';
import { Skeleton } from '../../../../design/skeleton.tsx';
import { useWords } from '../../../../language/language.tsx';
import type { CustomerCard } from '../../../../server/api.ts';
import type { Who } from '../ask.ts';
import { ContactDialog } from './contact-dialog.tsx';
import { FilePhones } from './file-phones.tsx';
import classes from './people.module.css';
import { Person, Phone } from './person.tsx';
import { notTaken, useContacts } from './use-contacts.ts';
import { usePersonWords } from './use-person-words.ts';
import { peopleWords } from './words.ts';

/** As many as the side has room for. */
const shown = 4;

/** Who decides there and how to reach them; kept from some, who are told so. */
export function PeopleBlock({ who, card }: { readonly who: Who; readonly card: CustomerCard }) {
  const say = useWords(peopleWords);
  const words = usePersonWords();
  const may = useMay('recordTouches');
  const isShown = card.contacts !== null;
  const found = useContacts(who, isShown);
  const [adding, setAdding] = useState(false);
  if (!isShown)
    return (
      <Block title={say('title')}>
        <p className="muted">{say('hidden')}</p>
      </Block>
    );
  const contacts = found.data?.contacts ?? [];
  const imported = found.data ? notTaken(found.data) : [];
  const count = contacts.length + imported.length;
  return (
    <Block
      title={say('title')}
      aside={
        may && (
          <button type="button" className={classes.link} onClick={() => setAdding(true)}>
            {say('add')}
          </button>
        )
      }
    >
      {found.error && <ErrorNote error={found.error} retry={() => void found.refetch()} />}
      {found.isPending && <Skeleton height={72} />}
      {found.data && count === 0 && <p className="muted">{say('nobody')}</p>}
      <ul className={classes.people}>
        {contacts.slice(0, shown).map((contact) => (
          <Person key={contact.id} name={contact.name} under={words(contact)}>
            {contact.phones[0] && <Phone phone={contact.phones[0].raw} />}
          </Person>
        ))}
        {imported.slice(0, Math.max(0, shown - contacts.length)).map((one) => (
          <Person
            key={`${one.from} ${one.name}`}
            name={one.name}
            under={`${words(one)}, ${say('fromFile')}`}
          />
        ))}
      </ul>
      {count > shown && (
        <Link
          className={classes.link}
          to="/customers/$unit/$id"
          params={{ unit: who.unit, id: String(who.id) }}
          search={{ tab: 'people' }}
        >
          {say('all', { n: count })}
        </Link>
      )}
      <FilePhones card={card} />
      {adding && found.data && (
        <ContactDialog who={who} special={found.data.special} onClose={() => setAdding(false)} />
      )}
    </Block>
  );
}
