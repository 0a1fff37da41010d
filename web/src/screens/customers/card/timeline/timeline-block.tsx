import { Link } from '@tanstack/react-router';
import { ErrorNote } from '../../../../design/error-note.tsx';
import { Block } from '../../../../design/page.tsx';
import { Skeleton } from '../../../../design/skeleton.tsx';
import { useWords } from '../../../../language/language.tsx';
import type { Who } from '../ask.ts';
import classes from './timeline.module.css';
import { TimelineRow } from './timeline-row.tsx';
import { useTimeline } from './use-timeline.ts';
import { timelineWords } from './words.ts';

/** As many as the card has room for. */
const newest = 7;

/** What happened last. */
export function TimelineBlock({ who }: { readonly who: Who }) {
  const say = useWords(timelineWords);
  const { pages, rows } = useTimeline(who, newest);
  return (
    <Block
      title={say('title')}
      aside={
        <Link
          className={classes.link}
          to="/customers/$unit/$id"
          params={{ unit: who.unit, id: String(who.id) }}
          search={{ tab: 'history' }}
        >
          {say('all')}
        </Link>
      }
    >
      {pages.error && <ErrorNote error={pages.error} retry={() => void pages.refetch()} />}
      {pages.isPending && <Skeleton height={newest * 27} />}
      {pages.data && rows.length === 0 && <p className="muted">{say('nothingWhy')}</p>}
      <ol className={classes.list}>
        {rows.slice(0, newest).map((item, index) => (
          <TimelineRow key={keyOf(item, index)} who={who} item={item} short />
        ))}
      </ol>
    </Block>
  );
}

/** Those that have no number of their own stay where they are. */
export const keyOf = (
  { kind, day, entry, edit, shipment }: Parameters<typeof TimelineRow>[0]['item'],
  index: number,
): string =>
  entry
    ? `entry ${entry.id}`
    : edit
      ? `edit ${edit.id}`
      : shipment
        ? `shipment ${shipment.id} ${shipment.customer}`
        : `${kind} ${day} ${index}`;
