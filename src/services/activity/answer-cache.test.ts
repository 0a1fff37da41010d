import { describe, expect, test } from 'vitest';
import { mainMethod } from '../../domain/method.ts';
import { wholeCompany } from '../../domain/scope.ts';
import { type AnswerKey, answerCache, answerKey } from './answer-cache.ts';

const asked = {
  version: { version: 7, dimensions: 5, asOf: '2026-10-31' },
  today: '2026-10-31',
  methods: [mainMethod],
  question: {
    metrics: ['activeBase'],
    period: '2026-10',
    slice: [{ dimension: 'city', members: ['Киров'] }],
  },
  scope: wholeCompany,
  calendars: [],
};

describe('a key of an answer', () => {
  test.each<[string, Partial<typeof asked> | object]>([
    ['commit', { version: { ...asked.version, version: 8 } }],
    ['generation of the records', { version: { ...asked.version, dimensions: 6 } }],
    ['last loaded day', { version: { ...asked.version, asOf: '2026-11-01' } }],
    ['day that relative periods are reckoned from', { today: '2026-11-01' }],
    ['method', { methods: [{ ...mainMethod, totalBase: 'assigned' }] }],
    ['version of a method', { methods: [{ ...mainMethod, version: 2 }] }],
    ['question', { question: { ...asked.question, period: '2026-09' } }],
    ['slice', { question: { ...asked.question, slice: [] } }],
    ['scope', { scope: { nodes: [{ dimension: 'rep', member: 1 }] } }],
    ['stated calendar', { calendars: [[0, { 2026: { weekdays: [1, 2] } }]] }],
    ['empty scope', { scope: { nodes: [] } }],
  ])('is another one with another %s', (_, changed) => {
    expect(answerKey({ ...asked, ...changed } as typeof asked)).not.toBe(answerKey(asked));
  });

  test('does not depend on the order in which a question is written', () => {
    const { metrics, period, slice } = asked.question;
    expect(answerKey({ ...asked, question: { slice, period, metrics } })).toBe(answerKey(asked));
  });
});

describe('answers kept in memory', () => {
  const answer =
    (name: string, weight = 1) =>
    async () => ({ answer: { name }, weight });
  const other: AnswerKey = answerKey({ ...asked, today: '2026-11-01' });

  test('are not worked out again', async () => {
    const answers = answerCache();
    await answers.get(answerKey(asked), answer('first'));
    expect(await answers.get(answerKey(asked), answer('second'))).toEqual({ name: 'first' });
    expect(await answers.get(other, answer('third'))).toEqual({ name: 'third' });
  });

  test('go when there are too many, and those that are too large never come in', async () => {
    const answers = answerCache(8);
    await answers.get(answerKey(asked), answer('large', 5));
    expect(await answers.get(answerKey(asked), answer('again', 2))).toEqual({ name: 'again' });
    for (let day = 1; day < 9; day++)
      await answers.get(answerKey({ ...asked, today: `2026-12-0${day}` }), answer('other', 2));
    expect(await answers.get(answerKey(asked), answer('once more', 2))).toEqual({ name: 'once more' });
  });

  test('are those that came about: a failure is not kept', async () => {
    const answers = answerCache();
    const failing = answers.get(answerKey(asked), async () => {
      throw new Error('aborted');
    });
    await expect(failing).rejects.toThrow('aborted');
    expect(await answers.get(answerKey(asked), answer('next'))).toEqual({ name: 'next' });
  });
});
