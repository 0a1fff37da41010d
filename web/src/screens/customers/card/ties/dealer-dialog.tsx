import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { ErrorNote } from '../../../../design/error-note.tsx';
import { FindCustomer, type FoundCustomer } from '../../../../filters/find-customer.tsx';
import { useFormats } from '../../../../language/formats.ts';
import { useWords } from '../../../../language/language.tsx';
import type { CustomerDealers } from '../../../../server/api.ts';
import { CardDialog } from '../card-dialog.tsx';
import classes from '../terms/terms.module.css';
import { localDay } from '../timeline/use-day-words.ts';
import { useStateDealer } from './use-dealers.ts';
import { tieWords } from './words.ts';

/** Whose sub-dealer a customer is, from a day on. */
export function DealerDialog({
  of,
  onClose,
}: {
  readonly of: CustomerDealers;
  readonly onClose: () => void;
}) {
  const say = useWords(tieWords);
  const formats = useFormats();
  const [dealer, setDealer] = useState<FoundCustomer | null>(of.dealer);
  const [since, setSince] = useState(localDay);
  const state = useStateDealer(of);
  const submit = (event: FormEvent) => {
    event.preventDefault();
    state.mutate({ dealer: dealer?.id ?? null, since }, { onSuccess: onClose });
  };
  return (
    <CardDialog opened title={say('changeTitle')} onClose={onClose}>
      <form className={classes.form} onSubmit={submit}>
        <p className="muted">{say('help')}</p>
        <FindCustomer
          label={say('whose')}
          unit="client"
          chosen={dealer}
          except={[of.id]}
          onChoose={setDealer}
          autoFocus
        />
        <TextInput
          type="date"
          label={say('since')}
          value={since}
          onChange={(event) => setSince(event.currentTarget.value)}
          required
        />
        {of.history.length > 0 && (
          <div>
            <h3>{say('said')}</h3>
            <ul>
              {of.history.map(({ id, since: day, dealer: said, user }) => (
                <li key={id}>
                  {say('saidOf', {
                    day: formats.date(day),
                    dealer: said?.name ?? 'none',
                    user: user || say('holder'),
                  })}
                </li>
              ))}
            </ul>
          </div>
        )}
        {state.error && <ErrorNote error={state.error} />}
        <div className={classes.buttons}>
          <Button type="submit" variant="filled" loading={state.isPending} title="Ctrl Enter">
            {say('save')}
          </Button>
          <Button onClick={onClose}>{say('cancel')}</Button>
        </div>
      </form>
    </CardDialog>
  );
}
