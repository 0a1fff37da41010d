import { Popover, UnstyledButton } from '@mantine/core';
import { ChevronDown, X } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { useWords } from '../language/language.tsx';
import classes from './chip.module.css';
import { designWords } from './words.ts';

/** One part of a question: its name in grey, its value in ink; opens what chooses the value. */
export function Chip({
  name,
  value,
  children,
  onRemove,
  large,
  dashed,
  icon,
  label,
}: {
  readonly name?: string;
  readonly value: ReactNode;
  /** What chooses the value; is given how to close itself. */
  readonly children: (close: () => void) => ReactNode;
  readonly onRemove?: () => void;
  /** As high as a button, for the head of a page. */
  readonly large?: boolean;
  /** Adds another one. */
  readonly dashed?: boolean;
  readonly icon?: ReactNode;
  /** Of the button, where name and value do not say enough. */
  readonly label?: string;
}) {
  const say = useWords(designWords);
  const [opened, setOpened] = useState(false);
  return (
    <span className={classes.chip} data-large={large || undefined} data-dashed={dashed || undefined}>
      <Popover opened={opened} onChange={setOpened} trapFocus withinPortal>
        <Popover.Target>
          <UnstyledButton
            className={classes.face}
            onClick={() => setOpened((is) => !is)}
            aria-expanded={opened}
            {...(label !== undefined && { 'aria-label': label })}
          >
            {icon}
            {name && <span className={classes.name}>{name}</span>}
            <span className={classes.value}>{value}</span>
            {!onRemove && !dashed && <ChevronDown size={12} strokeWidth={1.8} aria-hidden />}
          </UnstyledButton>
        </Popover.Target>
        <Popover.Dropdown>{children(() => setOpened(false))}</Popover.Dropdown>
      </Popover>
      {onRemove && (
        <UnstyledButton
          className={classes.remove}
          onClick={onRemove}
          aria-label={`${say('remove')}: ${name ?? ''}`}
        >
          <X size={13} strokeWidth={1.8} />
        </UnstyledButton>
      )}
    </span>
  );
}

/** A row of chips. */
export const Chips = ({ children, label }: { readonly children: ReactNode; readonly label: string }) => (
  <fieldset className={classes.chips} aria-label={label}>
    {children}
  </fieldset>
);
