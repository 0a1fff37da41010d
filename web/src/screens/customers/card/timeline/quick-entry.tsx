import { useEffect, useState } from 'react';
import { useWords } from '../../../../language/language.tsx';
import type { Who } from '../ask.ts';
import { CardDialog } from '../card-dialog.tsx';
import { type Draft, emptyDraft, kindOfKey } from './draft.ts';
import { EntryForm } from './entry-form.tsx';
import { useAddEntry } from './use-timeline.ts';
import { timelineWords } from './words.ts';

/** Writes down a touch from anywhere on the card. What is half written waits here until it is recorded. */
export function QuickEntry({
  who,
  opened,
  onClose,
}: {
  readonly who: Who;
  /** By a key the kind is chosen first; false: closed. */
  readonly opened: 'byKey' | 'byHand' | false;
  readonly onClose: () => void;
}) {
  const say = useWords(timelineWords);
  const [draft, setDraft] = useState<Draft>(emptyDraft);
  const add = useAddEntry(who);
  /** By the second key. */
  const [isChosen, setChosen] = useState(false);
  const { reset } = add;
  useEffect(() => {
    if (opened === false) return setChosen(false);
    reset();
    setDraft((before) => (before.text.trim() === '' ? emptyDraft() : before));
  }, [opened, reset]);
  useEffect(() => {
    if (opened !== 'byKey') return;
    // The second key may come before the form has the focus.
    const onKey = (event: KeyboardEvent) => {
      const kind = kindOfKey(event);
      if (kind === undefined || event.defaultPrevented || isWritten(event.target)) return;
      event.preventDefault();
      setDraft((before) => ({ ...before, kind }));
      setChosen(true);
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [opened]);
  const save = () =>
    add.mutate(draft, {
      onSuccess: () => {
        setDraft(emptyDraft());
        onClose();
      },
    });
  return (
    <CardDialog opened={opened !== false} title={say('record')} onClose={onClose}>
      <EntryForm
        draft={draft}
        onDraft={setDraft}
        focus={opened === 'byKey' && !isChosen ? 'kinds' : 'text'}
        verb={say('save')}
        pending={add.isPending}
        error={add.error}
        onSave={save}
        onClose={onClose}
      />
    </CardDialog>
  );
}

const isWritten = (target: EventTarget | null): boolean =>
  target instanceof HTMLTextAreaElement || (target instanceof HTMLInputElement && target.type !== 'radio');
