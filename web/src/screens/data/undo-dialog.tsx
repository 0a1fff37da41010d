import { Button, Group, Modal } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { EffectTable } from '../../design/effect-table.tsx';
import { ErrorNote } from '../../design/error-note.tsx';
import { Skeleton } from '../../design/skeleton.tsx';
import { useFormats } from '../../language/formats.ts';
import { useWords } from '../../language/language.tsx';
import { type AppliedImport, api } from '../../server/api.ts';
import { ProgressBar } from './progress-bar.tsx';
import classes from './undo-dialog.module.css';
import { useUndo } from './use-undo.ts';
import { dataWords } from './words.ts';

/** What an undo would change, shown before it is done; then how far it is. */
export function UndoDialog({
  import: one,
  onClose,
}: {
  readonly import: Pick<AppliedImport, 'importId' | 'files' | 'appliedAt'>;
  readonly onClose: () => void;
}) {
  const say = useWords(dataWords);
  const formats = useFormats();
  const { importId, files, appliedAt } = one;
  const undo = useUndo(importId, onClose);
  const preview = useQuery({
    queryKey: ['undoPreview', importId],
    enabled: undo.state === 'waiting',
    staleTime: 0,
    gcTime: 0,
    queryFn: ({ signal }) => api.undoPreview({ params: { importId } }, { signal }),
  });
  const { documents, hidden, effect } = preview.data ?? {};
  const atWork = undo.state === 'working';
  return (
    <Modal
      opened
      onClose={onClose}
      title={say('undoTitle', { id: importId })}
      size={620}
      closeButtonProps={{ 'aria-label': say('keep') }}
    >
      <p>{say('undoIntro', { files: files.join(', '), at: formats.instant(appliedAt) })}</p>
      {undo.error !== undefined && <ErrorNote error={undo.error} />}
      {atWork ? (
        <ProgressBar title={say('jobUndo')} progress={undo.progress} />
      ) : (
        <div className={classes.preview} aria-busy={preview.isPending}>
          {preview.isPending && (
            <>
              <p className="muted">{say('undoCounting')}</p>
              <Skeleton height={120} />
            </>
          )}
          {preview.error && <ErrorNote error={preview.error} retry={() => void preview.refetch()} />}
          {documents && hidden && effect && (
            <>
              <p>{say('undoDocuments', documents)}</p>
              {hidden.clients + hidden.deliveryPoints + hidden.products > 0 && (
                <p>{say('undoHidden', hidden)}</p>
              )}
              {effect.length === 0 ? <p>{say('undoNoEffect')}</p> : <EffectTable effect={effect} />}
            </>
          )}
        </div>
      )}
      {!atWork && (
        <Group justify="flex-end" gap={8}>
          <Button onClick={onClose} data-autofocus>
            {say('keep')}
          </Button>
          <Button variant="filled" disabled={!preview.data} onClick={undo.begin}>
            {say('undoConfirm')}
          </Button>
        </Group>
      )}
    </Modal>
  );
}
