import { expect, test } from 'vitest';
import { isRunning, nodeOf, pinnedState, questionOf, summedPeriod } from './question.ts';
import { customersState } from './state.ts';

const known = { asOf: '2026-10-20', unit: 'legalEntity', search: ' ромашка ' } as const;

test('an empty address asks for the whole base, the greatest buyers of the running month first', () => {
  const question = questionOf({}, known);
  expect(question).toMatchObject({
    ...{ who: 'all', period: '2026-10', unit: 'legalEntity', method: 'main' },
    ...{ sort: 'sales', order: 'descending', search: 'ромашка' },
  });
  expect(nodeOf(question)).toEqual({ kind: 'state', state: 'registered', period: '2026-10' });
});

test('who has no lines has a city, but no branch: there it is those who have bought', () => {
  const cities = [{ dimension: 'city', members: ['Киров'] }] as const;
  const branches = [{ dimension: 'branch', members: ['3'] }] as const;
  const asked = {
    flawed: null,
    who: 'all',
    period: '2026-10',
  } as const;
  expect(nodeOf({ ...asked, slice: cities })).toMatchObject({ state: 'registered', slice: cities });
  expect(nodeOf({ ...asked, slice: branches })).toEqual({ kind: 'bought', slice: branches });
  expect(nodeOf({ ...asked, who: 'lost', slice: branches })).toMatchObject({
    state: 'lost',
    slice: branches,
  });
});

test('who is lost shows what he bought in the period before', () => {
  expect(summedPeriod({ who: 'lost', period: '2026-10' }, known.asOf)).toBe('2026-09');
  expect(summedPeriod({ who: 'active', period: '2026-10' }, known.asOf)).toBe('2026-10');
  expect(summedPeriod({ who: 'lost', period: 'когда-то' }, known.asOf)).toBe('когда-то');
  expect(isRunning('2026-10', known.asOf)).toBe(true);
  expect(isRunning('2026-10', '2026-10-31')).toBe(false);
});

test('the address takes no unknown column, none twice, and never the search', () => {
  expect(customersState.safeParse({ columns: ['city', 'city'] }).success).toBe(false);
  expect(customersState.safeParse({ columns: ['salary'] }).success).toBe(false);
  expect(customersState.parse({ search: 'Иванов', who: 'new' })).toEqual({ who: 'new' });
  expect(pinnedState({ view: 5, who: 'new' })).toEqual({ who: 'new' });
});
