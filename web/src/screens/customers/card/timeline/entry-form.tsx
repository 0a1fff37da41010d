import { Button, Checkbox, Textarea, TextInput } from '@mantine/core';
import { type FormEvent, type KeyboardEvent, type ReactNode, useEffect, useRef } from 'react';
import { type EntryKind, longestOutcome, longestText } from '../../../../../../src/domain/entry.ts';
import { ErrorNote } from '../../../../design/error-note.tsx';
import { GroundsChoice } from '../../../../design/grounds-choice.tsx';
import { touchWords } from '../../../../design/touch-words.ts';
import { useWords } from '../../../../language/language.tsx';
import { type Draft, kindOfKey, kindsInOrder } from './draft.ts';
import classes from './entry-form.module.css';
import { kindIcons } from './icons.ts';
import { localDay } from './use-day-words.ts';
import { timelineWords } from './words.ts';

/** A touch of a customer, to be written down: the kind by a digit, the text, Ctrl Enter. */
export function EntryForm({
  draft,
  onDraft,
  focus,
  verb,
  pending,
  error,
  conflict,
  onSave,
  onClose,
}: {
  readonly draft: Draft;
  readonly onDraft: (draft: Draft) => void;
  /** Where the writer begins. */
  readonly focus: 'kinds' | 'text';
  readonly verb: string;
  readonly pending: boolean;
  readonly error?: unknown;
  /** Instead of the error: what somebody else has written meanwhile. */
  readonly conflict?: ReactNode;
  readonly onSave: () => void;
  readonly onClose: () => void;
}) {
  const say = useWords(timelineWords);
  const sayTouch = useWords(touchWords);
  const text = useRef<HTMLTextAreaElement>(null);
  /** Arrows only look at the next kind; whoever clicks one or presses its digit has chosen. */
  const walking = useRef(false);
  useEffect(() => {
    if (focus === 'text') text.current?.focus();
  }, [focus]);
  const set = (part: Partial<Draft>) => onDraft({ ...draft, ...part });
  const choose = (kind: EntryKind, chosen: boolean) => {
    set({ kind });
    if (chosen) text.current?.focus();
  };
  const onKindKey = (event: KeyboardEvent) => {
    walking.current = event.key.startsWith('Arrow');
    const kind = kindOfKey(event);
    if (kind === undefined && event.key !== 'Enter') return;
    event.preventDefault();
    choose(kind ?? draft.kind, true);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    if (!pending) onSave();
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      <fieldset className={classes.kinds}>
        <legend className="sr-only">{say('kinds')}</legend>
        {kindsInOrder.map((kind, index) => {
          const Icon = kindIcons[kind];
          return (
            <label key={kind}>
              <input
                type="radio"
                name="kind"
                value={kind}
                checked={draft.kind === kind}
                onKeyDown={onKindKey}
                onPointerDown={() => {
                  walking.current = false;
                }}
                onChange={() => choose(kind, !walking.current)}
                {...(focus === 'kinds' && draft.kind === kind && { 'data-autofocus': true })}
              />
              <Icon size={16} strokeWidth={1.8} aria-hidden />
              <span>{sayTouch('kind', { kind })}</span>
              <small aria-hidden="true">{index + 1}</small>
            </label>
          );
        })}
      </fieldset>
      <Textarea
        ref={text}
        label={say('text')}
        placeholder={say('textHint')}
        value={draft.text}
        maxLength={longestText}
        onChange={(event) => set({ text: event.currentTarget.value })}
        autosize
        minRows={4}
        maxRows={14}
        required
        {...(focus === 'text' && { 'data-autofocus': true })}
      />
      <div className={classes.more}>
        <TextInput
          className={classes.outcome}
          label={say('outcome')}
          placeholder={say('outcomeHint')}
          value={draft.outcome}
          maxLength={longestOutcome}
          onChange={(event) => set({ outcome: event.currentTarget.value })}
        />
        {draft.kind === 'task' && (
          <TextInput
            type="date"
            label={say('due')}
            value={draft.due}
            onChange={(event) => set({ due: event.currentTarget.value })}
          />
        )}
        <TextInput
          type="date"
          label={say('day')}
          value={draft.day}
          min="1900-01-01"
          max={localDay()}
          required
          onChange={(event) => set({ day: event.currentTarget.value })}
        />
        <TextInput
          type="time"
          label={say('time')}
          value={draft.time}
          onChange={(event) => set({ time: event.currentTarget.value })}
        />
      </div>
      {draft.kind === 'task' && (
        <Checkbox
          label={say('done')}
          checked={draft.done}
          onChange={(event) => set({ done: event.currentTarget.checked })}
        />
      )}
      <GroundsChoice value={draft.grounds} onChange={(grounds) => set({ grounds })} />
      {conflict ??
        (error !== undefined && error !== null && (
          <div>
            <ErrorNote error={error} />
            <p className="muted">{say('kept')}</p>
          </div>
        ))}
      <div className={classes.buttons}>
        <Button type="submit" variant="filled" loading={pending} title="Ctrl Enter">
          {verb}
        </Button>
        <Button onClick={onClose}>{say('cancel')}</Button>
        <small className={classes.keys}>{say('keys')}</small>
      </div>
    </form>
  );
}
