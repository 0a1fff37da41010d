import { PassThrough } from 'node:stream';
import { expect, test } from 'vitest';
import { translator } from '../../../messages/index.ts';
import { progressLine, progressText } from './progress.ts';

const say = translator('ru');
const plain = (text: string) => text.replace(/[\u00a0\u202f]/g, ' ');

test('what, how far, how fast, how long still', () => {
  const progress = {
    stage: 'stage',
    file: 'отгрузки.csv',
    done: 500_000,
    total: 2_000_000,
    unit: 'rows',
  } as const;
  expect(plain(progressText(progress, 2000, 'ru', say))).toBe(
    'Разбираю · отгрузки.csv · 500 000 из 2 000 000 строк · 250 000 строк в секунду · осталось 6 с',
  );
});

test('the whole stands in the genitive: из 21 строки, из 22 строк', () => {
  const of = (total: number) =>
    plain(progressText({ stage: 'stage', done: 1, total, unit: 'rows' }, 0, 'ru', say));
  expect([of(21), of(22)]).toEqual(['Разбираю · 1 из 21 строки', 'Разбираю · 1 из 22 строк']);
});

test('nothing is promised in the first second, and nothing where the end is not known', () => {
  expect(plain(progressText({ stage: 'read', done: 5, total: 10, unit: 'months' }, 500, 'ru', say))).toBe(
    'Читаю · 5 из 10 месяцев',
  );
  expect(plain(progressText({ stage: 'read', done: 5_000_000, unit: 'bytes' }, 2000, 'ru', say))).toBe(
    'Читаю · 5,0 МБ · 2,5 МБ в секунду',
  );
});

function line(columns = 80) {
  const stream = new PassThrough();
  let time = 0;
  const progress = progressLine({ stream, columns, now: () => time, language: 'ru', say });
  const at = (moment: number, done: number) => {
    time = moment;
    progress.report({ stage: 'stage', done, unit: 'rows' });
    return stream.read()?.toString() ?? '';
  };
  const clear = () => {
    progress.clear();
    return stream.read()?.toString() ?? '';
  };
  return { at, clear };
}

test('work that is soon done shows nothing', () => {
  const { at, clear } = line();
  expect(at(100, 1) + at(299, 2) + clear()).toBe('');
});

test('it is drawn ten times a second at most, and goes away', () => {
  const { at, clear } = line();
  expect(at(300, 1)).toContain('1 строка');
  expect(at(350, 2)).toBe('');
  expect(at(400, 3)).toContain('3 строки');
  expect(clear()).toBe('\r\u001b[2K');
  expect(clear()).toBe('');
});

test('it never needs a second line of the terminal', () => {
  expect(line(10).at(300, 123_456_789)).toBe('\r\u001b[2KРазбираю…');
});
