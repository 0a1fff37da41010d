import { ActionIcon, Button, Group, SegmentedControl, TagsInput } from '@mantine/core';
import { useDebouncedValue } from '@mantine/hooks';
import { keepPreviousData, useMutation, useQuery } from '@tanstack/react-query';
import { ArrowUp, X } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import { prospectsOfLevel, type TargetRules, targetLevels } from '../../../../src/domain/target-rules.ts';
import { did } from '../../app/undo.tsx';
import { ErrorNote } from '../../design/error-note.tsx';
import { useMembers } from '../../filters/use-members.ts';
import { useFormats } from '../../language/formats.ts';
import { useWords } from '../../language/language.tsx';
import { api } from '../../server/api.ts';
import { invalidateData } from '../../server/query-client.ts';
import classes from './prospects.module.css';
import {
  type Condition,
  draftOf,
  emptyRule,
  levelsAndNone,
  type RuleDraft,
  ruleConditions,
  rulesOf,
} from './rule-conditions.ts';
import { prospectsWords } from './words.ts';

interface Versioned {
  readonly version: number;
  readonly rules: TargetRules;
}

/** How many prospects each level would have. */
function useSizes(rules: TargetRules) {
  const [settled] = useDebouncedValue(JSON.stringify(rules), 300);
  return useQuery({
    queryKey: ['prospect-sizes', settled],
    placeholderData: keepPreviousData,
    queryFn: ({ signal }) => {
      const asked = JSON.parse(settled) as TargetRules;
      const month = new Date().toLocaleDateString('sv').slice(0, 7);
      return Promise.all(
        levelsAndNone.map(async (level) => {
          const set = prospectsOfLevel(asked, level, month);
          const body = { set: { language: 1, unit: 'client', method: { id: 'main' }, set } } as const;
          return { level, size: (await api.setSize({ body }, { signal })).size };
        }),
      );
    },
  });
}

/** The rules as they are written; the count stands below before they are saved. */
export function RulesForm({ known, onClose }: { readonly known: Versioned; readonly onClose: () => void }) {
  const say = useWords(prospectsWords);
  const formats = useFormats();
  const [drafts, setDrafts] = useState<readonly RuleDraft[]>(
    known.rules.length === 0 ? [emptyRule] : known.rules.map(draftOf),
  );
  const rules = rulesOf(drafts);
  const sizes = useSizes(rules);
  const save = useMutation({
    mutationFn: (said: Versioned) => api.setTargetRules({ body: said as SetBody }),
    onSuccess: ({ version }) => {
      did(say('saved'), async () => {
        await api.setTargetRules({ body: { version, rules: known.rules } as SetBody });
        await invalidateData();
      });
      onClose();
      void invalidateData();
    },
  });
  const put = (at: number, change: Partial<RuleDraft>) =>
    setDrafts(drafts.map((one, place) => (place === at ? { ...one, ...change } : one)));
  const up = (at: number) => {
    const next = [...drafts];
    next.splice(at - 1, 0, ...next.splice(at, 1));
    setDrafts(next);
  };
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate({ version: known.version, rules });
  };
  return (
    <form className={classes.form} onSubmit={submit}>
      {drafts.map((draft, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rules have their places only
        <fieldset key={at} className={classes.rule}>
          <legend>{say('ruleNo', { n: at + 1 })}</legend>
          <div className={classes.ruleHead}>
            <SegmentedControl
              size="xs"
              aria-label={say('levels')}
              value={String(draft.level)}
              onChange={(level) => put(at, { level: Number(level) as RuleDraft['level'] })}
              data={targetLevels.map((level) => ({ value: String(level), label: say('level', { level }) }))}
            />
            <ActionIcon
              variant="subtle"
              color="gray"
              disabled={at === 0}
              aria-label={say('up', { n: at + 1 })}
              onClick={() => up(at)}
            >
              <ArrowUp size={16} strokeWidth={1.8} />
            </ActionIcon>
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={say('drop', { n: at + 1 })}
              onClick={() => setDrafts(drafts.filter((_, place) => place !== at))}
            >
              <X size={16} strokeWidth={1.8} />
            </ActionIcon>
          </div>
          <div className={classes.conditions}>
            {ruleConditions.map((condition) => (
              <Members
                key={condition}
                condition={condition}
                value={draft[condition]}
                onChange={(members) => put(at, { [condition]: members })}
              />
            ))}
          </div>
        </fieldset>
      ))}
      <Group>
        <Button onClick={() => setDrafts([...drafts, emptyRule])} disabled={drafts.length >= 40}>
          {say('addRule')}
        </Button>
      </Group>
      <p aria-live="polite" className={classes.sizes}>
        {sizes.data
          ? sizes.data
              .map(({ level, size }) => `${say('level', { level: level ?? 'none' })}: ${formats.count(size)}`)
              .join(' · ')
          : say('counting')}
      </p>
      {(sizes.error ?? save.error) && <ErrorNote error={sizes.error ?? save.error} />}
      <Group gap={8}>
        <Button type="submit" variant="filled" loading={save.isPending} title="Ctrl Enter">
          {say('save')}
        </Button>
        <Button onClick={onClose}>{say('cancel')}</Button>
      </Group>
    </form>
  );
}

type SetBody = Parameters<typeof api.setTargetRules>[0]['body'];

function Members({
  condition,
  value,
  onChange,
}: {
  readonly condition: Condition;
  readonly value: readonly string[];
  readonly onChange: (members: readonly string[]) => void;
}) {
  const say = useWords(prospectsWords);
  const known = useMembers(condition, { period: 'last:12m', unit: 'client', methods: ['main'], slice: [] });
  const names = [...new Set(known.data?.flatMap(({ name }) => (name === '' ? [] : [name])) ?? [])];
  return (
    <TagsInput
      label={say(condition)}
      placeholder={value.length === 0 ? say('any') : ''}
      data={names}
      value={[...value]}
      onChange={onChange}
      maxTags={1000}
      comboboxProps={{ withinPortal: false }}
    />
  );
}
