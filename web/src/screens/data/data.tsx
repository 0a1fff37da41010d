import { Button } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useNavigate } from '@tanstack/react-router';
import { Upload } from 'lucide-react';
import { useCallback } from 'react';
import { useMay } from '../../app/session.tsx';
import { Empty } from '../../design/empty.tsx';
import { ErrorNote } from '../../design/error-note.tsx';
import { Hatches } from '../../design/hatches.tsx';
import { Note } from '../../design/note.tsx';
import { Page } from '../../design/page.tsx';
import sheet from '../../design/sheet.module.css';
import { useFormats } from '../../language/formats.ts';
import { useWords } from '../../language/language.tsx';
import { api } from '../../server/api.ts';
import { useDataState } from '../../server/definitions.ts';
import { carryFiles } from './chosen-files.ts';
import { DropFiles } from './drop-files.tsx';
import { Freshness } from './freshness.tsx';
import { History } from './history.tsx';
import { RunningJobs } from './running-jobs.tsx';
import { Sources } from './sources.tsx';
import { useMayImport } from './use-may-import.ts';
import { dataWords } from './words.ts';

/** How fresh the data are, what made them, what is being made of them now. */
export function DataPage() {
  const say = useWords(dataWords);
  const formats = useFormats();
  const navigate = useNavigate();
  const mayImport = useMayImport();
  const maySee = useMay('seeFigures');
  const state = useDataState();
  const imports = useQuery({
    queryKey: ['imports'],
    enabled: mayImport,
    queryFn: ({ signal }) => api.imports({ signal }),
  });
  const begin = useCallback(
    (files: readonly File[]) => {
      carryFiles(files);
      void navigate({ to: '/data/import' });
    },
    [navigate],
  );
  const { asOf, historySince } = state.data ?? {};
  const made = imports.data?.imports ?? [];
  const button = mayImport && (
    <Button
      variant="filled"
      leftSection={<Upload size={16} strokeWidth={1.8} aria-hidden />}
      onClick={() => begin([])}
    >
      {say('upload')}
    </Button>
  );
  const error = state.error ?? imports.error;
  const nothing = state.data !== undefined && !asOf && made.length === 0;
  return (
    <Page
      title={say('title')}
      under={
        asOf &&
        say('under', {
          asOf: formats.date(asOf),
          since: formats.date(historySince),
          imports: state.data?.imports ?? 0,
        })
      }
      actions={!nothing && button}
    >
      <Hatches />
      {mayImport && <DropFiles label={say('dropHere')} onFiles={begin} />}
      {error && (
        <ErrorNote error={error} retry={() => void Promise.all([state.refetch(), imports.refetch()])} />
      )}
      {nothing ? (
        <Empty title={say('empty')} action={button}>
          {say(mayImport ? 'emptyHelp' : 'emptyNoRight')}
        </Empty>
      ) : (
        !mayImport && <Note>{say('noRight')}</Note>
      )}
      <div className={sheet.blocks}>
        <RunningJobs />
        {maySee && asOf && <Freshness asOf={asOf} />}
        {mayImport && !nothing && (
          <>
            <History imports={imports.data?.imports} />
            <Sources imports={made} />
          </>
        )}
      </div>
    </Page>
  );
}
