import { Select } from '@mantine/core';
import { useWords } from '../../../language/language.tsx';
import { useOrganisation } from '../../../server/organisation.ts';
import { customersPlanWords } from './words.ts';

const kinds = ['branch', 'department', 'team', 'rep'] as const;

/** Whose customers: one part of the company, or nobody’s in particular. */
export function WhoseField({
  day,
  value,
  onChange,
  labelled = false,
}: {
  readonly day: string | undefined;
  /** `team-12` */
  readonly value: string | undefined;
  readonly onChange: (whose: string | undefined) => void;
  /** The label stands above it. */
  readonly labelled?: boolean;
}) {
  const say = useWords(customersPlanWords);
  const members = useOrganisation(day).data?.members ?? [];
  return (
    <Select
      {...(labelled ? { label: say('whose') } : { 'aria-label': say('whose') })}
      placeholder={say('everyone')}
      searchable
      clearable
      value={value ?? null}
      data={kinds.map((kind) => ({
        group: say('kind', { kind }),
        items: members
          .filter((one) => one.kind === kind)
          .map(({ id, name, code }) => ({ value: `${kind}-${id}`, label: name || code })),
      }))}
      onChange={(chosen) => onChange(chosen ?? undefined)}
    />
  );
}
