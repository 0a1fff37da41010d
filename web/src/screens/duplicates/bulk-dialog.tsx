import { Button, Group, Modal } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { did } from '../../app/undo.tsx';
import { EffectPreview } from '../../design/effect-preview.tsx';
import { ErrorNote } from '../../design/error-note.tsx';
import { Skeleton } from '../../design/skeleton.tsx';
import { useWords } from '../../language/language.tsx';
import { api } from '../../server/api.ts';
import { invalidateData } from '../../server/query-client.ts';
import classes from './duplicates.module.css';
import { certainOnes, keyOf, mergeOf } from './use-candidates.ts';
import { useMergePreview } from './use-merge-preview.ts';
import { duplicatesWords } from './words.ts';

/** As many as the server takes at once. */
const most = 500;

/** All pairs that need no look: who, and what АКБ would be, before it is done. */
export function BulkDialog({ onClose }: { readonly onClose: () => void }) {
  const say = useWords(duplicatesWords);
  const certain = useQuery({
    queryKey: ['certainDuplicates'],
    staleTime: 0,
    gcTime: 0,
    queryFn: ({ signal }) => certainOnes(signal),
  });
  const all = certain.data ?? [];
  const now = all.slice(0, most);
  const preview = useMergePreview(now.map(mergeOf));
  const merge = useMutation({
    mutationFn: () => api.mergeCustomers({ body: { merges: now.map(mergeOf) } }),
    onSuccess: ({ merges }) => {
      did(say('didBulk', { n: merges.length }), async () => {
        for (const id of merges.toReversed()) await api.unmerge({ params: { id } });
        await invalidateData();
      });
      void invalidateData();
      onClose();
    },
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={say('bulk')}
      size={620}
      closeButtonProps={{ 'aria-label': say('close') }}
    >
      <div className={classes.dialog}>
        {certain.error && <ErrorNote error={certain.error} retry={() => void certain.refetch()} />}
        {merge.error && <ErrorNote error={merge.error} />}
        {certain.isPending && <Skeleton height={160} />}
        {certain.data && all.length === 0 && <p>{say('bulkNone')}</p>}
        {now.length > 0 && (
          <>
            <p>{say('bulkIntro', { n: all.length })}</p>
            {all.length > most && <p>{say('bulkPart', { n: most })}</p>}
            {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys */}
            <section className={classes.bulkList} tabIndex={0} aria-label={say('bulk')}>
              <ul>
                {now.map((one) => {
                  const [survivor, absorbed] = one.survivor === one.a.id ? [one.a, one.b] : [one.b, one.a];
                  return (
                    <li key={keyOf(one)}>
                      {say('into', {
                        absorbed: absorbed.name || absorbed.code,
                        survivor: survivor.name || survivor.code,
                      })}
                    </li>
                  );
                })}
              </ul>
            </section>
            <EffectPreview {...preview} counting={say('counting')} none={say('noEffect')} />
          </>
        )}
      </div>
      <Group justify="flex-end" gap={8}>
        <Button onClick={onClose} data-autofocus>
          {say('cancel')}
        </Button>
        {now.length > 0 && (
          <Button
            variant="filled"
            disabled={!preview.data}
            loading={merge.isPending}
            onClick={() => merge.mutate()}
          >
            {say('bulkDo', { n: now.length })}
          </Button>
        )}
      </Group>
    </Modal>
  );
}
