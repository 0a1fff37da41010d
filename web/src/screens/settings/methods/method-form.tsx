import { Button, Checkbox, Group, Radio, Select, Stack, TextInput } from '@mantine/core';
import { useMutation, useQueryClient } from '@tanstack/react-query';
import { type FormEvent, type ReactNode, useEffect, useRef, useState } from 'react';
import { attributions, lineKinds, totalBaseModes } from '../../../../../src/domain/method.ts';
import { countUnits } from '../../../../../src/domain/units.ts';
import { did, tell } from '../../../app/undo.tsx';
import { ErrorNote } from '../../../design/error-note.tsx';
import { Note } from '../../../design/note.tsx';
import { Block } from '../../../design/page.tsx';
import { useLanguage, useWords } from '../../../language/language.tsx';
import { api, type Method } from '../../../server/api.ts';
import { inPlace } from '../in-place.ts';
import classes from '../settings.module.css';
import { commonWords } from '../words.ts';
import { type DraftField, documentOf, draftOf, type MethodDraft, problemsOf } from './method-draft.ts';
import own from './methods.module.css';
import { PartyField } from './party-field.tsx';
import { ProductFields } from './product-fields.tsx';
import { ValidFrom } from './valid-from.tsx';
import { methodsWords } from './words.ts';

const bases = ['month', 'quarter', 'halfYear', 'year', 'days', 'months'] as const;
const returnModes = ['month', 'days', 'off'] as const;

