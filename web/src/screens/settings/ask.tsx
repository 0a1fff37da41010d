import { Button, Modal } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { ErrorNote } from '../../design/error-note.tsx';
import { useWords } from '../../language/language.tsx';
import classes from './settings.module.css';
import { commonWords } from './words.ts';

/** Asks once more before what cannot be undone; says why it did not work, and stays. */
export function Ask({
  title,
  children,
  verb,
  act,
  onClose,
}: {
  readonly title: string;
  readonly children: ReactNode;
  readonly verb: string;
  readonly act: () => Promise<void>;
  readonly onClose: () => void;
}) {
  const say = useWords(commonWords);
  const [working, setWorking] = useState(false);
  const [error, setError] = useState<unknown>();
  const go = async () => {
    setWorking(true);
    try {
      await act();
      onClose();
    } catch (problem) {
      setError(problem);
      setWorking(false);
    }
  };
  return (
    <Modal opened onClose={onClose} title={title} closeButtonProps={{ 'aria-label': say('close') }}>
      <div className={classes.form}>
        <div>{children}</div>
        {error !== undefined && <ErrorNote error={error} />}
        <div className={classes.buttons}>
          <Button onClick={onClose}>{say('cancel')}</Button>
          <Button variant="filled" loading={working} onClick={() => void go()}>
            {verb}
          </Button>
        </div>
      </div>
    </Modal>
  );
}
