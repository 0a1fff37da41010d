import { Button, Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ErrorNote } from '../../../design/error-note.tsx';
import { Skeleton } from '../../../design/skeleton.tsx';
import { useWords } from '../../../language/language.tsx';
import { api, type User } from '../../../server/api.ts';
import { SessionTable } from '../session-table.tsx';
import classes from '../settings.module.css';
import { useAct } from '../use-act.ts';
import { commonWords } from '../words.ts';
import { usersWords } from './words.ts';

/** Where a user is signed in, each with an end. */
export function UserSessions({ user, onClose }: { readonly user: User; readonly onClose: () => void }) {
  const say = useWords(usersWords);
  const common = useWords(commonWords);
  const act = useAct();
  const params = { userId: user.id };
  const sessions = useQuery({
    queryKey: ['sessions', user.id],
    queryFn: ({ signal }) => api.userSessions({ params }, { signal }),
  });
  const after = (end: () => Promise<unknown>) =>
    void act(async () => {
      await end();
      await sessions.refetch();
    });
  const all = sessions.data?.sessions ?? [];
  return (
    <Modal
      opened
      size="lg"
      onClose={onClose}
      title={say('sessionsOf', { name: user.name })}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      <div className={classes.form}>
        {sessions.error && <ErrorNote error={sessions.error} retry={() => void sessions.refetch()} />}
        {sessions.isPending && <Skeleton height={60} />}
        {sessions.data && all.length === 0 && <p>{say('noSessions')}</p>}
        {all.length > 0 && (
          <SessionTable
            sessions={all}
            onEnd={(sessionId) => after(() => api.endUserSession({ params: { ...params, sessionId } }))}
          />
        )}
        <div className={classes.buttons}>
          {all.length > 1 && (
            <Button onClick={() => after(() => api.endUserSessions({ params }))}>{say('endAll')}</Button>
          )}
          <Button variant="filled" onClick={onClose}>
            {common('done')}
          </Button>
        </div>
      </div>
    </Modal>
  );
}
