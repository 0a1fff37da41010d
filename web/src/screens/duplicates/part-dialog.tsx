import { Button, Group, Modal } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { tell } from '../../app/undo.tsx';
import { changing, EffectPreview } from '../../design/effect-preview.tsx';
import { ErrorNote } from '../../design/error-note.tsx';
import { useWords } from '../../language/language.tsx';
import { api } from '../../server/api.ts';
import { invalidateData } from '../../server/query-client.ts';
import classes from './duplicates.module.css';
import { duplicatesWords } from './words.ts';

export type Merge = Awaited<ReturnType<typeof api.merges>>['merges'][number];

/** What withdrawing a merge would change, before it is done. */
export function PartDialog({ merge, onClose }: { readonly merge: Merge; readonly onClose: () => void }) {
  const say = useWords(duplicatesWords);
  const { id, absorbed, survivor } = merge;
  const names = { absorbed: absorbed.name || absorbed.id, survivor: survivor.name || survivor.id };
  const part = useMutation({
    mutationFn: () => api.unmerge({ params: { id } }),
    onSuccess: () => {
      tell(say('didPart', names));
      void invalidateData();
      onClose();
    },
  });
  const preview = useQuery({
    queryKey: ['unmergePreview', id],
    // Of a merge that is withdrawn there is none.
    enabled: !part.isPending && !part.isSuccess,
    staleTime: 0,
    gcTime: 0,
    queryFn: ({ signal }) => api.unmergePreview({ params: { id } }, { signal }),
  });
  return (
    <Modal
      opened
      onClose={onClose}
      title={say('partTitle')}
      size={620}
      closeButtonProps={{ 'aria-label': say('close') }}
    >
      <div className={classes.dialog}>
        <p>{say('partIntro', names)}</p>
        {part.error && <ErrorNote error={part.error} />}
        <EffectPreview
          {...preview}
          effect={preview.data && changing(preview.data.effect)}
          counting={say('counting')}
          none={say('noEffect')}
        />
      </div>
      <Group justify="flex-end" gap={8}>
        <Button onClick={onClose} data-autofocus>
          {say('cancel')}
        </Button>
        <Button
          variant="filled"
          disabled={!preview.data}
          loading={part.isPending}
          onClick={() => part.mutate()}
        >
          {say('part')}
        </Button>
      </Group>
    </Modal>
  );
}
