import { Button, Radio, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import {
  type CustomerStatus,
  customerStatuses,
  isCustomerStatus,
  statusUnlessSaid,
} from '../../../../../../src/domain/customer-status.ts';
import { ErrorNote } from '../../../../design/error-note.tsx';
import { GroundsChoice, groundsOf, noGrounds } from '../../../../design/grounds-choice.tsx';
import { useWords } from '../../../../language/language.tsx';
import type { CustomerCard } from '../../../../server/api.ts';
import { conflictOf } from '../conflict.ts';
import { Merge } from '../merge.tsx';
import { localDay } from '../timeline/use-day-words.ts';
import { useEdit } from '../use-edit.ts';
import { useFieldWords } from '../use-field-words.ts';
import classes from './terms.module.css';
import { termsWords } from './words.ts';

/** What has become of a customer, since which day and why. */
export function StatusForm({ card, onClose }: { readonly card: CustomerCard; readonly onClose: () => void }) {
  const say = useWords(termsWords);
  const fieldWords = useFieldWords();
  const edit = useEdit(card);
  const [begun] = useState(card.version);
  const [status, setStatus] = useState<CustomerStatus>(
    isCustomerStatus(card.status) ? card.status : statusUnlessSaid,
  );
  const [statusReason, setReason] = useState(card.statusReason);
  const [since, setSince] = useState(localDay);
  const [grounds, setGrounds] = useState(noGrounds);
  const said = { status, statusReason };
  const save = (fields: Partial<typeof said>, version: number) =>
    edit.mutate(
      { version, ...fields, ...(since !== localDay() && { since }), ...groundsOf(grounds) },
      { onSuccess: onClose },
    );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!edit.isPending) save(said, begun);
  };
  const conflict = conflictOf(edit.error, 'customerEditStale', 'field');
  if (conflict)
    return (
      <Merge
        key={conflict.version}
        user={conflict.user}
        fields={conflict.fields.map(({ field, now, yours }) => ({
          field,
          name: fieldWords.name(field),
          now: fieldWords.value(field, now),
          yours: fieldWords.value(field, yours),
        }))}
        pending={edit.isPending}
        onTake={(mine) =>
          save(
            {
              ...(mine.includes('status') && { status }),
              // A status takes its reason along, and drops the one before.
              statusReason: mine.includes('statusReason')
                ? statusReason
                : (conflict.fields.find(({ field }) => field === 'statusReason')?.now ?? ''),
            },
            conflict.version,
          )
        }
        onClose={onClose}
      />
    );
  return (
    <form className={classes.form} onSubmit={submit}>
      <Radio.Group
        label={say('status')}
        description={say('statusHelp')}
        value={status}
        onChange={(chosen) => isCustomerStatus(chosen) && setStatus(chosen)}
      >
        <div className={classes.statuses}>
          {customerStatuses.map((one) => (
            <Radio
              key={one}
              value={one}
              label={say('statusIs', { status: one })}
              {...(one === status && { 'data-autofocus': true })}
            />
          ))}
        </div>
      </Radio.Group>
      <div className={classes.pairs}>
        <TextInput
          type="date"
          label={say('sinceDay')}
          value={since}
          max={localDay()}
          onChange={(event) => setSince(event.currentTarget.value)}
          required
        />
        <TextInput
          label={say('reason')}
          value={statusReason}
          maxLength={500}
          required={status === 'ended'}
          {...(status === 'ended' && { description: say('needsReason') })}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </div>
      <GroundsChoice value={grounds} onChange={setGrounds} />
      {edit.error && <ErrorNote error={edit.error} />}
      <div className={classes.buttons}>
        <Button type="submit" variant="filled" loading={edit.isPending} title="Ctrl Enter">
          {say('save')}
        </Button>
        <Button onClick={onClose}>{say('cancel')}</Button>
      </div>
    </form>
  );
}