/** Every setting of a method; saving makes a new version, or a new method. */
export function MethodForm({
  method,
  isNew,
  taken,
  onDone,
}: {
  readonly method: Method;
  readonly isNew: boolean;
  readonly taken: readonly string[];
  readonly onDone: (saved?: Method) => void;
}) {
  const say = useWords(methodsWords);
  const common = useWords(commonWords);
  const { language } = useLanguage();
  const client = useQueryClient();
  const [draft, setDraft] = useState<MethodDraft>(() => draftOf(withoutVersion(method)));
  const [tries, setTries] = useState(0);
  const tried = tries > 0;
  const form = useRef<HTMLFormElement>(null);
  // The form is longer than the window: what is to be mended comes to whoever has to mend it.
  useEffect(() => {
    if (tries > 0) form.current?.querySelector<HTMLElement>('[aria-invalid="true"]')?.focus();
  }, [tries]);
  const problems = problemsOf(draft, isNew ? taken : []);
  const wrong = (field: DraftField): string | undefined => {
    const problem = tried ? problems[field] : undefined;
    return problem && say(problem);
  };
  const set = (next: Partial<MethodDraft>) => setDraft((before) => ({ ...before, ...next }));
  const text = (
    field:
      | 'ru'
      | 'en'
      | 'id'
      | 'returnDays'
      | 'amount'
      | 'quantity'
      | 'products'
      | 'documents'
      | 'baseLength',
  ) => ({
    value: draft[field],
    error: wrong(field),
    onChange: (event: { readonly currentTarget: HTMLInputElement }) =>
      set({ [field]: event.currentTarget.value }),
  });
  const save = useMutation({
    mutationFn: async () => {
      const saved = await api.saveMethod({ body: documentOf(draft) });
      await client.invalidateQueries({ queryKey: ['methods'] });
      return saved;
    },
    onSuccess: (saved) => {
      const label = say('saved', { version: saved.version, name: saved.name[language] });
      if (isNew) tell(label);
      else
        did(label, async () => {
          await api.saveMethod({ body: withoutVersion(method) });
          await client.invalidateQueries({ queryKey: ['methods'] });
        });
      onDone(saved);
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTries(tries + 1);
    if (Object.keys(problems).length === 0) save.mutate();
  };
  return (
    <Block title={isNew ? say('newMethod') : say('changing', { name: method.name[language] })}>
      {!isNew && <p className={own.partHelp}>{say('changingHelp')}</p>}
      <form ref={form} onSubmit={submit} className={classes.form} noValidate>
        <div className={classes.pair}>
          <TextInput label={say('nameRu')} maxLength={120} required {...text('ru')} />
          <TextInput label={say('nameEn')} maxLength={120} required {...text('en')} />
        </div>
        {isNew && (
          <TextInput label={say('id')} description={say('idHelp')} maxLength={40} required {...text('id')} />
        )}
        <Part title={say('unit')} help={say('unitHelp')}>
          <Radio.Group
            aria-label={say('unit')}
            value={draft.unit}
            onChange={(unit) => set({ unit: unit as MethodDraft['unit'] })}
          >
            <Group gap={16}>
              {countUnits.map((unit) => (
                <Radio key={unit} size="xs" value={unit} label={say(unit)} />
              ))}
            </Group>
          </Radio.Group>
        </Part>
        <Part title={say('kinds')} help={say('kindsHelp')}>
          <Checkbox.Group
            aria-label={say('kinds')}
            value={[...draft.kinds]}
            onChange={(kinds) => set({ kinds: kinds as MethodDraft['kinds'] })}
            error={wrong('kinds')}
          >
            <Stack gap={8}>
              {lineKinds.map((kind) => (
                <Checkbox key={kind} value={kind} label={say(kind)} />
              ))}
            </Stack>
          </Checkbox.Group>
        </Part>
        <Part title={say('returns')} help={say('returnsHelp')}>
          <Radio.Group
            aria-label={say('returns')}
            value={draft.returns}
            onChange={(returns) => set({ returns: returns as MethodDraft['returns'] })}
          >
            <Stack gap={8}>
              {returnModes.map((mode) => (
                <Radio
                  key={mode}
                  size="xs"
                  value={mode}
                  label={say(
                    mode === 'month' ? 'returnsMonth' : mode === 'days' ? 'returnsDays' : 'returnsOff',
                  )}
                />
              ))}
            </Stack>
          </Radio.Group>
          {draft.returns === 'days' && (
            <TextInput mt={8} w={180} inputMode="numeric" label={say('returnDays')} {...text('returnDays')} />
          )}
        </Part>
        <Part title={say('thresholds')} help={say('thresholdsHelp')}>
          <div className={classes.pair}>
            <TextInput inputMode="decimal" label={say('amount')} {...text('amount')} />
            <Select
              comboboxProps={inPlace}
              label={say('vat')}
              data={(['included', 'excluded'] as const).map((vat) => ({ value: vat, label: say(vat) }))}
              value={draft.vat}
              onChange={(vat) => vat && set({ vat: vat as MethodDraft['vat'] })}
              allowDeselect={false}
            />
            <TextInput inputMode="decimal" label={say('quantity')} {...text('quantity')} />
            <TextInput inputMode="numeric" label={say('products')} {...text('products')} />
            <TextInput inputMode="numeric" label={say('documents')} {...text('documents')} />
          </div>
        </Part>
        <Part title={say('assortment')} help={say('assortmentHelp')}>
          <ProductFields categories={draft.categories} brands={draft.brands} onChange={set} />
        </Part>
        <Part title={say('excludedParties')} help={say('excludedHelp')}>
          <PartyField
            ids={draft.excludedParties}
            onChange={(excludedParties) => set({ excludedParties: [...excludedParties] })}
          />
        </Part>
        <Part title={say('base')} help={say('baseHelp')}>
          <div className={classes.pair}>
            <Select
              comboboxProps={inPlace}
              aria-label={say('base')}
              data={bases.map((base) => ({ value: base, label: say(base) }))}
              value={draft.base}
              onChange={(base) => base && set({ base: base as MethodDraft['base'] })}
              allowDeselect={false}
            />
            {(draft.base === 'days' || draft.base === 'months') && (
              <TextInput inputMode="numeric" aria-label={say('baseLength')} {...text('baseLength')} />
            )}
          </div>
        </Part>
        <Part title={say('totalBase')} help={say('totalBaseHelp')}>
          <Radio.Group
            aria-label={say('totalBase')}
            value={draft.totalBase}
            onChange={(totalBase) => set({ totalBase: totalBase as MethodDraft['totalBase'] })}
          >
            <Stack gap={8}>
              {totalBaseModes.map((mode) => (
                <Radio key={mode} size="xs" value={mode} label={say(mode)} />
              ))}
            </Stack>
          </Radio.Group>
        </Part>
        <Part title={say('attribution')} help={say('attributionHelp')}>
          <Radio.Group
            aria-label={say('attribution')}
            value={draft.attribution}
            onChange={(attribution) => set({ attribution: attribution as MethodDraft['attribution'] })}
          >
            <Stack gap={8}>
              {attributions.map((one) => (
                <Radio
                  key={one}
                  size="xs"
                  value={one}
                  label={say(one === 'document' ? 'byDocument' : 'byAssigned')}
                />
              ))}
            </Stack>
          </Radio.Group>
        </Part>
        <ValidFrom value={draft.validFrom} onChange={(validFrom) => set({ validFrom })} />
        {tried && Object.keys(problems).length > 0 && <Note kind="error">{say('mend')}</Note>}
        {save.error && <ErrorNote error={save.error} />}
        <div className={classes.buttons}>
          <Button onClick={() => onDone()}>{common('cancel')}</Button>
          <Button type="submit" variant="filled" loading={save.isPending}>
            {say(isNew ? 'saveNew' : 'saveVersion')}
          </Button>
        </div>
      </form>
    </Block>
  );
}

/** What is saved of a method as it is listed. */
function withoutVersion({
  version: _version,
  kept: _kept,
  ...document
}: Method & { readonly kept?: boolean }): Omit<Method, 'version'> {
  return document;
}

const Part = ({
  title,
  help,
  children,
}: {
  readonly title: string;
  readonly help: string;
  readonly children: ReactNode;
}) => (
  <fieldset className={own.part}>
    <legend>{title}</legend>
    <p className={own.partHelp}>{help}</p>
    {children}
  </fieldset>
);
