import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { add, compare, multiply } from '../decimal.ts';
import { type BonusScheme, bonusScheme } from './scheme.ts';
import { type BonusFacts, bonusStatement } from './statement.ts';

const line = { kind: 'line', threshold: '0.8', cap: '1.2' } as const;
const scheme = (more: object = {}): BonusScheme =>
  bonusScheme.parse({
    ...{ name: 'Торговые представители', from: '2026-10', whom: { level: 'rep' }, base: '30000' },
    parts: [
      { metric: 'sales', weight: '0.5', scale: line },
      { metric: 'activeBase', weight: '0.3', scale: line },
      { metric: 'avgSkuPerClient', weight: '0.2', scale: line },
    ],
    ...more,
  });
const facts = (more: Partial<BonusFacts> = {}): BonusFacts => ({
  planned: {
    sales: { plan: '1000000', fact: '750000' },
    activeBase: { plan: '920', fact: '950' },
    avgSkuPerClient: { plan: '10', fact: '13' },
  },
  ...{ points: [], monthsInForce: 1, newClients: 0, pool: null },
  gates: { overdueShare: null, returnsShare: null, unresolvedSignals: '0' },
  ...more,
});
const only = (metric: 'sales' | 'activeBase', scale: object = line) =>
  scheme({ parts: [{ metric, weight: '1', scale }] });

describe('the statement', () => {
  test('of the worked example is 16 493,48 ₽, explained line by line', () => {
    const { lines, total, stopFactor } = bonusStatement(scheme(), facts());
    expect(lines.map(({ formula, amount, fulfilment, why }) => [formula, amount, fulfilment, why])).toEqual([
      ['30000 × 0.5 × 0', '0.00', '0.75', 'belowThreshold'],
      ['30000 × 0.3 × 950 ÷ 920', '9293.48', '1.0326', 'paid'],
      ['30000 × 0.2 × 1.2', '7200.00', '1.3', 'capped'],
    ]);
    expect([total, stopFactor]).toEqual(['16493.48', '1']);
  });

  test('rounds once, at the end and half-up: thirds that make half a kopeck are a kopeck', () => {
    const thirds = scheme({
      base: '0.01',
      parts: [
        { metric: 'sales', weight: '0.5', scale: { ...line, threshold: '0' } },
        { metric: 'activeBase', weight: '0.5', scale: { ...line, threshold: '0' } },
      ],
    });
    // 0.005 × 1/3 + 0.005 × 2/3 = 0.005; digit by digit it would be 0.00499…
    const planned = { sales: { plan: '3', fact: '1' }, activeBase: { plan: '3', fact: '2' } };
    expect(bonusStatement(thirds, facts({ planned })).total).toBe('0.01');
  });

  test('pays nothing for what was not planned, and says so', () => {
    const { lines, total } = bonusStatement(only('sales'), facts({ planned: {} }));
    expect([total, lines[0]?.why]).toEqual(['0.00', 'noPlan']);
    const planned = { sales: { plan: '0', fact: '5' } };
    expect(bonusStatement(only('sales'), facts({ planned })).lines[0]?.why).toBe('noPlan');
  });

  test('by steps pays what the last step reached says', () => {
    const steps = [
      ...[
        { from: '0.8', k: '0.5' },
        { from: '0.9', k: '0.8' },
      ],
      ...[
        { from: '1', k: '1' },
        { from: '1.1', k: '1.2' },
      ],
    ];
    const of = (fact: string) =>
      bonusStatement(
        only('sales', { kind: 'steps', steps }),
        facts({ planned: { sales: { plan: '100', fact } } }),
      ).total;
    expect(['79.99', '80', '99', '100', '250'].map(of)).toEqual([
      ...['0.00', '15000.00', '24000.00', '30000.00', '36000.00'],
    ]);
  });

  test('is cut by the strictest gate, and not by what is unknown', () => {
    const gates = [
      {
        of: 'overdueShare',
        steps: [
          { above: '0.1', factor: '0.8' },
          { above: '0.3', factor: '0.5' },
        ],
      },
      { of: 'returnsShare', steps: [{ above: '0.05', factor: '0.9' }] },
      { of: 'unresolvedSignals', steps: [{ above: '0', factor: '0' }] },
    ];
    const of = (overdueShare: string | null, returnsShare: string | null, unresolvedSignals: string) =>
      bonusStatement(scheme({ gates }), facts({ gates: { overdueShare, returnsShare, unresolvedSignals } }));
    expect(of('0.1', null, '0')).toMatchObject({ stopFactor: '1', total: '16493.48' });
    expect(of('0.31', '0.06', '0')).toMatchObject({
      ...{ stopFactor: '0.5', earned: '16493.48', total: '8246.74' },
      gates: [{ factor: '0.5' }, { factor: '0.9' }, { factor: '1' }],
    });
    expect(of('0', '0', '1').total).toBe('0.00');
  });

  test('pays for delivery points by grade, and holds the rate back till they have stayed', () => {
    const points = {
      rates: [
        { grade: 'А', rate: '300' },
        { grade: 'Б', rate: '100' },
      ],
      ...{ otherRate: '10', holdMonths: 3 },
    };
    const none = { parts: [], base: '0' };
    const active = [
      ...[
        { grade: 'а ', months: 4, count: 5 },
        { grade: 'А', months: 3, count: 2 },
      ],
      ...[
        { grade: 'Б', months: 1, count: 4 },
        { grade: '', months: 9, count: 1 },
      ],
    ];
    const of = (monthsInForce: number) =>
      bonusStatement(scheme({ ...none, points }), facts({ points: active, monthsInForce }));
    const { lines, held, total, heldBack } = of(7);
    expect(lines.map(({ kind, grade, formula }) => [kind, grade, formula])).toEqual([
      ['points', 'А', '5 × 300'],
      ['pointsReleased', 'А', '2 × 300 × 3'],
      ['points', '', '1 × 10'],
    ]);
    expect(held.map(({ grade, formula }) => [grade, formula])).toEqual([['Б', '4 × 100']]);
    expect([total, heldBack]).toEqual(['3310.00', '400.00']);
    // A scheme of two months has held back one.
    expect(of(2).total).toBe('2710.00');
    const atOnce = bonusStatement(
      scheme({ ...none, points: { ...points, holdMonths: 1 } }),
      facts({ points: active }),
    );
    expect([atOnce.total, atOnce.heldBack]).toEqual(['2510.00', '0.00']);
  });

  test('has a bonus for new customers who stayed and a share of what the team gets', () => {
    const more = {
      newClients: { rate: '500', months: 3 },
      pool: { amount: '9000', metric: 'sales', scale: line },
    };
    const { lines, total } = bonusStatement(
      scheme({ parts: [], base: '0', ...more }),
      facts({ newClients: 2, pool: { plan: '100', fact: '90', own: '30', all: '90' } }),
    );
    expect(lines.map(({ formula }) => formula)).toEqual(['2 × 500', '9000 × 90 ÷ 100 × 30 ÷ 90']);
    expect(total).toBe('3700.00');
  });
});

