import { Button, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { isTerm, type TermKind, termKinds, termShapes } from '../../../../../../src/domain/terms.ts';
import { ErrorNote } from '../../../../design/error-note.tsx';
import { Note } from '../../../../design/note.tsx';
import { useWords } from '../../../../language/language.tsx';
import type { CustomerTerms } from '../../../../server/api.ts';
import type { Who } from '../ask.ts';
import { conflictOf } from '../conflict.ts';
import { Merge } from '../merge.tsx';
import { localDay } from '../timeline/use-day-words.ts';
import { cleanTerm } from './clean-term.ts';
import classes from './terms.module.css';
import { useTermWords } from './use-term-words.ts';
import { useChangeTerms } from './use-terms.ts';
import { termsWords } from './words.ts';

/** What is agreed from a day on, and why; only what was changed is said. */
export function TermsForm({
  who,
  terms,
  onClose,
}: {
  readonly who: Who;
  /** As they were when the writer began: whoever has saved since then is not overwritten. */
  readonly terms: CustomerTerms;
  readonly onClose: () => void;
}) {
  const say = useWords(termsWords);
  const termWords = useTermWords();
  const change = useChangeTerms(who);
  const [begun] = useState(terms);
  const before = new Map(begun.now.map(({ kind, value }) => [kind, value]));
  const [texts, setTexts] = useState<Partial<Record<TermKind, string>>>({});
  const [since, setSince] = useState(localDay);
  const [reason, setReason] = useState('');
  const [isTried, setTried] = useState(false);
  const said = termKinds.flatMap((kind): (readonly [TermKind, string])[] => {
    const typed = texts[kind];
    const value = typed === undefined ? undefined : cleanTerm(kind, typed);
    return value === undefined || value === (before.get(kind) ?? '') ? [] : [[kind, value]];
  });
  const wrong = new Set(said.flatMap(([kind, value]) => (isTerm(kind, value) ? [] : [kind])));
  const save = (of: readonly (readonly [TermKind, string])[], version: number) =>
    change.mutate(
      { version, reason, ...(since !== localDay() && { since }), terms: Object.fromEntries(of) },
      { onSuccess: onClose },
    );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (said.length > 0 && wrong.size === 0 && !change.isPending) save(said, begun.version);
  };
  const conflict = conflictOf(change.error, 'termsStale', 'kind');
  if (conflict)
    return (
      <Merge
        key={conflict.version}
        user={conflict.user}
        fields={conflict.fields.map(({ field, now, yours }) => ({
          field,
          name: say('kind', { kind: field }),
          now: termWords(field as TermKind, now),
          yours: termWords(field as TermKind, yours),
        }))}
        pending={change.isPending}
        onTake={(mine) =>
          save(
            said.filter(([kind]) => mine.includes(kind)),
            conflict.version,
          )
        }
        onClose={onClose}
      />
    );
  return (
    <form className={classes.form} onSubmit={submit}>
      <div className={classes.pairs}>
        {termKinds.map((kind, index) => (
          <TextInput
            key={kind}
            label={say('kind', { kind }) + say('unit', { shape: termShapes[kind] })}
            value={texts[kind] ?? before.get(kind) ?? ''}
            onChange={(event) => setTexts({ ...texts, [kind]: event.currentTarget.value })}
            inputMode={termShapes[kind] === 'text' ? 'text' : 'decimal'}
            maxLength={500}
            error={isTried && wrong.has(kind) && say('wrong', { shape: termShapes[kind] })}
            {...(index === 0 && { 'data-autofocus': true })}
          />
        ))}
      </div>
      <div className={classes.pairs}>
        <TextInput
          type="date"
          label={say('holdsFrom')}
          value={since}
          onChange={(event) => setSince(event.currentTarget.value)}
          required
        />
        <TextInput
          label={say('reason')}
          placeholder={say('reasonHint')}
          value={reason}
          maxLength={500}
          onChange={(event) => setReason(event.currentTarget.value)}
        />
      </div>
      {isTried && said.length === 0 && <Note>{say('nothingChanged')}</Note>}
      {change.error && <ErrorNote error={change.error} />}
      <div className={classes.buttons}>
        <Button type="submit" variant="filled" loading={change.isPending} title="Ctrl Enter">
          {say('save')}
        </Button>
        <Button onClick={onClose}>{say('cancel')}</Button>
      </div>
    </form>
  );
}
