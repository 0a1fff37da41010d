import { UnstyledButton } from '@mantine/core';
import { Plus } from 'lucide-react';
import { useState } from 'react';
import { type Dimension, dimensions, type Slice } from '../../../src/domain/dimensions.ts';
import { Chip, Chips } from '../design/chip.tsx';
import { useFormats } from '../language/formats.ts';
import { useWords } from '../language/language.tsx';
import { useCatalogue } from '../server/definitions.ts';
import classes from './choose.module.css';
import { ChooseMembers } from './choose-members.tsx';
import { type Among, useMembers } from './use-members.ts';
import { filterWords } from './words.ts';

/** What is filtered by members of dimensions, and a chip that adds another one. */
export function SliceChips({
  among,
  onChange,
}: {
  readonly among: Among;
  readonly onChange: (slice: Slice) => void;
}) {
  const say = useWords(filterWords);
  const { slice } = among;
  const filter = (dimension: Dimension, members: readonly string[]) => {
    const rest = slice.filter((one) => one.dimension !== dimension);
    onChange(members.length > 0 ? [...rest, { dimension, members: [...members] }] : rest);
  };
  return (
    <Chips label={say('filters')}>
      {slice.map(({ dimension, members }) => (
        <FilterChip
          key={dimension}
          dimension={dimension}
          members={members}
          among={among}
          onChoose={(chosen) => filter(dimension, chosen)}
        />
      ))}
      <Chip dashed value={say('addFilter')} icon={<Plus size={13} strokeWidth={1.8} aria-hidden />}>
        {(close) => (
          <AddFilter
            among={among}
            onChoose={(dimension, members) => {
              filter(dimension, members);
              close();
            }}
          />
        )}
      </Chip>
    </Chips>
  );
}

const useDimensionName = () => {
  const { data } = useCatalogue();
  return (dimension: Dimension): string => data?.dimensions.find(({ id }) => id === dimension)?.label ?? '';
};

function FilterChip({
  dimension,
  members,
  among,
  onChoose,
}: {
  readonly dimension: Dimension;
  readonly members: readonly string[];
  readonly among: Among;
  readonly onChoose: (members: readonly string[]) => void;
}) {
  const say = useWords(filterWords);
  const formats = useFormats();
  const nameOf = useDimensionName();
  const known = useMembers(dimension, among);
  const shown = members.slice(0, 2).map((member) => {
    if (member === '') return say('notStated');
    return known.data?.find((one) => one.member === member)?.name ?? (known.isPending ? '…' : member);
  });
  const value =
    members.length > shown.length
      ? say('membersOf', { first: shown.join(', '), n: formats.count(members.length - shown.length) })
      : shown.join(', ');
  return (
    <Chip name={`${nameOf(dimension)}:`} value={value} onRemove={() => onChoose([])}>
      {(close) => (
        <ChooseMembers
          dimension={dimension}
          among={among}
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
  among,
  onChoose,
}: {
  readonly among: Among;
  readonly onChoose: (dimension: Dimension, members: readonly string[]) => void;
}) {
  const nameOf = useDimensionName();
  const [dimension, setDimension] = useState<Dimension>();
  if (dimension)
    return (
      <ChooseMembers
        dimension={dimension}
        among={among}
        chosen={[]}
        onChoose={(members) => onChoose(dimension, members)}
      />
    );
  return (
    <div className={`${classes.list} ${classes.dimensions}`}>
      {dimensions
        .filter((one) => !among.slice.some((condition) => condition.dimension === one))
        .map((one) => (
          <UnstyledButton key={one} className={classes.option} onClick={() => setDimension(one)}>
            {nameOf(one)}
          </UnstyledButton>
        ))}
    </div>
  );
}
