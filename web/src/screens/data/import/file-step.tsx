import { ActionIcon, Autocomplete, Button, FileButton } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { FileSpreadsheet, Upload, X } from 'lucide-react';
import { type ReactNode, useCallback, useEffect, useRef, useState } from 'react';
import { ErrorNote } from '../../../design/error-note.tsx';
import { Block } from '../../../design/page.tsx';
import { useFormats } from '../../../language/formats.ts';
import { useWords } from '../../../language/language.tsx';
import { api } from '../../../server/api.ts';
import { takeFiles } from '../chosen-files.ts';
import { DropFiles } from '../drop-files.tsx';
import { ProgressBar } from '../progress-bar.tsx';
import classes from './file-step.module.css';
import { Frame } from './frame.tsx';
import { Steps } from './steps.tsx';
import { upload } from './upload.ts';
import { importWords } from './words.ts';

interface Sending {
  readonly name: string;
  readonly done: number;
  readonly total: number;
}

/** Which files, and what the law wants to know of the people in them. */
export function FileStep({
  note,
  onBegun,
}: {
  readonly note?: ReactNode;
  readonly onBegun: (jobId: string) => void;
}) {
  const say = useWords(importWords);
  const formats = useFormats();
  const [files, setFiles] = useState<readonly File[]>([]);
  const [sending, setSending] = useState<Sending>();
  const [error, setError] = useState<unknown>();
  const leaving = useRef<AbortController>(undefined);
  const made = useQuery({ queryKey: ['imports'], queryFn: ({ signal }) => api.imports({ signal }) }).data
    ?.imports;
  const last = made?.findLast(({ basis, purpose }) => basis !== null || purpose !== null);
  const [basis, setBasis] = useState<string>();
  const [purpose, setPurpose] = useState<string>();
  const [source, setSource] = useState('');
  const said = { basis: basis ?? last?.basis ?? '', purpose: purpose ?? last?.purpose ?? '' };

  const add = useCallback(
    (more: readonly File[]) =>
      setFiles((before) => [
        ...before,
        ...more.filter(({ name, size }) => !before.some((one) => one.name === name && one.size === size)),
      ]),
    [],
  );
  useEffect(() => {
    add(takeFiles());
    return () => leaving.current?.abort();
  }, [add]);

  const begin = async () => {
    const controller = new AbortController();
    leaving.current = controller;
    setError(undefined);
    try {
      const sent: { uploadId: string; name: string }[] = [];
      const total = files.reduce((sum, { size }) => sum + size, 0);
      let before = 0;
      for (const file of files) {
        const tell = (bytes: number) =>
          setSending({ name: file.name, done: Math.min(total, before + bytes), total });
        tell(0);
        const { uploadId } = await upload(file, tell, controller.signal);
        sent.push({ uploadId, name: file.name });
        before += file.size;
      }
      const words = { ...said, source: source.trim() };
      const options = Object.fromEntries(Object.entries(words).filter(([, word]) => word.trim() !== ''));
      const { id } = await api.createImport({ body: { files: sent, options } });
      if (!controller.signal.aborted) onBegun(id);
    } catch (failure) {
      if (!controller.signal.aborted) setError(failure);
    } finally {
      setSending(undefined);
    }
  };

  const readable = files.some(({ size }) => size > 0);
  return (
    <Frame
      steps={<Steps at="file" open={[]} onGo={() => undefined} />}
      bar={
        !sending && (
          <>
            <p>{say('nothingYet')}</p>
            {files.length > 0 && (
              <Button variant="filled" disabled={!readable} onClick={() => void begin()}>
                {say('read', { n: files.length })}
              </Button>
            )}
          </>
        )
      }
    >
      <DropFiles label={say('dropHere')} onFiles={add} />
      {note}
      {error !== undefined && <ErrorNote error={error} retry={() => void begin()} />}
      {sending ? (
        <ProgressBar
          title={say('sending', { name: sending.name })}
          progress={{ stage: 'read', done: sending.done, total: sending.total, unit: 'bytes' }}
          note={say('sendingStay')}
          onStop={() => leaving.current?.abort()}
        />
      ) : (
        <div className={classes.step}>
          <div className={classes.drop}>
            <Upload size={24} strokeWidth={1.8} aria-hidden />
            <h2>{say('drop')}</h2>
            <p>{say('dropHelp')}</p>
            <FileButton multiple onChange={(chosen) => add(chosen)}>
              {(props) => (
                <Button {...props} variant={files.length === 0 ? 'filled' : 'default'}>
                  {say('choose')}
                </Button>
              )}
            </FileButton>
            <p className={classes.readable}>{say('readable')}</p>
          </div>
          <div>
            {files.length > 0 && (
              <Block title={say('chosen')}>
                <ul className={classes.files}>
                  {files.map((file) => (
                    <li key={`${file.name} ${file.size}`}>
                      <FileSpreadsheet size={16} strokeWidth={1.8} aria-hidden />
                      <span className={classes.name}>{file.name}</span>
                      <span className={file.size === 0 ? 'missing' : 'muted'}>
                        {file.size === 0 ? say('emptyFile') : formats.bytes(file.size)}
                      </span>
                      <ActionIcon
                        variant="subtle"
                        color="gray"
                        size={24}
                        aria-label={say('remove', { name: file.name })}
                        onClick={() => setFiles((before) => before.filter((one) => one !== file))}
                      >
                        <X size={14} strokeWidth={1.8} />
                      </ActionIcon>
                    </li>
                  ))}
                </ul>
              </Block>
            )}
            <Block title={say('personal')}>
              <p className={classes.help}>{say('personalHelp')}</p>
              <div className={classes.fields}>
                <Autocomplete
                  size="xs"
                  label={say('basis')}
                  maxLength={500}
                  value={said.basis}
                  onChange={setBasis}
                  data={[say('basisContract'), say('basisInterest'), say('basisConsent'), say('noPeople')]}
                />
                <Autocomplete
                  size="xs"
                  label={say('purpose')}
                  maxLength={500}
                  value={said.purpose}
                  onChange={setPurpose}
                  data={[say('purposeSales'), say('purposeOffers')]}
                />
                <Autocomplete
                  size="xs"
                  label={say('source')}
                  description={say('sourceHelp')}
                  maxLength={200}
                  value={source}
                  onChange={setSource}
                  data={[...new Set(made?.map((one) => one.source))]}
                />
              </div>
            </Block>
          </div>
        </div>
      )}
    </Frame>
  );
}
