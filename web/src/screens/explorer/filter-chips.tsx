import { UnstyledButton } from '@mantine/core';
import type { ReactNode } from 'react';
import { Chip } from '../../design/chip.tsx';
import classes from '../../filters/choose.module.css';
import { SliceChips } from '../../filters/slice-chips.tsx';
import { useWords } from '../../language/language.tsx';
import styles from './explorer.module.css';
import type { Question } from './question.ts';
import { colourModes, type ExplorerState } from './state.ts';
import { explorerWords } from './words.ts';

/** What is filtered, and at the right end by what cells are coloured. */
export function FilterChips({
  question,
  onChange,
  children,
}: {
  readonly question: Question;
  readonly onChange: (change: ExplorerState) => void;
  /** What else stands at the right end. */
  readonly children?: ReactNode;
}) {
  return (
    <div className={styles.filters}>
      <SliceChips among={question} onChange={(slice) => onChange({ slice })} />
      <div className={styles.right}>
        <ColourChip question={question} onChange={onChange} />
        {children}
      </div>
    </div>
  );
}

function ColourChip({
  question,
  onChange,
}: {
  readonly question: Question;
  readonly onChange: (change: ExplorerState) => void;
}) {
  const say = useWords(explorerWords);
  const { colour, compare } = question;
  const nameOf = useColourName();
  return (
    <Chip name={say('colour')} value={nameOf(colour, compare)}>
      {(close) => (
        <div className={classes.list}>
          {colourModes.map((mode) => (
            <UnstyledButton
              key={mode}
              className={classes.option}
              aria-pressed={mode === colour}
              disabled={mode === 'deviation' && compare === 'none'}
              onClick={() => {
                onChange({ colour: mode });
                close();
              }}
            >
              {mode === 'deviation' && compare === 'none' ? say('needsComparison') : nameOf(mode, compare)}
            </UnstyledButton>
          ))}
        </div>
      )}
    </Chip>
  );
}

export function useColourName() {
  const say = useWords(explorerWords);
  return (mode: Question['colour'], compare: Question['compare']): string => {
    if (mode === 'none') return say('noColour');
    if (mode === 'amount') return say('amountColour');
    return say('deviationColour', { comparison: compare === 'none' ? '' : say(compare) });
  };
}
