import { expect, test } from 'vitest';
import { planByHand, planOf } from './plan.ts';

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

test('shared by hand each gets whom he was given, and who is given to nobody stays', () => {
  const plan = { from: 7, since: '2026-11-01', to: [{ rep: 8 }, { rep: 9 }] };
  const chosen = new Map([
    [1, 9],
    [2, 7],
    [3, 9],
  ]);
  expect(planByHand(plan, chosen)).toEqual({ ...plan, to: [{ rep: 9, clients: [1, 3] }] });
  expect(planByHand(plan, new Map([[1, 7]]))).toBe('clients');
});
