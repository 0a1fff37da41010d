import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { readXlsx } from 'hucre/xlsx';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { Refusal } from '../../src/domain/problem.ts';
import { displayWidth } from '../../src/edges/cli/output/text.ts';
import { customer, fakeApplication } from '../doubles/fake-application.ts';
import { emptyFolder, runAkb, seen } from '../doubles/run-akb.ts';

beforeEach(() => {
  vi.stubEnv('AKB_TODAY', '2011-12-10');
});
afterEach(() => {
  vi.unstubAllEnvs();
});

describe('akb customers', () => {
  test('prints the «База клиентов по АКБ» of the founding documents, column by column', async () => {
    const { code, stdout } = await runAkb('customers --report akb --period 2011-11 --csv');
    expect(code).toBe(0);
    const [head, row] = stdout.split('\r\n');
    expect(head).toBe(
      '\ufeffНаименование;Адрес;Вид деятельности;Телефон;ЛПР;ЛВР;Город;Средний чек;Канал привлечения;Канал сбыта;Менеджер',
    );
    expect(row).toBe(
      'ООО «Ромашка»;г. Казань, ул. Баумана, д. 1;Розничная торговля;+79991234567;Иванова Анна;;Казань;947,50;Выставка;Традиционная розница;Петров Пётр',
    );
  });

  test('on screen it says how many there are', async () => {
    const customerRows = Array.from({ length: 22 }, (_, id) => ({ ...customer, id }));
    const { stdout } = await runAkb('customers', { application: fakeApplication({ customerRows }) });
    expect(seen(stdout)).toContain('База клиентов по АКБ · ноябрь 2011 г.');
    expect(seen(stdout).trimEnd()).toMatch(/22 клиента$/);
  });

  test('a long list keeps the layout of its first rows, and every line fits', async () => {
    const customerRows = Array.from({ length: 1200 }, (_, id) => ({ ...customer, id, name: `Клиент ${id}` }));
    const { stdout } = await runAkb('customers', {
      application: fakeApplication({ customerRows }),
      columns: 90,
      env: { NO_COLOR: '1' },
    });
    const lines = seen(stdout).split('\n');
    expect(lines.filter((line) => line.startsWith('Клиент '))).toHaveLength(1200);
    for (const line of lines) expect(displayWidth(line), line).toBeLessThanOrEqual(90);
  });

  test('asks for exactly the set, the member and the order', async () => {
    const application = fakeApplication();
    await runAkb('customers --set lost --by rep --key 007 --unit deliveryPoint --sort name --json', {
      application,
    });
    expect(application.asked.customers).toEqual([
      expect.objectContaining({
        set: 'lost',
        by: { dimension: 'rep', code: '007' },
        unit: 'deliveryPoint',
        sort: 'name',
        method: 'main',
      }),
    ]);
  });

  test('--json is an array, also when nobody is in it', async () => {
    const { shown: _, ...fields } = customer;
    expect(JSON.parse((await runAkb('customers --json')).stdout)).toEqual([
      { ...fields, avgCheck: '947.50' },
    ]);
    const application = fakeApplication({ customerRows: [] });
    expect(JSON.parse((await runAkb('customers --json', { application })).stdout)).toEqual([]);
  });

  test('--xlsx keeps codes and phones as text', async () => {
    const { code, cwd, stdout } = await runAkb('customers --report full --xlsx список.xlsx');
    expect(code).toBe(0);
    expect(stdout).toContain('1 строка');
    const { sheets } = await readXlsx(await readFile(path.join(cwd, 'список.xlsx')));
    expect(sheets[0]?.rows[1]?.slice(0, 5)).toEqual([
      '00000123',
      'ООО «Ромашка»',
      'г. Казань, ул. Баумана, д. 1',
      'Розничная торговля',
      '+79991234567',
    ]);
  });

  test.each(['customers --key 007', 'customers --by rep', 'customers --set everyone'])(
    'akb %s is refused',
    async (commandLine) => {
      expect((await runAkb(commandLine)).code).toBe(1);
    },
  );
});

