import { Button, Group, Modal, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { tell } from '../../../app/undo.tsx';
import { ErrorNote } from '../../../design/error-note.tsx';
import { useFormats } from '../../../language/formats.ts';
import { useWords } from '../../../language/language.tsx';
import { api } from '../../../server/api.ts';
import { invalidatePlans } from '../../../server/plans.ts';
import { closingWords } from './words.ts';

/** Why a closed month should be opened again: the first of two people says it here. */
export function AskReopening({ month, onClose }: { readonly month: string; readonly onClose: () => void }) {
  const say = useWords(closingWords);
  const period = useFormats().period(month);
  const [reason, setReason] = useState('');
  const ask = useMutation({
    mutationFn: () => api.askReopening({ params: { month }, body: { reason } }),
    onSuccess: () => {
      tell(say('didAsk'));
      onClose();
    },
    onSettled: invalidatePlans,
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    ask.mutate();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={say('askTitle', { period })}
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ 'aria-label': say('closeDialog') }}
    >
      <form onSubmit={submit}>
        <p>{say('askHelp')}</p>
        <Textarea
          label={say('reason')}
          value={reason}
          maxLength={2000}
          autosize
          minRows={2}
          onChange={(event) => setReason(event.currentTarget.value)}
          data-autofocus
        />
        {ask.error && <ErrorNote error={ask.error} />}
        <Group gap={8} mt={12}>
          <Button type="submit" variant="filled" loading={ask.isPending}>
            {say('send')}
          </Button>
          <Button onClick={onClose}>{say('cancelAsk')}</Button>
        </Group>
      </form>
    </Modal>
  );
}
