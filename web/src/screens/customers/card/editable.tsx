import { Button, Textarea, TextInput } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { Pencil } from 'lucide-react';
import { type FormEvent, type KeyboardEvent, type ReactNode, useRef, useState } from 'react';
import type { EditableField } from '../../../../../src/domain/customer-edit.ts';
import { useMay } from '../../../app/session.tsx';
import { ErrorNote } from '../../../design/error-note.tsx';
import { GroundsChoice, groundsOf, noGrounds } from '../../../design/grounds-choice.tsx';
import { useWords } from '../../../language/language.tsx';
import type { CustomerCard } from '../../../server/api.ts';
import { conflictOf } from './conflict.ts';
import classes from './editable.module.css';
import { Merge } from './merge.tsx';
import { useEdit } from './use-edit.ts';
import { cardWords } from './words.ts';

/** px of text and note: as many letters as the server takes. */
const longest: Readonly<Record<EditableField, number>> = {
  ...{ name: 500, clientType: 200, salesChannel: 200, acquisitionChannel: 200, industry: 200, city: 200 },
  pointType: 200,
  ...{ status: 20, statusReason: 500 },
  ...{ address: 1000, legalAddress: 1000, site: 500, note: 10_000 },
};

/**
 * A field that is stated in its place: a click or Enter begins, Ctrl-Enter saves, Esc leaves it as it was. Who saves
 * after somebody else sees both values and chooses.
 */
export function Editable({
  card,
  field,
  long,
  children,
}: {
  readonly card: CustomerCard;
  readonly field: EditableField;
  /** Several lines. */
  readonly long?: boolean;
  /** The value as it is shown. */
  readonly children: ReactNode;
}) {
  const say = useWords(cardWords);
  const may = useMay('editCustomers');
  const edit = useEdit(card);
  /** The version that was looked at: whoever has saved since then is not overwritten. */
  const [begun, setBegun] = useState<{ readonly version: number }>();
  const [text, setText] = useState('');
  /** What somebody else has saved, until one's own word is written after all. */
  const [conflict, setConflict] = useState<ReturnType<typeof conflictOf>>();
  const [grounds, setGrounds] = useState(noGrounds);
  const face = useRef<HTMLButtonElement>(null);
  const of = card.editable[field];
  if (!may || of === undefined) return children;
  if (of !== card.unit)
    return (
      <>
        {children}
        <Elsewhere card={card} field={field} />
      </>
    );
  const begin = () => {
    edit.reset();
    setText(card[field]);
    setBegun({ version: card.version });
  };
  const end = () => {
    setBegun(undefined);
    setConflict(undefined);
    edit.reset();
    // The place where the reader was.
    requestAnimationFrame(() => face.current?.focus());
  };
  const save = (value: string | null, version: number) =>
    edit.mutate(
      { version, [field]: value, ...groundsOf(grounds) },
      {
        onSuccess: end,
        onError: (error) =>
          setConflict((before) => conflictOf(error, 'customerEditStale', 'field') ?? before),
      },
    );
  if (begun === undefined)
    return (
      <button
        ref={face}
        type="button"
        className={classes.face}
        data-empty={card[field] === '' || undefined}
        onClick={begin}
      >
        <span className="sr-only">{say('edit', { field: say(field) })}</span>
        {children}
        <Pencil size={12} strokeWidth={1.8} aria-hidden />
      </button>
    );
  if (conflict)
    return (
      <Merge
        key={conflict.version}
        user={conflict.user}
        fields={conflict.fields.map((one) => ({ ...one, name: say(field) }))}
        pending={edit.isPending}
        error={conflictOf(edit.error, 'customerEditStale', 'field') ? null : edit.error}
        onTake={() => save(text, conflict.version)}
        onClose={end}
      />
    );
  const submit = (event?: FormEvent) => {
    event?.preventDefault();
    save(text, begun.version);
  };
  const onKey = (event: KeyboardEvent) => {
    if (event.key === 'Escape') {
      event.preventDefault();
      end();
    } else if (event.key === 'Enter' && (event.ctrlKey || event.metaKey)) {
      event.preventDefault();
      submit();
    }
  };
  const shared = {
    'aria-label': say(field),
    value: text,
    maxLength: longest[field],
    onKeyDown: onKey,
    'data-autofocus': true,
    autoFocus: true,
  };
  const imported = card.imported[field];
  return (
    <form className={classes.form} onSubmit={submit}>
      {long ? (
        <Textarea {...shared} autosize minRows={3} onChange={(event) => setText(event.currentTarget.value)} />
      ) : (
        <TextInput {...shared} onChange={(event) => setText(event.currentTarget.value)} />
      )}
      <GroundsChoice value={grounds} onChange={setGrounds} />
      {edit.error && <ErrorNote error={edit.error} />}
      <div className={classes.buttons}>
        <Button type="submit" variant="filled" loading={edit.isPending} title="Ctrl Enter">
          {say('save')}
        </Button>
        <Button onClick={end} title="Esc">
          {say('cancel')}
        </Button>
        {imported !== undefined && (
          <Button variant="subtle" onClick={() => save(null, begun.version)}>
            {say('takeImported', { value: imported || '—' })}
          </Button>
        )}
      </div>
    </form>
  );
}

/** Where the field is stated instead. */
function Elsewhere({ card, field }: { readonly card: CustomerCard; readonly field: EditableField }) {
  const say = useWords(cardWords);
  const unit = card.editable[field];
  const client = card.family.client?.id;
  if (unit !== 'client' || client === undefined) return null;
  return (
    <Link
      className={classes.elsewhere}
      to="/customers/$unit/$id"
      params={{ unit: 'client', id: String(client) }}
    >
      {say('elsewhere')}
    </Link>
  );
}
