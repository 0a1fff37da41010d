import { describe, expect, test } from 'vitest';
import { splitArguments } from '../../bin/bootstrap/start-arguments.js';
import { languageOf } from '../../bin/bootstrap/words.js';
import { isModern } from '../../bin/bootstrap.js';

describe('npm start', () => {
  test('without arguments there are no files: the demo', () => {
    expect(splitArguments([])).toEqual({ files: [], common: [] });
  });

  test('files and standard input are told from options', () => {
    const { files } = splitArguments(['--yes', 'отгрузки.xlsx', '--accept-shrunk', 'clients.csv', '-']);
    expect(files).toEqual(['отгрузки.xlsx', 'clients.csv', '-']);
  });

  test('the value of an option is not a file', () => {
    expect(splitArguments(['--period', '2025-01', '--map', 'Сумма=amount', '--basis=договор']).files).toEqual(
      [],
    );
  });

  test('language and data folder hold for the import and for the report after it', () => {
    const { files, common } = splitArguments(['--lang', 'en', 'a.csv', '--data=base', '--map', 'A=date']);
    expect(files).toEqual(['a.csv']);
    expect(common).toEqual(['--lang', 'en', '--data=base']);
  });
});

describe('the language of the bootstrap', () => {
  test.each([
    [['--lang', 'en'], { LANG: 'ru_RU.UTF-8' }, 'en'],
    [['report', '--lang=ru'], { LANG: 'en_US.UTF-8' }, 'ru'],
    [[], { LANG: 'ru_RU.UTF-8' }, 'ru'],
    [[], { LANG: 'de_DE.UTF-8' }, 'en'],
    [[], { LANG: 'en_US.UTF-8', LC_ALL: 'ru_RU.UTF-8' }, 'ru'],
    [[], { LANG: 'C.UTF-8' }, 'ru'],
    [[], {}, 'ru'],
  ])('%j with the locale %j speaks %s', (args, env, language) => {
    expect(languageOf(args, env)).toBe(language);
  });
});

describe('the Node that is new enough', () => {
  test.each(['22.18.0', '22.20.1', '23.6.0', '24.0.0', '26.1.0'])('%s runs TypeScript', (version) => {
    expect(isModern(version)).toBe(true);
  });

  test.each(['20.19.0', '20.20.2', '22.17.1', '23.5.0'])('%s does not', (version) => {
    expect(isModern(version)).toBe(false);
  });
});
