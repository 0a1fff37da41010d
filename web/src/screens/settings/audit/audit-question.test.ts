import { expect, test } from 'vitest';
import { auditQuestion } from './audit-question.ts';

test('the last day belongs to the question, wherever the reader is', () => {
  const { from, to } = auditQuestion({ from: '2026-11-01', to: '2026-11-01' });
  expect(Date.parse(to ?? '') - Date.parse(from ?? '')).toBe(24 * 60 * 60 * 1000);
  expect(new Date(from ?? '').getHours()).toBe(0);
});

test('what is not said is not asked', () => {
  expect(auditQuestion({ tab: 'audit', who: 'holder', what: 'exported' })).toEqual({
    user: 'holder',
    action: 'exported',
  });
});
