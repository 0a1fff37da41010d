import { ActionIcon, Button, TextInput } from '@mantine/core';
import { X } from 'lucide-react';
import { useWords } from '../../language/language.tsx';
import classes from './bonus.module.css';
import { bonusWords } from './words.ts';

/** Rows of two fields of text: steps, grades. */
export function Rows<Field extends string>({
  rows,
  fields,
  first,
  wrong,
  add,
  most,
  onChange,
}: {
  readonly rows: readonly Readonly<Record<Field, string>>[];
  /** With their labels. */
  readonly fields: Readonly<Record<Field, string>>;
  /** What a new row says. */
  readonly first: Readonly<Record<Field, string>>;
  readonly wrong: (row: number, field: Field) => boolean;
  readonly add: string;
  readonly most: number;
  readonly onChange: (rows: readonly Readonly<Record<Field, string>>[]) => void;
}) {
  const say = useWords(bonusWords);
  const names = Object.keys(fields) as Field[];
  return (
    <div className={classes.rows}>
      {rows.map((row, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rows have their places only
        <div key={at} className={classes.row}>
          {names.map((name) => (
            <TextInput
              key={name}
              size="xs"
              {...(at === 0 ? { label: fields[name] } : { 'aria-label': `${fields[name]} ${at + 1}` })}
              value={row[name]}
              autoComplete="off"
              error={wrong(at, name)}
              onChange={(event) => {
                const { value } = event.currentTarget;
                onChange(rows.map((one, place) => (place === at ? { ...one, [name]: value } : one)));
              }}
            />
          ))}
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={say('drop', { what: `${add} ${at + 1}` })}
            onClick={() => onChange(rows.filter((_, place) => place !== at))}
          >
            <X size={16} strokeWidth={1.8} />
          </ActionIcon>
        </div>
      ))}
      {rows.length < most && (
        <Button size="compact-xs" onClick={() => onChange([...rows, first])}>
          + {add}
        </Button>
      )}
    </div>
  );
}
