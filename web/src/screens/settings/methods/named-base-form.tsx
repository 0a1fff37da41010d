import { Button, Modal, Select, TextInput } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { type FormEvent, useState } from 'react';
import { countUnits } from '../../../../../src/domain/units.ts';
import { ErrorNote } from '../../../design/error-note.tsx';
import { useLanguage, useWords } from '../../../language/language.tsx';
import { api, type Method, type NamedBase } from '../../../server/api.ts';
import { inPlace } from '../in-place.ts';
import classes from '../settings.module.css';
import { commonWords } from '../words.ts';
import { ProductFields } from './product-fields.tsx';
import { methodsWords } from './words.ts';

const periods = ['month', 'quarter', 'halfYear', 'year', 'days', 'months'] as const;

/** A named АКБ: a method, products, a period and a unit under one name. */
export function NamedBaseForm({
  methods,
  onClose,
  onAdded,
}: {
  readonly methods: readonly Method[];
  readonly onClose: () => void;
  readonly onAdded: (base: NamedBase) => void;
}) {
  const say = useWords(methodsWords);
  const common = useWords(commonWords);
  const { language } = useLanguage();
  const [name, setName] = useState('');
  const [method, setMethod] = useState(methods[0]?.id ?? 'main');
  const [unit, setUnit] = useState<NamedBase['unit']>(methods[0]?.unit ?? 'client');
  const [period, setPeriod] = useState<(typeof periods)[number]>('month');
  const [length, setLength] = useState('90');
  const [products, setProducts] = useState<{
    readonly categories: readonly string[];
    readonly brands: readonly string[];
  }>({ categories: [], brands: [] });
  const [tried, setTried] = useState(false);
  const isWindow = period === 'days' || period === 'months';
  const lengthWrong =
    isWindow && !(/^\d{1,4}$/.test(length) && Number(length) >= 1 && Number(length) <= 1100);
  const nameWrong = name.trim() === '';
  const save = useMutation({
    mutationFn: () =>
      api.addNamedBase({
        body: {
          name: name.trim(),
          method: { id: method },
          products: [
            ...(products.categories.length > 0
              ? [{ dimension: 'category' as const, members: products.categories }]
              : []),
            ...(products.brands.length > 0
              ? [{ dimension: 'brand' as const, members: products.brands }]
              : []),
          ],
          period: isWindow ? { length: Number(length), of: period } : period,
          unit,
        },
      }),
    onSuccess: (base) => {
      onAdded(base);
      onClose();
    },
  });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    setTried(true);
    if (!nameWrong && !lengthWrong) save.mutate();
  };
  return (
    <Modal
      opened
      onClose={onClose}
      title={say('newBase')}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      <form onSubmit={submit} className={classes.form} noValidate>
        <TextInput
          label={say('name')}
          value={name}
          onChange={(event) => setName(event.currentTarget.value)}
          maxLength={120}
          error={tried && nameWrong ? say('needed') : undefined}
          required
          data-autofocus
        />
        <Select
          comboboxProps={inPlace}
          label={say('method')}
          data={methods.map((one) => ({ value: one.id, label: one.name[language] }))}
          value={method}
          onChange={(id) => id && setMethod(id)}
          allowDeselect={false}
        />
        <ProductFields {...products} onChange={(next) => setProducts((before) => ({ ...before, ...next }))} />
        <div className={classes.pair}>
          <Select
            comboboxProps={inPlace}
            label={say('unit')}
            data={countUnits.map((one) => ({ value: one, label: say(one) }))}
            value={unit}
            onChange={(one) => one && setUnit(one as NamedBase['unit'])}
            allowDeselect={false}
          />
          <Select
            comboboxProps={inPlace}
            label={say('period')}
            data={periods.map((one) => ({ value: one, label: say(one) }))}
            value={period}
            onChange={(one) => one && setPeriod(one as typeof period)}
            allowDeselect={false}
          />
          {isWindow && (
            <TextInput
              label={say('baseLength')}
              inputMode="numeric"
              value={length}
              onChange={(event) => setLength(event.currentTarget.value)}
              error={tried && lengthWrong ? say('lengthWrong') : undefined}
            />
          )}
        </div>
        {save.error && <ErrorNote error={save.error} />}
        <div className={classes.buttons}>
          <Button onClick={onClose}>{common('cancel')}</Button>
          <Button type="submit" variant="filled" loading={save.isPending}>
            {say('addBase')}
          </Button>
        </div>
      </form>
    </Modal>
  );
}
