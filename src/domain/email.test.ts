import { expect, test } from 'vitest';
import { readEmails } from './email.ts';

test('several addresses of a cell are told apart, repeats are one', () => {
  expect(readEmails('info@romashka.example; Olga@Romashka.example, info@romashka.example')).toEqual({
    emails: ['info@romashka.example', 'olga@romashka.example'],
    unreadable: [],
  });
});

test('a name around an address does not hide it', () => {
  expect(readEmails('Ольга <olga@romashka.example>').emails).toEqual(['olga@romashka.example']);
  expect(readEmails('mailto:olga@romashka.example.').emails).toEqual(['olga@romashka.example']);
  expect(readEmails('olga@ромашка.рф').emails).toEqual(['olga@ромашка.рф']);
});

test('what is no address is kept and named', () => {
  expect(readEmails('olga@romashka, позвонить; @romashka.example')).toEqual({
    emails: [],
    unreadable: ['olga@romashka', 'позвонить', '@romashka.example'],
  });
});

test('an empty cell holds nothing', () => {
  expect(readEmails(' ')).toEqual({ emails: [], unreadable: [] });
});
