import { Popover, TextInput, UnstyledButton } from '@mantine/core';
import { Check, ChevronDown } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import type { Field } from '../../../../../src/domain/fields.ts';
import { useWords } from '../../../language/language.tsx';
import { useCatalogue } from '../../../server/definitions.ts';
import classes from './field-menu.module.css';
import type { GridColumn } from './grid-columns.ts';
import { importWords } from './words.ts';

/** The name of a field in the language of the page. */
export function useFieldName(): (field: Field) => string {
  const fields = useCatalogue().data?.fields;
  return (field) => {
    const label = fields?.find(({ id }) => id === field)?.label ?? field;
    return label.slice(0, 1).toLocaleUpperCase() + label.slice(1);
  };
}

/** Chooses what a column holds. */
export function FieldMenu({
  face,
  label,
  description,
  value,
  columns,
  disabled,
  onChange,
}: {
  readonly face: ReactNode;
  readonly label: string;
  readonly description?: string;
  readonly value: Field | null;
  /** Which of them have a field already. */
  readonly columns: readonly GridColumn[];
  readonly disabled?: boolean;
  readonly onChange: (field: Field | null) => void;
}) {
  const say = useWords(importWords);
  const fields = useCatalogue().data?.fields ?? [];
  const name = useFieldName();
  const [opened, setOpened] = useState(false);
  const [search, setSearch] = useState('');
  const wanted = search.trim().toLocaleLowerCase();
  const found = fields.filter(({ label }) => label.toLocaleLowerCase().includes(wanted));
  const choose = (field: Field | null) => {
    setOpened(false);
    setSearch('');
    if (field !== value) onChange(field);
  };
  return (
    <Popover opened={opened} onChange={setOpened} trapFocus withinPortal>
      <Popover.Target>
        <UnstyledButton
          className={classes.face}
          aria-expanded={opened}
          aria-label={label}
          title={description}
          disabled={disabled}
          data-empty={value === null || undefined}
          onClick={() => setOpened((is) => !is)}
        >
          <span>{face}</span>
          <ChevronDown size={14} strokeWidth={1.8} aria-hidden />
        </UnstyledButton>
      </Popover.Target>
      <Popover.Dropdown>
        {description && <p className={classes.reason}>{description}</p>}
        <TextInput
          data-autofocus
          aria-label={say('findField')}
          placeholder={say('findField')}
          value={search}
          onChange={({ currentTarget }) => setSearch(currentTarget.value)}
          onKeyDown={(event) => {
            const [first] = found;
            if (event.key === 'Enter' && first) choose(first.id as Field);
          }}
        />
        <ul className={classes.options}>
          {wanted === '' && (
            <Option chosen={value === null} onChoose={() => choose(null)}>
              {say('ignore')}
            </Option>
          )}
          {found.map(({ id }) => {
            const taken = columns.find(({ field }) => field === id);
            return (
              <Option key={id} chosen={id === value} onChoose={() => choose(id as Field)}>
                {name(id as Field)}
                {taken && id !== value && (
                  <span className="muted">
                    {' '}
                    · {say('takenBy', { header: taken.header || taken.index + 1 })}
                  </span>
                )}
              </Option>
            );
          })}
          {found.length === 0 && <li className="muted">{say('noField')}</li>}
        </ul>
      </Popover.Dropdown>
    </Popover>
  );
}

const Option = ({
  chosen,
  onChoose,
  children,
}: {
  readonly chosen: boolean;
  readonly onChoose: () => void;
  readonly children: ReactNode;
}) => (
  <li>
    <UnstyledButton className={classes.option} aria-pressed={chosen} onClick={onChoose}>
      <span>{children}</span>
      {chosen && <Check size={14} strokeWidth={1.8} aria-hidden />}
    </UnstyledButton>
  </li>
);
