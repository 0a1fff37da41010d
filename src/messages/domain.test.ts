import { describe, expect, test, vi } from 'vitest';
import { today as clock } from '../domain/clock.ts';
import { locate } from '../domain/geography.ts';
import { readInn, readInnKpp } from '../domain/inn.ts';
import { readKpp } from '../domain/kpp.ts';
import { readOgrn } from '../domain/ogrn.ts';
import { parsePeriod } from '../domain/period.ts';
import { type Problem, Refusal } from '../domain/problem.ts';
import { readCustomerSet, type SetNode } from '../domain/sets/customer-set.ts';
import { domainMessages } from './domain.ts';
import { formatMessage, type MessageCatalogue } from './message.ts';

const today = { today: '2026-11-30' };

function refusedClock(): Problem | null {
  vi.stubEnv('AKB_TODAY', 'завтра');
  try {
    clock();
  } catch (error) {
    if (error instanceof Refusal) return error.problems[0] ?? null;
  } finally {
    vi.unstubAllEnvs();
  }
  return null;
}

function refusedSets(): readonly Problem[] {
  const rep: SetNode = { kind: 'attribute', dimension: 'rep', members: ['7'] };
  let deep: SetNode = { kind: 'stored', id: 1 };
  for (let level = 0; level < 30; level++) deep = { kind: 'and', sets: [deep] };
  return [{ kind: 'stored', id: 0 }, deep, rep].flatMap((set) => {
    const read = readCustomerSet({ language: 1, unit: 'client', method: { id: 'main' }, set });
    return 'set' in read ? [] : read.slice(0, 1);
  });
}

const found: readonly (object | null)[] = [
  refusedClock(),
  parsePeriod('прошлый', today),
  parsePeriod('2026-11..2026-01', today),
  parsePeriod('0026', today),
  ...refusedSets(),
  ...['770708389', '7707083894', '0000000000', '7,7E+09', 'нет', '00100001128'].map(
    (cell) => readInn(cell).finding,
  ),
  readInnKpp('500100732259/770701001').kpp.finding,
  readKpp('77').finding,
  ...['1027700132196', '12', '1,0E+12'].map((cell) => readOgrn(cell).finding),
  locate({ city: 'Киров' }).finding,
  locate({ region: 'Washington' }).finding,
  locate({ region: '43', district: 'УФО' }).finding,
];
const problems = found.filter((problem): problem is Problem => problem !== null && 'code' in problem);

describe('every problem of the domain has its sentence', () => {
  test.each(problems.map((problem) => [problem.code, problem] as const))('%s', (code, problem) => {
    const catalogue: MessageCatalogue = domainMessages;
    for (const language of ['ru', 'en'] as const) {
      const template = catalogue[code]?.[language] ?? '';
      expect(template).not.toBe('');
      const sentence = formatMessage(template, language, problem.params);
      expect(sentence).not.toMatch(/[{}]/);
      for (const value of Object.values(problem.params ?? {})) {
        if (template.includes('{')) expect(sentence).toContain(String(value));
      }
    }
  });

  test('sets of customers are refused in three ways', () => {
    expect(refusedSets().map(({ code }) => code)).toEqual([
      'setUnreadable',
      'setTooDeep',
      'setNeedsAttribute',
    ]);
  });

  test('and all the examples above did find something', () => {
    expect(problems).toHaveLength(found.length);
  });
});
