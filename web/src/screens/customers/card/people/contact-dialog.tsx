import { Autocomplete, Button, Select, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { contactChannels, contactRoles, specialFields } from '../../../../../../src/domain/contact.ts';
import { ErrorNote } from '../../../../design/error-note.tsx';
import { GroundsFields } from '../../../../design/grounds-choice.tsx';
import { groundsWords } from '../../../../design/grounds-words.ts';
import { touchWords } from '../../../../design/touch-words.ts';
import { useWords } from '../../../../language/language.tsx';
import type { Contact } from '../../../../server/api.ts';
import type { Who } from '../ask.ts';
import { CardDialog } from '../card-dialog.tsx';
import { localDay } from '../timeline/use-day-words.ts';
import { birthdayOf, birthdayText } from './birthday.ts';
import classes from './people.module.css';
import { useSaveContact } from './use-contacts.ts';
import { peopleWords } from './words.ts';

const partsOf = (typed: string): string[] =>
  typed.split(/[,;\n]/).flatMap((part) => (part.trim() === '' ? [] : [part.trim()]));

/** Adds a person or changes one, with where the personal data are from. */
export function ContactDialog({
  who,
  contact,
  special,
  onClose,
}: {
  readonly who: Who;
  readonly contact?: Contact;
  /** Special information may be entered. */
  readonly special: boolean;
  readonly onClose: () => void;
}) {
  const say = useWords(peopleWords);
  const sayTouch = useWords(touchWords);
  const sayGrounds = useWords(groundsWords);
  const save = useSaveContact(who, contact);
  const [texts, setTexts] = useState(() => ({
    ...{ name: contact?.name ?? '', position: contact?.position ?? '' },
    phones: contact?.phones.map(({ raw }) => raw).join(', ') ?? '',
    ...{ emails: contact?.emails.join(', ') ?? '', messenger: contact?.messenger ?? '' },
    ...{ birthday: birthdayText(contact?.birthday ?? null), note: contact?.note ?? '' },
    ...{ family: contact?.special?.family ?? '', hobbies: contact?.special?.hobbies ?? '' },
    children: contact?.special?.children ?? '',
    source: contact?.origin.source ?? say('sourceSaid'),
    basis: contact?.origin.basis ?? sayGrounds('basisInterest'),
    purpose: contact?.origin.purpose ?? sayGrounds('purposeSales'),
    on: contact?.origin.on ?? localDay(),
  }));
  const [role, setRole] = useState(contact?.role ?? 'decisionMaker');
  const [channel, setChannel] = useState(contact?.channel ?? null);
  const birthday = birthdayOf(texts.birthday);
  const text = (field: keyof typeof texts) => ({
    label: say(field as keyof typeof peopleWords),
    value: texts[field],
    onChange: ({ currentTarget }: { readonly currentTarget: { readonly value: string } }) =>
      setTexts({ ...texts, [field]: currentTarget.value }),
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (birthday === undefined || save.isPending) return;
    const { name, position, messenger, note, family, hobbies, children } = texts;
    const { source, basis, purpose, on } = texts;
    save.mutate(
      {
        ...{ name, role, position, messenger, birthday, channel, note },
        ...{ phones: partsOf(texts.phones), emails: partsOf(texts.emails) },
        ...(special && { special: { family, hobbies, children } }),
        origin: { source, basis, purpose, on },
      },
      { onSuccess: onClose },
    );
  };
  return (
    <CardDialog
      opened
      title={contact ? say('changePerson', { name: contact.name }) : say('addPerson')}
      onClose={onClose}
    >
      <form className={classes.form} onSubmit={submit}>
        <div className={classes.pairs}>
          <TextInput {...text('name')} maxLength={500} required data-autofocus />
          <Select
            label={say('role')}
            data={contactRoles.map((one) => ({ value: one, label: sayTouch('role', { role: one }) }))}
            value={role}
            onChange={(chosen) => chosen && setRole(chosen)}
            allowDeselect={false}
          />
          <TextInput {...text('position')} maxLength={500} />
          <TextInput {...text('phones')} description={say('several')} inputMode="tel" />
          <TextInput {...text('emails')} description={say('several')} inputMode="email" />
          <TextInput {...text('messenger')} maxLength={500} />
          <TextInput
            {...text('birthday')}
            placeholder={say('birthdayHint')}
            error={birthday === undefined && say('birthdayWrong')}
          />
          <Select
            label={say('channel')}
            data={contactChannels.map((one) => ({ value: one, label: say('channelIs', { channel: one }) }))}
            value={channel}
            onChange={(chosen) => setChannel(chosen)}
            clearable
          />
        </div>
        <Textarea {...text('note')} maxLength={5000} autosize minRows={2} />
        {special && (
          <fieldset className={classes.part}>
            <legend>{say('special')}</legend>
            <div className={classes.pairs}>
              {specialFields.map((field) => (
                <TextInput
                  key={field}
                  {...text(field)}
                  label={say('specialField', { field })}
                  maxLength={500}
                />
              ))}
            </div>
          </fieldset>
        )}
        <fieldset className={classes.part}>
          <legend>{say('origin')}</legend>
          <p className="muted">{say('originWhy')}</p>
          <div className={classes.pairs}>
            <Autocomplete
              label={say('source')}
              value={texts.source}
              data={[say('sourceSaid'), say('sourceCard'), say('sourceSite'), say('sourceFile')]}
              onChange={(source) => setTexts({ ...texts, source })}
              maxLength={500}
              required
            />
            <GroundsFields
              value={texts}
              onChange={({ basis, purpose }) => setTexts({ ...texts, basis, purpose })}
              required
            />
            <TextInput {...text('on')} type="date" max={localDay()} required />
          </div>
        </fieldset>
        {save.error && (
          <div>
            <ErrorNote error={save.error} />
            <p className="muted">{say('kept')}</p>
          </div>
        )}
        <div className={classes.buttons}>
          <Button type="submit" variant="filled" loading={save.isPending} title="Ctrl Enter">
            {say('save')}
          </Button>
          <Button onClick={onClose}>{say('cancel')}</Button>
        </div>
      </form>
    </CardDialog>
  );
}
