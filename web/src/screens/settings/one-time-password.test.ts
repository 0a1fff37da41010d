import { expect, test } from 'vitest';
import { passwordProblem } from '../../../../src/domain/password.ts';
import { oneTimePassword } from './one-time-password.ts';

test('is one that the server takes, and another one each time', () => {
  const passwords = Array.from({ length: 50 }, oneTimePassword);
  expect(new Set(passwords).size).toBe(50);
  for (const password of passwords) {
    expect(password).toMatch(/^([a-hjkmnp-z2-9]{5}-){2}[a-hjkmnp-z2-9]{5}$/);
    expect(passwordProblem(password, 'anna')).toBeUndefined();
  }
});
