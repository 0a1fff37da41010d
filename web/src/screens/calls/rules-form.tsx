import { ActionIcon, Button, Select, TextInput } from '@mantine/core';
import { useMutation, useQuery } from '@tanstack/react-query';
import { X } from 'lucide-react';
import { type FormEvent, useState } from 'react';
import type { CallRule } from '../../../../src/domain/calls.ts';
import { useMay, useMe } from '../../app/session.tsx';
import { did } from '../../app/undo.tsx';
import { ErrorNote } from '../../design/error-note.tsx';
import { Skeleton } from '../../design/skeleton.tsx';
import { useWords } from '../../language/language.tsx';
import { api } from '../../server/api.ts';
import { queryClient } from '../../server/query-client.ts';
import classes from './calls.module.css';
import { callsWords } from './words.ts';

type Rules = Awaited<ReturnType<typeof api.callRules>>;

const kinds = ['second', 'sleeping', 'set'] as const;
const usual = (kind: CallRule['kind'], set: number): CallRule =>
  kind === 'second'
    ? { kind, from: 7, to: 30, everyDays: 7 }
    : kind === 'sleeping'
      ? { kind, from: 60, everyDays: 30 }
      : { kind, set, everyDays: 30 };

export function CallsRules() {
  const rules = useQuery({
    queryKey: ['calls', 'rules'],
    queryFn: ({ signal }) => api.callRules({ signal }),
  });
  if (rules.error) return <ErrorNote error={rules.error} retry={() => void rules.refetch()} />;
  if (!rules.data) return <Skeleton height={240} />;
  return <RulesForm key={rules.data.version} known={rules.data} />;
}

const again = () => queryClient.invalidateQueries({ queryKey: ['calls'] });

/** By which rules customers are called; whoever may not change them sees them. */
function RulesForm({ known }: { readonly known: Rules }) {
  const say = useWords(callsWords);
  const whole = useMe().scope.nodes === null;
  const may = useMay('defineCompany') && whole;
  const [draft, setDraft] = useState<Rules>(known);
  const sets = useQuery({ queryKey: ['stored-sets'], queryFn: ({ signal }) => api.storedSets({ signal }) });
  const ofClients = (sets.data?.sets ?? []).filter(({ set }) => set.unit === 'client');
  const save = useMutation({
    mutationFn: (body: Rules) => api.setCallRules({ body }),
    onSuccess: async ({ version }) => {
      did(say('saved'), async () => {
        await api.setCallRules({ body: { ...known, version } });
        await again();
      });
      await again();
    },
  });
  const set = (part: Partial<Rules>) => setDraft({ ...draft, ...part });
  const put = (at: number, rule: CallRule) =>
    set({ rules: draft.rules.map((one, place) => (place === at ? rule : one)) });
  const days = (label: string, value: number, onChange: (days: number) => void) => (
    <TextInput
      type="number"
      {...{ label, value, min: 1, max: 3650, step: 1, disabled: !may, required: true }}
      onChange={({ currentTarget }) => onChange(Math.trunc(Number(currentTarget.value)))}
    />
  );
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save.mutate(draft);
  };
  return (
    <form className={classes.rules} onSubmit={submit}>
      <p className="muted">{say('rulesHelp')}</p>
      <div className={classes.numbers}>
        {days(say('perDay'), draft.perDay, (perDay) => set({ perDay }))}
        {days(say('wonWithin'), draft.wonWithin, (wonWithin) => set({ wonWithin }))}
        <TextInput
          type="number"
          label={say('lostAfter')}
          value={draft.lostAfter}
          {...{ min: 1, max: 100, step: 0.1, disabled: !may, required: true }}
          onChange={({ currentTarget }) => set({ lostAfter: currentTarget.value })}
        />
      </div>
      {draft.rules.map((rule, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: rules have their places only
        <fieldset key={at} className={classes.rule} disabled={!may}>
          <legend>{say('ruleNo', { n: at + 1 })}</legend>
          <Select
            aria-label={say('ruleNo', { n: at + 1 })}
            value={rule.kind}
            disabled={!may}
            allowDeselect={false}
            onChange={(kind) => put(at, usual(kind as CallRule['kind'], ofClients[0]?.id ?? 0))}
            data={kinds
              .filter((kind) => kind !== 'set' || ofClients.length > 0 || rule.kind === 'set')
              .map((kind) => ({ value: kind, label: say('kind', { kind }) }))}
          />
          {rule.kind !== 'set' && days(say('from'), rule.from, (from) => put(at, { ...rule, from }))}
          {rule.kind === 'second' && days(say('to'), rule.to, (to) => put(at, { ...rule, to }))}
          {rule.kind === 'set' && (
            <Select
              label={say('set')}
              value={String(rule.set)}
              disabled={!may}
              allowDeselect={false}
              onChange={(id) => put(at, { ...rule, set: Number(id) })}
              data={ofClients.map(({ id, name }) => ({ value: String(id), label: name }))}
            />
          )}
          {days(say('everyDays'), rule.everyDays, (everyDays) => put(at, { ...rule, everyDays }))}
          {may && (
            <ActionIcon
              variant="subtle"
              color="gray"
              aria-label={say('drop', { n: at + 1 })}
              onClick={() => set({ rules: draft.rules.filter((_, place) => place !== at) })}
            >
              <X size={16} strokeWidth={1.8} />
            </ActionIcon>
          )}
        </fieldset>
      ))}
      {save.error && <ErrorNote error={save.error} />}
      {may && (
        <div className={classes.buttons}>
          <Button type="submit" variant="filled" loading={save.isPending}>
            {say('save')}
          </Button>
          <Button onClick={() => set({ rules: [...draft.rules, usual('sleeping', 0)] })}>{say('add')}</Button>
        </div>
      )}
    </form>
  );
}
