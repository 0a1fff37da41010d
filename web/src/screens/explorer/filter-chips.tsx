import { UnstyledButton } from '@mantine/core';
import { Plus } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { type Dimension, dimensions } from '../../../../src/domain/dimensions.ts';
import { Chip, Chips } from '../../design/chip.tsx';
import { useFormats } from '../../language/formats.ts';
import { useWords } from '../../language/language.tsx';
import classes from './choose.module.css';
import { ChooseMembers } from './choose-members.tsx';
import styles from './explorer.module.css';
import type { Question } from './question.ts';
import { useNames } from './question-chips.tsx';
import { colourModes, type ExplorerState } from './state.ts';
import { useMembers } from './use-members.ts';
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
  const say = useWords(explorerWords);
  const { slice } = question;
  const filter = (dimension: Dimension, members: readonly string[]) => {
    const rest = slice.filter((one) => one.dimension !== dimension);
    onChange({ slice: members.length > 0 ? [...rest, { dimension, members: [...members] }] : rest });
  };
  return (
    <div className={styles.filters}>
      <Chips label={say('filters')}>
        {slice.map(({ dimension, members }) => (
          <FilterChip
            key={dimension}
            dimension={dimension}
            members={members}
            question={question}
            onChoose={(chosen) => filter(dimension, chosen)}
          />
        ))}
        <Chip dashed value={say('addFilter')} icon={<Plus size={13} strokeWidth={1.8} aria-hidden />}>
          {(close) => (
            <AddFilter
              question={question}
              onChoose={(dimension, members) => {
                filter(dimension, members);
                close();
              }}
            />
          )}
        </Chip>
      </Chips>
      <div className={styles.right}>
        <ColourChip question={question} onChange={onChange} />
        {children}
      </div>
    </div>
  );
}

function FilterChip({
  dimension,
  members,
  question,
  onChoose,
}: {
  readonly dimension: Dimension;
  readonly members: readonly string[];
  readonly question: Question;
  readonly onChoose: (members: readonly string[]) => void;
}) {
  const say = useWords(explorerWords);
  const formats = useFormats();
  const names = useNames();
  const known = useMembers(dimension, question);
  const shown = members.slice(0, 2).map((member) => {
    if (member === '') return say('notStated');
    return known.data?.find((one) => one.member === member)?.name ?? (known.isPending ? '…' : member);
  });
  const value =
    members.length > shown.length
      ? say('membersOf', { first: shown.join(', '), n: formats.count(members.length - shown.length) })
      : shown.join(', ');
  return (
    <Chip name={`${names.dimension(dimension)}:`} value={value} onRemove={() => onChoose([])}>
      {(close) => (
        <ChooseMembers
          dimension={dimension}
          question={question}
          chosen={members}
          onChoose={(chosen) => {
            onChoose(chosen);
            close();
          }}
        />
      )}
    </Chip>
  );
}

function AddFilter({
  question,
  onChoose,
}: {
  readonly question: Question;
  readonly onChoose: (dimension: Dimension, members: readonly string[]) => void;
}) {
  const names = useNames();
  const [dimension, setDimension] = useState<Dimension>();
  if (dimension)
    return (
      <ChooseMembers
        dimension={dimension}
        question={question}
        chosen={[]}
        onChoose={(members) => onChoose(dimension, members)}
      />
    );
  return (
    <div className={`${classes.list} ${classes.dimensions}`}>
      {dimensions
        .filter((one) => !question.slice.some((condition) => condition.dimension === one))
        .map((one) => (
          <UnstyledButton key={one} className={classes.option} onClick={() => setDimension(one)}>
            {names.dimension(one)}
          </UnstyledButton>
        ))}
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
