import { expect, test } from 'vitest';
import { bonusScheme } from '../../../../src/domain/bonus/scheme.ts';
import { draftOf, emptyScheme, schemeOf, sumOfWeights } from './draft.ts';

test('a scheme is typed in percent and read back as it was', () => {
  const scale = { kind: 'line', threshold: '0.8', cap: '1.2' };
  const steps = [
    { from: '0.805', k: '0.5' },
    { from: '1', k: '1' },
  ];
  const scheme = bonusScheme.parse({
    ...{ name: 'Команда', from: '2026-11', whom: { level: 'rep', members: [3] }, base: '30000.5' },
    parts: [
      { metric: 'sales', weight: '0.7', scale },
      { metric: 'new', weight: '0.3', scale: { kind: 'steps', steps } },
    ],
    points: { rates: [{ grade: 'А', rate: '300' }], otherRate: '10', holdMonths: 3 },
    ...{ newClients: { rate: '500', months: 2 }, pool: { amount: '9000', metric: 'sales', scale } },
    gates: [
      { of: 'overdueShare', steps: [{ above: '0.105', factor: '0.5' }] },
      { of: 'unresolvedSignals', steps: [{ above: '2', factor: '0' }] },
    ],
  });
  const draft = draftOf(scheme);
  expect(draft.parts[0]).toMatchObject({ weight: '70', scale: { threshold: '80', cap: '120' } });
  expect(draft.gates.map(({ steps: all }) => all[0]?.above)).toEqual(['10.5', '2']);
  expect(schemeOf(draft)).toEqual({ scheme });
});

test('what is wrong is named by its place', () => {
  const draft = { ...emptyScheme('2026-11'), name: 'Все' };
  expect(schemeOf(draft)).toHaveProperty('scheme');
  const [first, ...rest] = draft.parts;
  if (first === undefined) throw new Error('a new scheme has parts');
  const typed = (weight: string) => schemeOf({ ...draft, parts: [{ ...first, weight }, ...rest] });
  expect(typed('50,0')).toHaveProperty('scheme');
  expect(typed('40')).toEqual({ wrong: new Set(['parts']) });
  expect(typed('половина')).toEqual({ wrong: new Set(['parts.0.weight']) });
  expect([sumOfWeights(draft.parts), sumOfWeights([{ ...first, weight: '?' }])]).toEqual(['100', null]);
});
