import { Button } from '@mantine/core';
import { useInfiniteQuery, useQuery } from '@tanstack/react-query';
import { useMay, useMe } from '../../../app/session.tsx';
import { Empty } from '../../../design/empty.tsx';
import { ErrorNote } from '../../../design/error-note.tsx';
import { Block } from '../../../design/page.tsx';
import { Skeleton } from '../../../design/skeleton.tsx';
import { useWords } from '../../../language/language.tsx';
import { api } from '../../../server/api.ts';
import classes from '../settings.module.css';
import { useSettings } from '../use-settings.ts';
import { AuditEntries } from './audit-entries.tsx';
import { AuditFilter } from './audit-filter.tsx';
import { auditQuestion } from './audit-question.ts';
import { ChainCheck } from './chain-check.tsx';
import { UsualGrounds } from './usual-grounds.tsx';
import { auditWords } from './words.ts';

const ofPage = 100;

/** Who did what and when, newest first. */
export function Audit() {
  const say = useWords(auditWords);
  const { search, change } = useSettings();
  const me = useMe();
  const managing = useMay('manageUsers');
  const users = useQuery({
    queryKey: ['users'],
    enabled: managing,
    queryFn: ({ signal }) => api.users({ signal }),
  });
  const question = auditQuestion(search);
  const pages = useInfiniteQuery({
    queryKey: ['audit', question],
    initialPageParam: undefined as string | undefined,
    queryFn: ({ pageParam, signal }) =>
      api.audit(
        { query: { ...question, limit: ofPage, ...(pageParam !== undefined && { cursor: pageParam }) } },
        { signal },
      ),
    getNextPageParam: ({ next }) => next ?? undefined,
  });
  const known = users.data?.users ?? [];
  const nameOf = (id: number | null): string => {
    if (id === null) return say('holder');
    const found = id === me.user?.id ? me.user : known.find((user) => user.id === id);
    return found?.name ?? say('userNumber', { id });
  };
  const entries = pages.data?.pages.flatMap((page) => page.entries) ?? [];
  return (
    <div className={classes.blocks}>
      <ChainCheck />
      <UsualGrounds />
      <Block title={say('events')}>
        <AuditFilter users={known} search={search} onChange={change} />
        {pages.error && <ErrorNote error={pages.error} retry={() => void pages.refetch()} />}
        {pages.isPending && <Skeleton height={320} />}
        {pages.data && entries.length === 0 && <Empty title={say('none')}>{say('noneHelp')}</Empty>}
        {entries.length > 0 && (
          <AuditEntries entries={entries} nameOf={nameOf} onSubject={(subject) => change({ subject })} />
        )}
        {pages.hasNextPage && (
          <Button mt={12} loading={pages.isFetchingNextPage} onClick={() => void pages.fetchNextPage()}>
            {say('more')}
          </Button>
        )}
      </Block>
    </div>
  );
}
