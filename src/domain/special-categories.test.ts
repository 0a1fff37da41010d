import { expect, test } from 'vitest';
import { specialCategoryOf } from './special-categories.ts';

test('health, religion and politics are noticed by their words', () => {
  expect(specialCategoryOf('после операции, звонить осторожно')?.category).toBe('health');
  expect(specialCategoryOf('Инвалид II группы')).toEqual({ category: 'health', word: 'инвалид' });
  expect(specialCategoryOf('православный, постится')?.category).toBe('religion');
  expect(specialCategoryOf('ходит на митинги')?.category).toBe('politics');
});

test('what a supplier writes every day is not', () => {
  for (const text of [
    'операционный директор',
    'Вичугский район',
    'любит рыбалку',
    'церковная лавка нет, касса 2',
  ])
    expect(specialCategoryOf(text)?.word ?? null).toBeNull();
});
