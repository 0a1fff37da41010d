import { ActionIcon, Button } from '@mantine/core';
import { Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useMay } from '../../../../app/session.tsx';
import { tell } from '../../../../app/undo.tsx';
import { ErrorNote } from '../../../../design/error-note.tsx';
import { Block } from '../../../../design/page.tsx';
import { Skeleton } from '../../../../design/skeleton.tsx';
import { useFormats } from '../../../../language/formats.ts';
import { useWords } from '../../../../language/language.tsx';
import type { Contact, CustomerCard } from '../../../../server/api.ts';
import type { Who } from '../ask.ts';
import { birthdayText } from './birthday.ts';
import { ContactDialog } from './contact-dialog.tsx';
import { FilePhones } from './file-phones.tsx';
import classes from './people.module.css';
import { Person, Phone } from './person.tsx';
import { notTaken, useContacts, useRemoveContact, useTakeOver } from './use-contacts.ts';
import { usePersonWords } from './use-person-words.ts';
import { peopleWords } from './words.ts';

/** Everybody whom the company knows at a customer, and whom files name. */
export function PeopleTab({ who, card }: { readonly who: Who; readonly card: CustomerCard }) {
  const say = useWords(peopleWords);
  const words = usePersonWords();
  const may = useMay('recordTouches');
  const isShown = card.contacts !== null;
  const found = useContacts(who, isShown);
  const takeOver = useTakeOver(who);
  const [open, setOpen] = useState<Contact | 'new'>();
  if (!isShown)
    return (
      <Block title={say('title')}>
        <p className="muted">{say('hidden')}</p>
      </Block>
    );
  const contacts = found.data?.contacts ?? [];
  const imported = found.data ? notTaken(found.data) : [];
  return (
    <>
      <Block
        title={say('title')}
        aside={may && found.data && <Button onClick={() => setOpen('new')}>{say('addPerson')}</Button>}
      >
        {found.error && <ErrorNote error={found.error} retry={() => void found.refetch()} />}
        {found.isPending && <Skeleton height={160} />}
        {found.data && contacts.length === 0 && <p className="muted">{say('nobody')}</p>}
        <ul className={classes.all}>
          {contacts.map((contact) => (
            <Person key={contact.id} name={contact.name} under={words(contact)}>
              <Reached contact={contact} />
              {may && <Deeds contact={contact} onChange={() => setOpen(contact)} />}
            </Person>
          ))}
        </ul>
      </Block>
      {imported.length > 0 && (
        <Block title={say('fromFiles')}>
          <ul className={classes.all}>
            {imported.map((one) => (
              <Person key={`${one.from} ${one.name}`} name={one.name} under={words(one)}>
                {may && (
                  <Button
                    aria-label={say('takeOver', { name: one.name })}
                    loading={takeOver.isPending && takeOver.variables.name === one.name}
                    onClick={() => takeOver.mutate(one, { onError: (error) => tell(error.message) })}
                  >
                    {say('take')}
                  </Button>
                )}
              </Person>
            ))}
          </ul>
        </Block>
      )}
      <div className={classes.file}>
        <FilePhones card={card} />
      </div>
      {open !== undefined && found.data && (
        <ContactDialog
          who={who}
          special={found.data.special}
          {...(open !== 'new' && { contact: open })}
          onClose={() => setOpen(undefined)}
        />
      )}
    </>
  );
}

function Reached({ contact }: { readonly contact: Contact }) {
  const say = useWords(peopleWords);
  const formats = useFormats();
  const { phones, emails, messenger, birthday, note, special, origin } = contact;
  const more = [
    messenger,
    birthday && `${say('birthday')} ${birthdayText(birthday)}`,
    ...Object.values(special ?? {}),
    note,
  ].filter((part) => part !== null && part !== '');
  return (
    <span className={classes.reached}>
      <span className={classes.ways}>
        {phones.map(({ raw }) => (
          <Phone key={raw} phone={raw} />
        ))}
        {emails.map((email) => (
          <a key={email} className={classes.phone} href={`mailto:${email}`}>
            {email}
          </a>
        ))}
      </span>
      {more.length > 0 && <span>{more.join(' · ')}</span>}
      <small>{say('fromSource', { source: origin.source, on: formats.date(origin.on) })}</small>
    </span>
  );
}

function Deeds({ contact, onChange }: { readonly contact: Contact; readonly onChange: () => void }) {
  const say = useWords(peopleWords);
  const remove = useRemoveContact();
  const { name } = contact;
  return (
    <span className={classes.deeds}>
      <ActionIcon variant="subtle" aria-label={say('changePerson', { name })} onClick={onChange}>
        <Pencil size={14} strokeWidth={1.8} aria-hidden />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        aria-label={say('removePerson', { name })}
        loading={remove.isPending}
        onClick={() => remove.mutate(contact, { onError: (error) => tell(error.message) })}
      >
        <Trash2 size={14} strokeWidth={1.8} aria-hidden />
      </ActionIcon>
    </span>
  );
}