describe('a fulfilment', () => {
  const cents = fc.integer({ min: 0, max: 10 ** 9 }).map((value) => multiply(String(value), '0.01'));
  const paid = (fact: string, plan: string) =>
    bonusStatement(only('sales'), facts({ planned: { sales: { plan, fact } } })).total;

  test('is worth more when it is more, up to the cap, and never more than the cap', () => {
    fc.assert(
      fc.property(cents, cents, cents, (fact, more, plan) => {
        const [less, greater] = [paid(fact, plan), paid(add(fact, more), plan)];
        expect(compare(less, greater)).toBeLessThanOrEqual(0);
        expect(compare(greater, '36000')).toBeLessThanOrEqual(0);
      }),
    );
  });

  test('is worth nothing below the threshold, and itself from there to the cap', () => {
    fc.assert(
      fc.property(
        fc.integer({ min: 1, max: 10 ** 6 }),
        fc.integer({ min: -500, max: 2000 }),
        (plan, mille) => {
          const fact = multiply(String(plan), multiply(String(mille), '0.001'));
          const k = mille < 800 ? 0 : Math.min(mille, 1200);
          expect(paid(fact, String(plan))).toBe(`${k * 30}.00`);
        },
      ),
    );
  });
});

describe('a scheme', () => {
  const isRead = (more: object) => bonusScheme.safeParse({ ...scheme(), ...more }).success;
  const part = (metric: string, weight: string, scale: object = line) => ({ metric, weight, scale });
  test('has weights that add up to 1, whatever they are', () => {
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 10_000 }), fc.integer({ min: 0, max: 10_000 }), (a, b) => {
        const weight = (value: number) => multiply(String(value), '0.0001');
        const parts = [part('sales', weight(a)), part('new', weight(b))];
        expect(isRead({ parts })).toBe(a + b === 10_000);
      }),
    );
  });
  test('never pays worse for more, nor twice for one metric', () => {
    const falling = {
      kind: 'steps',
      steps: [
        { from: '0.8', k: '1' },
        { from: '0.9', k: '0.5' },
      ],
    };
    expect(isRead({ parts: [part('sales', '1', falling)] })).toBe(false);
    expect(isRead({ parts: [part('sales', '0.5'), part('sales', '0.5')] })).toBe(false);
    expect(isRead({ parts: [part('sales', '1', { ...line, cap: '0.7' })] })).toBe(false);
    const gate = (factor: string) => ({
      of: 'returnsShare',
      steps: [
        { above: '0.1', factor: '0.5' },
        { above: '0.2', factor },
      ],
    });
    expect([isRead({ gates: [gate('0.9')] }), isRead({ gates: [gate('0.4')] })]).toEqual([false, true]);
    expect(isRead({ whom: { level: 'team' }, pool: { amount: '1', metric: 'sales', scale: line } })).toBe(
      false,
    );
  });
});