describe('the other commands', () => {
  test('imports: a table, JSON and CSV', async () => {
    expect(seen((await runAkb('imports')).stdout)).toMatch(
      /3 +09\.12\.2011, 13:05 +применена +отгрузки\.xlsx +main +18 +2 +7 +не указано/,
    );
    expect(JSON.parse((await runAkb('imports --json')).stdout)[0]).toMatchObject({
      importId: 3,
      dataVersion: 7,
    });
    expect((await runAkb('imports --csv')).stdout).toMatch(/^\ufeff№;Когда;/);
  });

  test('undo names the new version and shows the effect', async () => {
    const application = fakeApplication();
    const { code, stdout, stderr } = await runAkb('undo 3', { application });
    expect(code).toBe(0);
    expect(application.asked.calls).toEqual(['undo 3', 'close']);
    expect(seen(stdout)).toContain('1 664 → 1 665');
    expect(stderr).toContain('Загрузка 3 отменена, версия данных 8.');
    expect((await runAkb('undo третью')).code).toBe(1);
  });

  test('demo goes to ./data-demo, whatever AKB_DATA says: real files never mix with it', async () => {
    const application = fakeApplication();
    const { code, opened, cwd } = await runAkb('demo --lines 10m --until 2011-10 --seed 7', {
      application,
      env: { AKB_DATA: 'data' },
    });
    expect(code).toBe(0);
    const demo = { lines: 10_000_000, until: '2011-10-31', seed: 7 };
    expect(opened).toEqual([{ dataDir: path.join(cwd, 'data-demo'), demo }]);
    expect(application.asked.calls).toEqual(['demo', 'close']);
  });

  test('places lists the corrections of towns and regions, sets one and takes one back', async () => {
    const application = fakeApplication();
    const listed = await runAkb('places --json', { application });
    expect(JSON.parse(listed.stdout)).toEqual([{ name: 'Киров', within: 'Калужская область' }]);
    await runAkb(['places', 'Киров', 'Калужская область'], { application });
    await runAkb(['places', 'Киров', '--remove'], { application });
    expect(application.asked.calls.filter((call) => call !== 'close')).toEqual([
      'place Киров Калужская область',
      'no place Киров',
    ]);
  });

  test('demo ends with the month before this one', async () => {
    const application = fakeApplication();
    const { opened } = await runAkb('demo', { application });
    expect(opened).toMatchObject([{ demo: { lines: 300_000, until: '2011-11-30', seed: 1 } }]);
  });

  test('demo is not mixed into data that are there', async () => {
    const application = fakeApplication({
      demo: async () => {
        throw new Refusal({ code: 'demoFolderInUse' });
      },
    });
    const { code, stderr } = await runAkb('demo', { application });
    expect([code, application.asked.calls]).toEqual([1, ['close']]);
    expect(stderr).toContain('akb demo --data');
  });

  test('backup and restore take folders as the shell means them', async () => {
    const application = fakeApplication();
    const cwd = emptyFolder(['data', 'копия']);
    const { stdout } = await runAkb('backup копия', { application, cwd });
    expect(seen(stdout)).toContain('12,4 МБ');
    await runAkb('restore копия --data data-new', { application, cwd });
    expect((await runAkb('restore нет', { application, cwd })).code).toBe(1);
    const folder = path.join(cwd, 'копия');
    expect(application.asked.calls).toEqual([`backup ${folder}`, 'close', `restore ${folder}`, 'close']);
  });

  test('doctor: all well is 0, a finding is 1', async () => {
    expect((await runAkb('doctor')).code).toBe(0);
    const application = fakeApplication({
      doctor: async () => [{ check: 'journal', ok: false, problem: { code: 'noData' } }],
    });
    const { code, stdout } = await runAkb('doctor', { application });
    expect(code).toBe(1);
    expect(stdout).toContain('× journal');
  });

  test('doctor examines an installation that does not open', async () => {
    const open = async () => {
      throw new Refusal({ code: 'recordsNotStarted', params: { folder: '/data', reason: 'EIO' } });
    };
    const { code, stdout } = await runAkb('doctor --json', { open });
    expect(code).toBe(1);
    expect(JSON.parse(stdout)).toEqual([
      {
        check: 'open',
        ok: false,
        problem: { code: 'recordsNotStarted', params: { folder: '/data', reason: 'EIO' } },
      },
    ]);
  });
});

