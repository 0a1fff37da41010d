import { expect, test } from 'vitest';
import { isTerm } from '../../../../../../src/domain/terms.ts';
import { cleanTerm } from './clean-term.ts';

test('amounts and percents are taken as people write them', () => {
  expect(cleanTerm('creditLimit', ' 80\u00a0000,50 ₽')).toBe('80000.50');
  expect(cleanTerm('discount', '6,5 %')).toBe('6.5');
  expect(cleanTerm('delivery', ' до обеда, 2 раза ')).toBe('до обеда, 2 раза');
  expect(isTerm('deferralDays', cleanTerm('deferralDays', 'две недели'))).toBe(false);
});
