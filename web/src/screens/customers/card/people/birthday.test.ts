import { expect, test } from 'vitest';
import { birthdayOf, birthdayText } from './birthday.ts';

test('a birthday is written as people do, with its year or without', () => {
  expect(birthdayOf('5.3')).toBe('--03-05');
  expect(birthdayOf('05.03.1980')).toBe('1980-03-05');
  expect(birthdayOf('29.02')).toBe('--02-29');
  expect(birthdayOf(' ')).toBeNull();
  expect(birthdayOf('31.02')).toBeUndefined();
  expect(birthdayOf('весной')).toBeUndefined();
  for (const said of ['--03-05', '1980-03-05']) expect(birthdayOf(birthdayText(said))).toBe(said);
});
