import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { did } from '../../../../app/undo.tsx';
import { groundsWords } from '../../../../design/grounds-words.ts';
import { useWords } from '../../../../language/language.tsx';
import { api, type Contact } from '../../../../server/api.ts';
import type { Who } from '../ask.ts';
import { localDay } from '../timeline/use-day-words.ts';
import { peopleWords } from './words.ts';

type Contacts = Awaited<ReturnType<typeof api.contacts>>;
export type ImportedContact = Contacts['imported'][number];
type NewContact = Parameters<typeof api.addContact>[0]['body'];
export type ContactFields = Omit<NewContact, 'unit' | 'id'>;

/** Persons of the family; nobody is asked for where they are kept from the reader. */
export const useContacts = ({ unit, id }: Who, isShown: boolean) =>
  useQuery({
    queryKey: ['contacts', unit, id],
    enabled: isShown,
    queryFn: ({ signal }) => api.contacts({ params: { unit, id } }, { signal }),
  });

function useRefresh() {
  const client = useQueryClient();
  return () => client.invalidateQueries({ queryKey: ['contacts'] });
}

/** Adds a person, or changes one. */
export function useSaveContact({ unit, id }: Who, contact: Contact | undefined) {
  const say = useWords(peopleWords);
  const refresh = useRefresh();
  return useMutation({
    mutationFn: (fields: ContactFields) =>
      contact === undefined
        ? api.addContact({ body: { unit, id, ...fields } })
        : api.changeContact({
            params: { id: contact.id },
            body: { version: contact.version, ...fields },
          }),
    onSuccess: (saved) => {
      void refresh();
      did(say(contact === undefined ? 'added' : 'saved', { name: saved.name }), async () => {
        if (contact === undefined) await api.removeContact({ params: { id: saved.id } });
        else
          await api.changeContact({
            params: { id: contact.id },
            body: { version: saved.version, ...fieldsOf(contact) },
          });
        await refresh();
      });
    },
  });
}

export function useRemoveContact() {
  const say = useWords(peopleWords);
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ id }: Contact) => api.removeContact({ params: { id } }),
    onSuccess: (_, { id, name }) => {
      void refresh();
      did(say('removed', { name }), async () => {
        await api.restoreContact({ params: { id } });
        await refresh();
      });
    },
  });
}

/** Makes a contact of what a file says, with one click. */
export function useTakeOver({ unit, id }: Who) {
  const say = useWords(peopleWords);
  const sayGrounds = useWords(groundsWords);
  const refresh = useRefresh();
  return useMutation({
    mutationFn: ({ from, name }: ImportedContact) => {
      const origin = {
        ...{
          source: say('sourceFile'),
          basis: sayGrounds('basisInterest'),
          purpose: sayGrounds('purposeSales'),
        },
        on: localDay(),
      };
      return api.takeOverContact({ params: { unit, id }, body: { from, origin, name } });
    },
    onSuccess: (contact) => {
      void refresh();
      did(say('taken', { name: contact.name }), async () => {
        await api.removeContact({ params: { id: contact.id } });
        await refresh();
      });
    },
  });
}

export const fieldsOf = ({
  name,
  role,
  position,
  phones,
  emails,
  messenger,
  birthday,
  channel,
  note,
  special,
  origin,
}: Contact): ContactFields => ({
  ...{ name, role, position, emails, messenger, birthday, channel, note, origin },
  phones: phones.map(({ raw }) => raw),
  ...(special && { special }),
});

/** What files say of persons who are no contacts yet. */
export const notTaken = ({ contacts, imported }: Contacts) =>
  imported.filter((one) => !contacts.some(({ name }) => name === one.name));
