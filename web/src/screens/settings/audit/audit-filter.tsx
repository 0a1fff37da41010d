import { Button, Select, TextInput } from '@mantine/core';
import { useEffect, useState } from 'react';
import { auditActions } from '../../../../../src/domain/audit.ts';
import { auditLabelMessages } from '../../../../../src/messages/audit-labels.ts';
import { useWords } from '../../../language/language.tsx';
import type { User } from '../../../server/api.ts';
import { inPlace } from '../in-place.ts';
import { type SettingsState, settingsState } from '../state.ts';
import own from './audit.module.css';
import { auditWords } from './words.ts';

/** Who, what, when, about what; the address keeps it. */
export function AuditFilter({
  users,
  search,
  onChange,
}: {
  readonly users: readonly User[];
  readonly search: SettingsState;
  readonly onChange: (next: SettingsState) => void;
}) {
  const say = useWords(auditWords);
  const labels = useWords(auditLabelMessages);
  const { who, what, from, to, subject } = search;
  const [typed, setTyped] = useState(subject ?? '');
  useEffect(() => setTyped(subject ?? ''), [subject]);
  const read = settingsState.shape.subject.safeParse(typed.trim() || undefined);
  const ask = () => {
    if (read.success && read.data !== subject) onChange({ subject: read.data });
  };
  const asked = [who, what, from, to, subject].some((one) => one !== undefined);
  const people = [
    { value: 'holder', label: say('holder') },
    ...users.map(({ id, name }) => ({ value: String(id), label: name })),
    ...(typeof who === 'number' && !users.some(({ id }) => id === who)
      ? [{ value: String(who), label: say('userNumber', { id: who }) }]
      : []),
  ];
  const actions = auditActions
    .map((action) => ({ value: action, label: labels(`audit.action.${action}`) }))
    .sort((a, b) => a.label.localeCompare(b.label));
  return (
    <search className={own.filter}>
      <Select
        comboboxProps={inPlace}
        label={say('who')}
        placeholder={say('anybody')}
        data={people}
        value={who === undefined ? null : String(who)}
        onChange={(id) => onChange({ who: id === null ? undefined : id === 'holder' ? id : Number(id) })}
        searchable
      />
      <Select
        comboboxProps={inPlace}
        label={say('what')}
        placeholder={say('anything')}
        data={actions}
        value={what ?? null}
        onChange={(action) => onChange({ what: auditActions.find((one) => one === action) })}
        searchable
      />
      {(['from', 'to'] as const).map((side) => (
        <TextInput
          key={side}
          type="date"
          label={say(side)}
          value={search[side] ?? ''}
          onChange={(event) => onChange({ [side]: event.currentTarget.value || undefined })}
        />
      ))}
      <TextInput
        label={say('subject')}
        placeholder={say('subjectHelp')}
        value={typed}
        onChange={(event) => setTyped(event.currentTarget.value)}
        onBlur={ask}
        onKeyDown={(event) => event.key === 'Enter' && ask()}
        error={read.success ? undefined : say('subjectWrong')}
        maxLength={300}
        data-page-search
      />
      {asked && (
        <Button
          onClick={() =>
            onChange({
              ...{ who: undefined, what: undefined, from: undefined },
              ...{ to: undefined, subject: undefined },
            })
          }
        >
          {say('reset')}
        </Button>
      )}
    </search>
  );
}
