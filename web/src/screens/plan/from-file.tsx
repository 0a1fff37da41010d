import { Button, FileButton } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useWords } from '../../language/language.tsx';
import { api } from '../../server/api.ts';
import { planWords } from './words.ts';

export type ReadFile = Awaited<ReturnType<typeof api.readPlanFile>>;

/** Reads a file of plans; what of it is taken is up to the edit. */
export function FromFile({
  period,
  onRead,
  onError,
}: {
  readonly period: string;
  readonly onRead: (read: ReadFile) => void;
  readonly onError: (error: Error | null) => void;
}) {
  const say = useWords(planWords);
  const read = useMutation({
    mutationFn: (file: File) =>
      api.readPlanFile({ params: { period }, query: { name: file.name }, body: file }),
    onMutate: () => onError(null),
    onSuccess: onRead,
    onError,
  });
  return (
    <FileButton inputProps={{ 'aria-label': say('fromFile') }} onChange={(file) => file && read.mutate(file)}>
      {(props) => (
        <Button {...props} loading={read.isPending}>
          {say('fromFile')}
        </Button>
      )}
    </FileButton>
  );
}
