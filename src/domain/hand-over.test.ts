import { expect, test } from 'vitest';
import { divide } from './hand-over.ts';

const clients = [
  ...[[1, '100.10'] as const, [2, '90'] as const, [3, '60'] as const, [4, '50'] as const, [5, '0'] as const],
].map(([id, sales]) => ({ id, sales }));
const sharesOf = (to: Parameters<typeof divide>[1]) =>
  Object.fromEntries(
    [...Map.groupBy(divide(clients, to), ([, rep]) => rep)].map(([rep, some]) => [
      rep,
      some.map(([id]) => id),
    ]),
  );

test('customers are shared by sales, those asked for by name first', () => {
  expect(sharesOf([{ rep: 7 }, { rep: 8 }])).toEqual({ 7: [1, 4], 8: [2, 3, 5] });
  expect(sharesOf([{ rep: 7, clients: [5, 4] }, { rep: 8 }])).toEqual({ 7: [5, 4], 8: [1, 2, 3] });
});

test('those of whom nobody is asked for stay', () => {
  expect(sharesOf([{ rep: 7, clients: [1] }])).toEqual({ 7: [1] });
});
