import { expect, test } from 'vitest';
import { planOf } from './plan.ts';

const draft = { from: 7, to: [8, 9], since: '2026-11-01', forGood: true, until: '', clients: null };

test('for good or until a day, shared among all who take over', () => {
  const to = [{ rep: 8 }, { rep: 9 }];
  expect(planOf(draft)).toEqual({ from: 7, since: '2026-11-01', to });
  expect(planOf({ ...draft, forGood: false, until: '2026-11-14' })).toEqual({
    ...{ from: 7, since: '2026-11-01', until: '2026-11-14', to },
  });
});

test('nobody hands over to himself, and a holiday does not end before it begins', () => {
  expect(planOf({ ...draft, to: [7] })).toBe('to');
  expect(planOf({ ...draft, forGood: false })).toBe('until');
  expect(planOf({ ...draft, forGood: false, until: '2026-10-31' })).toBe('order');
});

test('customers by name go to one who takes over', () => {
  expect(planOf({ ...draft, to: [8], clients: [3, 5] })).toMatchObject({ to: [{ rep: 8, clients: [3, 5] }] });
});
