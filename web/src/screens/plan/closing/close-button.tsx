import { Button, Group, Modal } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Lock } from 'lucide-react';
import { useState } from 'react';
import { tell } from '../../../app/undo.tsx';
import { ErrorNote } from '../../../design/error-note.tsx';
import { useFormats } from '../../../language/formats.ts';
import { useWords } from '../../../language/language.tsx';
import { api } from '../../../server/api.ts';
import { invalidatePlans } from '../../../server/plans.ts';
import { closingWords } from './words.ts';

/** Settles a month that is over, after a word of what that means. */
export function CloseButton({ month }: { readonly month: string }) {
  const say = useWords(closingWords);
  const period = useFormats().period(month);
  const [asking, setAsking] = useState(false);
  const close = useMutation({
    mutationFn: () => api.closeMonth({ params: { month } }),
    onSuccess: () => {
      setAsking(false);
      tell(say('didClose', { period }));
    },
    onSettled: invalidatePlans,
  });
  return (
    <>
      <Button leftSection={<Lock size={16} strokeWidth={1.8} aria-hidden />} onClick={() => setAsking(true)}>
        {say('close')}
      </Button>
      <Modal
        opened={asking}
        onClose={() => setAsking(false)}
        title={say('closeTitle', { period })}
        transitionProps={{ duration: 0 }}
        closeButtonProps={{ 'aria-label': say('closeDialog') }}
      >
        <p>{say('closeHelp')}</p>
        {close.error && <ErrorNote error={close.error} />}
        <Group gap={8} mt={12}>
          <Button variant="filled" loading={close.isPending} onClick={() => close.mutate()} data-autofocus>
            {say('close')}
          </Button>
          <Button onClick={() => setAsking(false)}>{say('cancel')}</Button>
        </Group>
      </Modal>
    </>
  );
}
