import { expect, test } from 'vitest';
import type { CustomerCard } from '../../server/api.ts';
import { comparedFields, differs, isChosen, saidOf, takenAtFirst } from './fields.ts';

const card = (facts: Partial<CustomerCard>) =>
  ({
    ...Object.fromEntries(comparedFields.map((field) => [field, ''])),
    ...{ contacts: null, responsible: {} },
    ...facts,
  }) as CustomerCard;

test('what the survivor does not say is taken of the other one, nothing else', () => {
  const survivor = card({ name: 'Ромашка', site: '' });
  const absorbed = card({ name: 'РОМАШКА ООО', site: 'romashka.example' });
  expect([...takenAtFirst(absorbed, survivor)]).toEqual(['site']);
  expect([...takenAtFirst(survivor, absorbed)]).toEqual([]);
});

test('contacts that are kept from whoever looks are empty, and no difference', () => {
  expect(saidOf(card({}), 'phones')).toBe('');
  expect(differs(card({}), card({}), 'phones')).toBe(false);
  expect(differs(card({ inn: '1' }), card({ inn: '2' }), 'inn')).toBe(true);
});

test('names are chosen, tax numbers are not', () => {
  expect([isChosen('name'), isChosen('inn')]).toEqual([true, false]);
});
