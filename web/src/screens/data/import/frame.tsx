import { ActionIcon, Tooltip } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { X } from 'lucide-react';
import { type ReactNode, useEffect } from 'react';
import { useWords } from '../../../language/language.tsx';
import classes from './frame.module.css';
import { importWords } from './words.ts';

/** Title and steps on top, what the step is about, and what can be done with it at the bottom. */
export function Frame({
  under,
  steps,
  bar,
  children,
}: {
  readonly under?: ReactNode;
  readonly steps: ReactNode;
  readonly bar?: ReactNode;
  readonly children: ReactNode;
}) {
  const say = useWords(importWords);
  useEffect(() => {
    document.title = `${say('title')} · АКБ`;
  }, [say]);
  return (
    <div className={classes.frame}>
      <header className={classes.head}>
        <div className={classes.title}>
          <h1>{say('title')}</h1>
          <p className={classes.under}>{under}</p>
        </div>
        {steps}
        <Tooltip label={say('close')}>
          <ActionIcon
            component={Link}
            to={'/data' as '/'}
            variant="subtle"
            color="gray"
            size={30}
            aria-label={say('close')}
          >
            <X size={16} strokeWidth={1.8} />
          </ActionIcon>
        </Tooltip>
      </header>
      <div className={classes.body}>{children}</div>
      {bar && <footer className={classes.bar}>{bar}</footer>}
    </div>
  );
}
