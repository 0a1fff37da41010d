import { Button } from '@mantine/core';
import { type FormEvent, type KeyboardEvent, useState } from 'react';
import { ErrorNote } from '../../../design/error-note.tsx';
import { Note } from '../../../design/note.tsx';
import { useWords } from '../../../language/language.tsx';
import classes from './merge.module.css';
import { cardWords } from './words.ts';

/** Somebody else has saved meanwhile: both values side by side, of each field one is chosen. */
export function Merge({
  user,
  fields,
  pending,
  error,
  onTake,
  onClose,
}: {
  /** Who has; empty: the owner of the data folder. */
  readonly user: string;
  /** Values as they are shown. */
  readonly fields: readonly {
    readonly field: string;
    readonly name: string;
    readonly now: string;
    readonly yours: string;
  }[];
  readonly pending: boolean;
  readonly error?: unknown;
  /** With the fields of which the reader’s own value is to be written, at least one. */
  readonly onTake: (fields: readonly string[]) => void;
  readonly onClose: () => void;
}) {
  const say = useWords(cardWords);
  const [theirs, setTheirs] = useState<ReadonlySet<string>>(new Set());
  const keep = (field: string, isTheirs: boolean) => {
    const next = new Set(theirs);
    if (isTheirs) next.add(field);
    else next.delete(field);
    setTheirs(next);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    const mine = fields.flatMap(({ field }) => (theirs.has(field) ? [] : [field]));
    if (mine.length === 0) onClose();
    else onTake(mine);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key !== 'Escape') return;
    event.preventDefault();
    onClose();
  };
  return (
    <form className={classes.merge} onSubmit={submit}>
      <Note kind="warning">{say('stale', { user: user || 'none' })}</Note>
      {fields.map(({ field, name, now, yours }) => (
        <fieldset key={field} className={classes.field}>
          <legend>{name}</legend>
          {(['now', 'yours'] as const).map((side) => (
            <label key={side}>
              <input
                type="radio"
                name={`merge ${field}`}
                checked={theirs.has(field) === (side === 'now')}
                onChange={() => keep(field, side === 'now')}
                onKeyDown={onKey}
              />
              <span>
                <small>{say(side)}</small>
                <b>{(side === 'now' ? now : yours) || say('nothing')}</b>
              </span>
            </label>
          ))}
        </fieldset>
      ))}
      {error != null && <ErrorNote error={error} />}
      <div className={classes.buttons}>
        <Button type="submit" variant="filled" loading={pending} title="Ctrl Enter">
          {say('takeChosen')}
        </Button>
        <Button onClick={onClose}>{say('keepTheirs')}</Button>
      </div>
    </form>
  );
}
