import { Button, FileButton } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { tell } from '../../../app/undo.tsx';
import { ErrorNote } from '../../../design/error-note.tsx';
import { Note } from '../../../design/note.tsx';
import { useWords } from '../../../language/language.tsx';
import { api } from '../../../server/api.ts';
import { invalidatePlans } from '../../../server/plans.ts';
import { planWords } from '../words.ts';
import { customersPlanWords } from './words.ts';

const shown = 8;

type Given = { readonly month: string; readonly file: File };

/** What a file of plans says of customers, before it is saved as a version. */
export const useCustomerFile = () =>
  useMutation({
    mutationFn: async ({ month, file }: Given) => ({
      ...{ month, file },
      read: await api.readCustomerPlanFile({ params: { month }, query: { name: file.name }, body: file }),
    }),
  });
type Reading = ReturnType<typeof useCustomerFile>;

export function FromCustomerFile({ month, reading }: { readonly month: string; readonly reading: Reading }) {
  const say = useWords(planWords);
  return (
    <FileButton
      inputProps={{ 'aria-label': say('fromFile') }}
      onChange={(file) => file && reading.mutate({ month, file })}
    >
      {(props) => (
        <Button {...props} loading={reading.isPending}>
          {say('fromFile')}
        </Button>
      )}
    </FileButton>
  );
}

/** How much a file plans and what of it could not be read; it is saved only when somebody says so. */
export function CustomerFileRead({
  reading,
  version,
}: {
  readonly reading: Reading;
  /** Of the plan that is looked at. */
  readonly version: number;
}) {
  const say = useWords(customersPlanWords);
  const sayPlan = useWords(planWords);
  const load = useMutation({
    mutationFn: ({ month, file }: Given) =>
      api.loadCustomerPlanFile({
        params: { month },
        query: { name: file.name, version, comment: file.name },
        body: file,
      }),
    onSuccess: async (saved) => {
      await invalidatePlans();
      tell(say('saved', { version: saved.version, n: saved.changed }));
      reading.reset();
    },
  });
  if (reading.error) return <ErrorNote error={reading.error} />;
  if (!reading.data) return null;
  const { read, ...given } = reading.data;
  const item = ({ code, place, text }: (typeof read.findings)[number]) => (
    <li key={JSON.stringify([code, place])}>{text ?? code}</li>
  );
  return (
    <Note kind={read.findings.length > 0 ? 'warning' : 'info'}>
      {say('inFile', { name: given.file.name, n: read.size })}
      <ul>{read.findings.slice(0, shown).map(item)}</ul>
      {read.findings.length > shown && (
        <details>
          <summary>{sayPlan('more', { n: read.findings.length - shown })}</summary>
          <ul>{read.findings.slice(shown).map(item)}</ul>
        </details>
      )}
      {load.error && <ErrorNote error={load.error} />}
      <Button size="compact-xs" loading={load.isPending} onClick={() => load.mutate(given)}>
        {say('adopt', { version: version + 1 })}
      </Button>{' '}
      <Button size="compact-xs" onClick={() => reading.reset()}>
        {sayPlan('cancel')}
      </Button>
    </Note>
  );
}
