import { describe, expect, test } from 'vitest';
import { assignmentsIn, dateFacts, pastOf } from './dated-facts.ts';

describe('who is responsible, as a customer card says it', () => {
  test('counts from the day of the import', () => {
    expect(dateFacts({ name: 'Ландыш', rep: '7' }, {}, '2026-10-01')).toEqual({
      name: 'Ландыш',
      'rep@2026-10-01': '7',
    });
  });

  test('said again later, stays with the day on which it was first said', () => {
    const known = { name: 'Ландыш', 'rep@2026-10-01': '7' };
    expect(dateFacts({ name: 'Ландыш', rep: '7' }, known, '2026-11-15')).toEqual(known);
  });

  test('another one counts from his own day, and so does the first one when he comes back', () => {
    const first = { 'rep@2026-10-01': '7' };
    const second = { ...first, ...dateFacts({ rep: '8' }, first, '2026-11-15') };
    expect(second).toEqual({ 'rep@2026-10-01': '7', 'rep@2026-11-15': '8' });
    expect(dateFacts({ rep: '7' }, second, '2026-12-01')).toEqual({ 'rep@2026-12-01': '7' });
  });

  test('the last word of a day is the word of that day', () => {
    expect(dateFacts({ rep: '8' }, { 'rep@2026-11-15': '7' }, '2026-11-15')).toEqual({
      'rep@2026-11-15': '8',
    });
  });

  test('what is imported later counts, even when the clock was put back', () => {
    expect(dateFacts({ rep: '8' }, { 'rep@2026-11-15': '7' }, '2026-10-01')).toEqual({
      'rep@2026-11-15': '8',
    });
  });

  test('replayed without an earlier import, is dated anew', () => {
    expect(dateFacts({ 'rep@2026-10-01': '7' }, {}, '2026-11-15')).toEqual({ 'rep@2026-11-15': '7' });
  });

  test('a team does not change with the rep', () => {
    const known = { 'rep@2026-10-01': '7', 'team@2026-10-01': '3' };
    expect(dateFacts({ rep: '8', team: '3' }, known, '2026-11-15')).toEqual({
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

describe('an attribute of a customer', () => {
  const first = { name: 'Ландыш', clientType: 'розница' };
  const second = { ...first, ...dateFacts({ clientType: 'HoReCa' }, first, '2026-11-15') };

  test('that never changes has no dates', () => {
    expect(dateFacts(first, {}, '2026-10-01')).toEqual(first);
    expect(dateFacts(first, first, '2026-11-15')).toEqual(first);
    expect(pastOf(first)).toEqual([]);
  });

  test('that changes was what it was at first on all days before', () => {
    expect(pastOf(second)).toEqual([
      { of: 'clientType', since: '1970-01-01', member: 'розница' },
      { of: 'clientType', since: '2026-11-15', member: 'HoReCa' },
    ]);
  });

  test('said again says the same again, and may come back', () => {
    const again = dateFacts({ clientType: 'HoReCa' }, second, '2026-12-01');
    expect({ ...second, ...again }).toEqual(second);
    const back = { ...second, ...dateFacts({ clientType: 'розница' }, second, '2026-12-01') };
    expect(back.clientType).toBe('розница');
    expect(pastOf(back).map(({ since, member }) => `${since} ${member}`)).toEqual([
      '1970-01-01 розница',
      '2026-11-15 HoReCa',
      '2026-12-01 розница',
    ]);
  });

  test('replayed without the import that said it first, has never been different', () => {
    const words = dateFacts({ clientType: 'HoReCa' }, first, '2026-11-15');
    expect(dateFacts(words, {}, '2026-11-15')).toEqual({ clientType: 'HoReCa' });
  });
});
