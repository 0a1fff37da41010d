import { expect, test } from 'vitest';
import {
  periodsAround,
  periodsWithin,
  plannedPeriod,
  planPeriod,
  shorterGrains,
  yearBefore,
} from './plan-period.ts';

test('months, quarters, half-years and years are planned, nothing else', () => {
  const known = ['2026-11', '2026-Q4', '2026-H2', '2026'];
  const others = ['2026-13', '2026-Q5', '2026-H3', '2026-09..2026-11', '2026-11-01', 'last:3m', '1826'];
  expect([...known, ...others].filter((label) => planPeriod.safeParse(label).success)).toEqual(known);
  expect(known.map((label) => plannedPeriod(label)).map(({ grain, from, to }) => [grain, from, to])).toEqual([
    ['month', '2026-11-01', '2026-11-30'],
    ['quarter', '2026-10-01', '2026-12-31'],
    ['halfYear', '2026-07-01', '2026-12-31'],
    ['year', '2026-01-01', '2026-12-31'],
  ]);
});

test('a period has shorter ones within, longer ones around it, and one a year before', () => {
  expect(periodsWithin('2026-H2', 'month')).toHaveLength(6);
  expect(periodsWithin('2026-H1', 'quarter')).toEqual(['2026-Q1', '2026-Q2']);
  expect(periodsWithin('2026', 'halfYear')).toEqual(['2026-H1', '2026-H2']);
  expect(shorterGrains('2026-11')).toEqual([]);
  expect(shorterGrains('2026-H2')).toEqual(['month', 'quarter']);
  expect(periodsAround('2026-06')).toEqual(['2026-Q2', '2026-H1', '2026']);
  expect(['2026-11', '2026-Q4', '2026'].map(yearBefore)).toEqual(['2025-11', '2025-Q4', '2025']);
});
