import { useQuery } from '@tanstack/react-query';
import { ErrorNote } from '../../../design/error-note.tsx';
import { Block } from '../../../design/page.tsx';
import { Skeleton } from '../../../design/skeleton.tsx';
import { useWords } from '../../../language/language.tsx';
import { api } from '../../../server/api.ts';
import { SessionTable } from '../session-table.tsx';
import { useAct } from '../use-act.ts';
import { mineWords } from './words.ts';

/** Where one is signed in oneself. */
export function MySessions() {
  const say = useWords(mineWords);
  const act = useAct();
  const sessions = useQuery({
    queryKey: ['sessions', 'mine'],
    queryFn: ({ signal }) => api.mySessions({ signal }),
  });
  return (
    <Block title={say('sessions')}>
      {sessions.error && <ErrorNote error={sessions.error} retry={() => void sessions.refetch()} />}
      {sessions.isPending && <Skeleton height={60} />}
      {sessions.data && (
        <SessionTable
          sessions={sessions.data.sessions}
          onEnd={(sessionId) =>
            void act(async () => {
              await api.endMySession({ params: { sessionId } });
              await sessions.refetch();
            })
          }
        />
      )}
    </Block>
  );
}
