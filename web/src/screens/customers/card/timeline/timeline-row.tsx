import { ActionIcon } from '@mantine/core';
import { Check, Pencil, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { tell } from '../../../../app/undo.tsx';
import { touchWords } from '../../../../design/touch-words.ts';
import { useWords } from '../../../../language/language.tsx';
import type { TimelineItem } from '../../../../server/api.ts';
import type { Who } from '../ask.ts';
import { ChangeEntry } from './change-entry.tsx';
import { draftOf, type EntryItem, isEntry } from './draft.ts';
import { kindIcons } from './icons.ts';
import classes from './timeline.module.css';
import { useDayWords } from './use-day-words.ts';
import { useItemWords } from './use-item-words.ts';
import { useChangeEntry, useRemoveEntry } from './use-timeline.ts';
import { timelineWords } from './words.ts';

/** Letters: more than that is told, not named. */
const longestHead = 120;

/** Something that happened: its sign, the day in words, what it was and who says so. */
export function TimelineRow({
  who,
  item,
  short,
}: {
  readonly who: Who;
  readonly item: TimelineItem;
  /** Two lines of it. */
  readonly short?: boolean;
}) {
  const sayTouch = useWords(touchWords);
  const dayWords = useDayWords();
  const itemWords = useItemWords(who);
  const Icon = kindIcons[item.kind];
  const { head, rest, late } = itemWords(item);
  return (
    <li className={classes.row} data-short={short || undefined}>
      <Icon size={16} strokeWidth={1.8} aria-hidden />
      <time dateTime={item.day}>{dayWords(item.day, item.time)}</time>
      <p className={classes.what}>
        <span className="sr-only">{sayTouch('kind', { kind: item.kind })}. </span>
        {head.length > longestHead ? head : <b>{head}</b>}
        {rest.map((part) => (
          <span key={part} data-late={part === late || undefined}>
            {' · '}
            {part}
          </span>
        ))}
      </p>
      {isEntry(item) && item.entry.changeable && <Deeds item={item} />}
    </li>
  );
}

function Deeds({ item }: { readonly item: EntryItem }) {
  const say = useWords(timelineWords);
  const [changing, setChanging] = useState(false);
  const change = useChangeEntry(item);
  const remove = useRemoveEntry(item);
  const told = { onError: (error: Error) => tell(error.message) };
  const about = `: ${item.text.slice(0, 60)}`;
  return (
    <span className={classes.deeds}>
      {item.kind === 'task' && !item.entry.done && (
        <ActionIcon
          variant="subtle"
          aria-label={say('markDone', { text: item.text.slice(0, 60) })}
          loading={change.isPending}
          onClick={() =>
            change.mutate({ draft: { ...draftOf(item), done: true }, version: item.entry.version }, told)
          }
        >
          <Check size={15} strokeWidth={1.8} aria-hidden />
        </ActionIcon>
      )}
      <ActionIcon variant="subtle" aria-label={say('editEntry') + about} onClick={() => setChanging(true)}>
        <Pencil size={14} strokeWidth={1.8} aria-hidden />
      </ActionIcon>
      <ActionIcon
        variant="subtle"
        aria-label={say('removeEntry') + about}
        loading={remove.isPending}
        onClick={() => remove.mutate(undefined, told)}
      >
        <Trash2 size={14} strokeWidth={1.8} aria-hidden />
      </ActionIcon>
      {changing && <ChangeEntry item={item} onClose={() => setChanging(false)} />}
    </span>
  );
}
