import { describe, expect, test } from 'vitest';
import { assignmentsIn, dateAssignments } from './assignment.ts';

describe('who is responsible, as a customer card says it', () => {
  test('counts from the day of the import', () => {
    expect(dateAssignments({ name: 'Ландыш', rep: '7' }, {}, '2026-10-01')).toEqual({
      name: 'Ландыш',
      'rep@2026-10-01': '7',
    });
  });

  test('said again later, stays with the day on which it was first said', () => {
    const known = { name: 'Ландыш', 'rep@2026-10-01': '7' };
    expect(dateAssignments({ name: 'Ландыш', rep: '7' }, known, '2026-11-15')).toEqual(known);
  });

  test('another one counts from his own day, and so does the first one when he comes back', () => {
    const first = { 'rep@2026-10-01': '7' };
    const second = { ...first, ...dateAssignments({ rep: '8' }, first, '2026-11-15') };
    expect(second).toEqual({ 'rep@2026-10-01': '7', 'rep@2026-11-15': '8' });
    expect(dateAssignments({ rep: '7' }, second, '2026-12-01')).toEqual({ 'rep@2026-12-01': '7' });
  });

  test('the last word of a day is the word of that day', () => {
    expect(dateAssignments({ rep: '8' }, { 'rep@2026-11-15': '7' }, '2026-11-15')).toEqual({
      'rep@2026-11-15': '8',
    });
  });

  test('what is imported later counts, even when the clock was put back', () => {
    expect(dateAssignments({ rep: '8' }, { 'rep@2026-11-15': '7' }, '2026-10-01')).toEqual({
      'rep@2026-11-15': '8',
    });
  });

  test('replayed without an earlier import, is dated anew', () => {
    expect(dateAssignments({ 'rep@2026-10-01': '7' }, {}, '2026-11-15')).toEqual({ 'rep@2026-11-15': '7' });
  });

  test('a team does not change with the rep', () => {
    const known = { 'rep@2026-10-01': '7', 'team@2026-10-01': '3' };
    expect(dateAssignments({ rep: '8', team: '3' }, known, '2026-11-15')).toEqual({
      'rep@2026-11-15': '8',
      'team@2026-10-01': '3',
    });
  });

  test('is found among the facts of a customer', () => {
    expect(assignmentsIn({ name: 'Ландыш', 'rep@2026-10-01': '7', 'branch@2026-11-15': '2' })).toEqual([
      { kind: 'rep', since: '2026-10-01', member: 7 },
      { kind: 'branch', since: '2026-11-15', member: 2 },
    ]);
  });
});
