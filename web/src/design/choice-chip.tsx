import { UnstyledButton } from '@mantine/core';
import { Check } from 'lucide-react';
import { Chip } from './chip.tsx';
import classes from './choice-chip.module.css';

/** A chip that chooses one of a few. */
export function ChoiceChip<T extends string>({
  name,
  label,
  value,
  options,
  onChange,
  large,
}: {
  readonly name?: string;
  /** What is chosen, for those who do not see it, where no name is shown. */
  readonly label: string;
  readonly value: T;
  readonly options: readonly { readonly value: T; readonly label: string }[];
  readonly onChange: (value: T) => void;
  readonly large?: boolean;
}) {
  const chosen = options.find((option) => option.value === value)?.label ?? value;
  return (
    <Chip
      {...(name !== undefined && { name })}
      {...(large && { large })}
      value={chosen}
      {...(name === undefined && { label: `${label}: ${chosen}` })}
    >
      {(close) => (
        <ul className={classes.options}>
          {options.map((option) => (
            <li key={option.value}>
              <UnstyledButton
                className={classes.option}
                aria-pressed={option.value === value}
                {...(option.value === value && { 'data-autofocus': true })}
                onClick={() => {
                  onChange(option.value);
                  close();
                }}
              >
                <span>{option.label}</span>
                {option.value === value && <Check size={14} strokeWidth={1.8} aria-hidden />}
              </UnstyledButton>
            </li>
          ))}
        </ul>
      )}
    </Chip>
  );
}
