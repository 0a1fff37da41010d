import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link, useNavigate, useSearch } from '@tanstack/react-router';
import { type TimelineKind, timelineKinds } from '../../../../../../src/domain/entry.ts';
import { Empty } from '../../../../design/empty.tsx';
import { ErrorNote } from '../../../../design/error-note.tsx';
import { Note } from '../../../../design/note.tsx';
import { Block } from '../../../../design/page.tsx';
import { Skeleton } from '../../../../design/skeleton.tsx';
import { useWords } from '../../../../language/language.tsx';
import { api, statusOf, type TimelineItem } from '../../../../server/api.ts';
import type { Who } from '../ask.ts';
import classes from './timeline.module.css';
import { keyOf } from './timeline-block.tsx';
import { TimelineRow } from './timeline-row.tsx';
import { useTimeline } from './use-timeline.ts';
import { timelineWords } from './words.ts';

const pageSize = 50;

/** Everything dated of the customer and his family, by kinds. */
export function TimelineTab({ who }: { readonly who: Who }) {
  const say = useWords(timelineWords);
  const { kinds, entry } = useSearch({ from: '/customers/$unit/$id' });
  const { pages, rows } = useTimeline(who, pageSize, kinds);
  return (
    <>
      {entry !== undefined && <CameFor who={who} id={entry} />}
      <Block title={say('title')}>
        <KindFilter kinds={kinds} />
        {pages.error && <ErrorNote error={pages.error} retry={() => void pages.refetch()} />}
        {pages.isPending && <Skeleton height={420} />}
        {pages.data && rows.length === 0 && (
          <Empty title={say('nothing')}>{say(kinds ? 'nothingOfKind' : 'nothingWhy')}</Empty>
        )}
        <ol className={classes.list} data-ready={pages.data !== undefined || undefined}>
          {rows.map((item, index) => (
            <TimelineRow key={keyOf(item, index)} who={who} item={item} />
          ))}
        </ol>
        {pages.hasNextPage && (
          <Button loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
            {say('more')}
          </Button>
        )}
      </Block>
    </>
  );
}

/** The entry that a search has led to, wherever in the history it stands. */
function CameFor({ who, id }: { readonly who: Who; readonly id: number }) {
  const say = useWords(timelineWords);
  const found = useQuery({
    queryKey: ['entry', id],
    queryFn: ({ signal }) => api.entry({ params: { id } }, { signal }),
  });
  const { data } = found;
  const item: TimelineItem | undefined = data && {
    ...{ kind: data.kind, day: data.day, time: data.time, whose: null, who: data.author, text: data.text },
    entry: {
      ...{ id, version: data.version, outcome: data.outcome, due: data.due },
      ...{ done: data.done, changeable: data.changeable },
    },
  };
  return (
    <Block
      title={say('cameFor')}
      aside={
        <Link className={classes.link} from="/customers/$unit/$id" to="." search={{ tab: 'history' }}>
          {say('showAll')}
        </Link>
      }
    >
      {statusOf(found.error) === 404 ? (
        <Note>{say('gone')}</Note>
      ) : (
        found.error && <ErrorNote error={found.error} retry={() => void found.refetch()} />
      )}
      {found.isPending && <Skeleton height={28} />}
      {item && statusOf(found.error) !== 404 && (
        <ol className={classes.list} data-found>
          <TimelineRow who={who} item={item} />
        </ol>
      )}
    </Block>
  );
}

function KindFilter({ kinds }: { readonly kinds: readonly TimelineKind[] | undefined }) {
  const say = useWords(timelineWords);
  const navigate = useNavigate({ from: '/customers/$unit/$id' });
  const show = (chosen: readonly TimelineKind[]) =>
    void navigate({
      search: { tab: 'history', ...(chosen.length > 0 && { kinds: [...chosen] }) },
      replace: true,
      resetScroll: false,
    });
  return (
    <fieldset className={classes.filter}>
      <legend className="sr-only">{say('filter')}</legend>
      <button type="button" aria-pressed={kinds === undefined} onClick={() => show([])}>
        {say('everything')}
      </button>
      {timelineKinds.map((kind) => {
        const isChosen = kinds?.includes(kind) ?? false;
        return (
          <button
            key={kind}
            type="button"
            aria-pressed={isChosen}
            onClick={() =>
              show(
                timelineKinds.filter((one) => (one === kind ? !isChosen : (kinds?.includes(one) ?? false))),
              )
            }
          >
            {say('many', { kind })}
          </button>
        );
      })}
    </fieldset>
  );
}
