import { Button, Modal } from '@mantine/core';
import { useState } from 'react';
import { Note } from '../../design/note.tsx';
import { useWords } from '../../language/language.tsx';
import classes from './settings.module.css';
import { commonWords } from './words.ts';

/** A password or a key, shown this once. */
export function SecretOnce({
  title,
  about,
  secret,
  onClose,
}: {
  readonly title: string;
  readonly about: string;
  readonly secret: string;
  readonly onClose: () => void;
}) {
  const say = useWords(commonWords);
  const [copied, setCopied] = useState(false);
  const copy = async () => {
    await navigator.clipboard.writeText(secret);
    setCopied(true);
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      closeOnClickOutside={false}
      closeButtonProps={{ 'aria-label': say('close') }}
    >
      <div className={classes.form}>
        <p>{about}</p>
        <code className={classes.secret}>{secret}</code>
        <Note kind="warning">{say('once')}</Note>
        <div className={classes.buttons}>
          <Button onClick={() => void copy()}>{say(copied ? 'copied' : 'copy')}</Button>
          <Button variant="filled" onClick={onClose}>
            {say('done')}
          </Button>
        </div>
      </div>
    </Modal>
  );
}
