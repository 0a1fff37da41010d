import { Autocomplete } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { useWords } from '../language/language.tsx';
import { api } from '../server/api.ts';
import classes from './grounds.module.css';
import { groundsWords } from './grounds-words.ts';

/** As the fields have them; '' is not stated. */
export interface TypedGrounds {
  readonly basis: string;
  readonly purpose: string;
}
export const noGrounds: TypedGrounds = { basis: '', purpose: '' };

/** For a call that takes them: nothing where nothing is typed. */
export const groundsOf = ({ basis, purpose }: TypedGrounds) =>
  basis.trim() === '' && purpose.trim() === '' ? {} : { grounds: { basis, purpose } };

export const useUsualGrounds = () =>
  useQuery({ queryKey: ['usualGrounds'], queryFn: ({ signal }) => api.usualGrounds({ signal }) }).data;

interface Fields {
  readonly value: TypedGrounds;
  readonly onChange: (value: TypedGrounds) => void;
  readonly required?: true;
  /** Within a popover, which what lies outside closes. */
  readonly inPlace?: true;
}

/** The legal basis and the purpose of what is written of a person, with the common ones offered. */
export function GroundsFields({ value, onChange, required, inPlace }: Fields) {
  const say = useWords(groundsWords);
  const usual = useUsualGrounds();
  const field = (name: keyof TypedGrounds, data: string[]) => (
    <Autocomplete
      label={say(name)}
      value={value[name]}
      data={data}
      onChange={(typed) => onChange({ ...value, [name]: typed })}
      placeholder={usual?.[name] ?? say('notStated')}
      maxLength={500}
      {...(required && { required })}
      {...(inPlace && { comboboxProps: { withinPortal: false } })}
    />
  );
  return (
    <>
      {field('basis', [say('basisInterest'), say('basisContract'), say('basisConsent')])}
      {field('purpose', [say('purposeSales')])}
    </>
  );
}

/** The same where it is seldom said: what is usual in the company holds unless somebody opens it. */
export function GroundsChoice(fields: Fields) {
  const say = useWords(groundsWords);
  return (
    <details className={classes.choice}>
      <summary>{say('grounds')}</summary>
      <div className={classes.fields}>
        <GroundsFields {...fields} />
      </div>
    </details>
  );
}
