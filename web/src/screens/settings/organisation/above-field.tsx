import { Select } from '@mantine/core';
import type { AssignmentKind } from '../../../../../src/domain/dated-facts.ts';
import { isOffered } from '../../../../../src/domain/member-edit.ts';
import { kindsAbove } from '../../../../../src/domain/organisation.ts';
import { useWords } from '../../../language/language.tsx';
import type { Member } from '../../../server/member-tree.ts';
import { inPlace } from '../in-place.ts';
import { commonWords } from '../words.ts';
import { organisationWords } from './words.ts';

/** Whom one of a kind may belong to on a day. */
export function AboveField({
  kind,
  members,
  day,
  value,
  required = false,
  error,
  onChange,
}: {
  readonly kind: AssignmentKind;
  readonly members: readonly Member[];
  readonly day: string;
  readonly value: number | null;
  readonly required?: boolean;
  readonly error?: string | undefined;
  readonly onChange: (member: number | null) => void;
}) {
  const say = useWords(organisationWords);
  const common = useWords(commonWords);
  const above = kindsAbove(kind);
  return (
    <Select
      comboboxProps={inPlace}
      label={say('above')}
      {...(!required && { placeholder: say('nobody'), clearable: true })}
      data={above.flatMap((one) => {
        const items = members
          .filter((member) => member.kind === one && isOffered(member, day))
          .map((member) => ({ value: String(member.id), label: member.name || member.code }));
        return items.length > 0 ? [{ group: common('kinds', { kind: one }), items }] : [];
      })}
      value={value === null ? null : String(value)}
      onChange={(chosen) => onChange(chosen === null ? null : Number(chosen))}
      error={error}
      nothingFoundMessage={common('nothingFound')}
      searchable
      clearButtonProps={{ 'aria-label': say('nobody') }}
      limit={100}
    />
  );
}