describe('exit codes', () => {
  test('3 when another process has the data folder', async () => {
    const open = async () => {
      throw new Refusal({ code: 'dataFolderBusy', params: { folder: '/data', pid: '1', host: 'a' } });
    };
    const { code, stderr } = await runAkb('imports', { open });
    expect(code).toBe(3);
    expect(stderr).toContain('/data');
  });

  test('70 when the product itself is wrong; the stack only for those who look for it', async () => {
    const application = fakeApplication({
      imports: async () => Promise.reject(new Error('no such table: x')),
    });
    const plain = await runAkb('imports', { application });
    expect(plain.code).toBe(70);
    expect(plain.stderr).toContain('no such table: x');
    expect(plain.stderr).not.toMatch(/\n +at /);
    const searching = await runAkb('imports', { application, env: { AKB_DEBUG: '1' } });
    expect(searching.stderr).toMatch(/\n +at /);
  });

  test('the data are closed also after a failure', async () => {
    const application = fakeApplication({ imports: async () => Promise.reject(new Error('x')) });
    await runAkb('imports', { application });
    expect(application.asked.calls).toEqual(['close']);
  });
});

describe('the command line itself', () => {
  test.each([
    ['repotr', 'Возможно, нужна akb report.'],
    ['report --perid 2011', 'Возможно, нужен --period.'],
    ['report --period', 'У параметра --period нет значения.'],
    ['import', 'Не хватает аргумента.'],
    ['undo 1 2', 'Лишние аргументы.'],
    ['--lang', 'нет значения'],
    ['imports --xlsx a.xlsx', 'Нет параметра --xlsx.'],
    ['help repotr', 'Возможно, нужна akb report.'],
    ['report --lang de', 'Подходят: ru, en.'],
  ])('akb %s: %s', async (commandLine, said) => {
    const { code, stdout, stderr, opened } = await runAkb(commandLine);
    expect([code, stdout, opened]).toEqual([1, '', []]);
    expect(stderr).toContain(said);
  });

  test.each(['', '--help', 'help', 'report --help', 'help report'])(
    'akb %s shows help and succeeds',
    async (commandLine) => {
      const { code, stdout, stderr } = await runAkb(commandLine);
      expect([code, stderr]).toEqual([0, '']);
      expect(stdout).toMatch(/^Использование: akb/);
      expect(stdout).toContain('Примеры:');
    },
  );

  test('help is complete in both languages', async () => {
    for (const command of [
      '',
      'import',
      'imports',
      'undo',
      'report',
      'customers',
      'start',
      'open',
      'demo',
      'backup',
      'restore',
      'doctor',
      'places',
      'methods',
      'bases',
      'sets',
    ]) {
      const english = await runAkb(`${command} --help --lang en`);
      const text = english.stdout.replaceAll('АКБ', '');
      expect(text.match(/[а-яё]+/gi), command).toBeNull();
      expect(text).toContain('Examples:');
      const russian = await runAkb(`${command} --help --lang ru`);
      expect(russian.stdout).not.toMatch(
        /\b(Usage|Options|Arguments|Commands|default|choices|display|options)\b/,
      );
    }
  });

  test('help fits the terminal', async () => {
    for (const command of ['', 'report', 'customers']) {
      const { stdout } = await runAkb(`${command} --help`, { columns: 80 });
      for (const line of seen(stdout).split('\n')) expect(displayWidth(line), line).toBeLessThanOrEqual(80);
    }
  });

  test('the version', async () => {
    expect((await runAkb('--version')).stdout).toBe('1.2.3\n');
  });

  test.each([
    [{}, 'Загрузок ещё не было.'],
    [{ LANG: 'ru_RU.UTF-8' }, 'Загрузок ещё не было.'],
    [{ LANG: 'C.UTF-8' }, 'Загрузок ещё не было.'],
    [{ LANG: 'en_US.UTF-8' }, 'Nothing has been imported yet.'],
    [{ LC_ALL: 'en_GB.UTF-8', LANG: 'ru_RU.UTF-8' }, 'Nothing has been imported yet.'],
  ])('with the locale %o it says «%s»', async (env, said) => {
    const application = fakeApplication({ imports: async () => [] });
    expect((await runAkb('imports', { application, env })).stderr).toContain(said);
  });
});
