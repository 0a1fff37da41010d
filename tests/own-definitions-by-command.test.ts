import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { runAkb, seen } from './doubles/run-akb.ts';
import { newApplication, type TestApplication } from './harness/application.ts';

// A company defines by the command line what it counts: on the real engines, from files to figures and back.

const header =
  'Дата;Номер документа;Контрагент.Код;Контрагент;Номенклатура;Товарная группа;Количество;Сумма включая НДС';
const sale = (day: string, number: string, client: number, group: string, amount: number): string =>
  `${day};${number};К-${client};ООО ${client};${group} 1;${group};1;${amount},00`;
const september = [
  header,
  sale('05.09.2026', 'РН-1', 1, 'Краны', 1000),
  sale('06.09.2026', 'РН-2', 2, 'Краны', 40),
  sale('07.09.2026', 'РН-3', 3, 'Сервис', 500),
].join('\n');
const october = [
  header,
  sale('05.10.2026', 'РН-4', 1, 'Краны', 60),
  sale('06.10.2026', 'РН-5', 4, 'Сервис', 70),
].join('\n');

const bought = {
  language: 1,
  unit: 'client',
  method: { id: 'main' },
  set: { kind: 'bought', slice: [{ dimension: 'category', members: ['Краны', 'Сервис'] }] },
};

let akb: TestApplication;
beforeAll(async () => {
  vi.stubEnv('AKB_TODAY', '2026-10-15');
  akb = await newApplication();
  await akb.load({ 'september.csv': september });
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await akb.remove();
});

/** `@` in a command line is the folder where the files are. */
async function run(commandLine: string | readonly string[]) {
  const application = { ...akb.application, close: async () => undefined };
  const words = typeof commandLine === 'string' ? commandLine.split(' ') : commandLine;
  const cwd = path.dirname(akb.dataDir);
  const { code, stdout, stderr } = await runAkb(['--data', akb.dataDir, ...words], { application, cwd });
  return { code, stdout: seen(stdout), stderr: seen(stderr) };
}

async function file(name: string, document: unknown): Promise<string> {
  const written = path.join(akb.dataDir, name);
  await writeFile(written, JSON.stringify(document));
  return written;
}

const done = async (commandLine: string | readonly string[]) => {
  const { code, stdout, stderr } = await run(commandLine);
  expect(code, stderr).toBe(0);
  return { stdout, stderr };
};
const json = async (commandLine: string | readonly string[]) => JSON.parse((await done(commandLine)).stdout);

describe('what a company defines by the command line', () => {
  test('is a method: shown, edited, stored, and in force', async () => {
    const main = await json('methods main --json');
    const edited = { ...main, id: 'big', name: { ru: 'Крупные', en: 'Big' }, thresholds: { amount: '400' } };
    const saved = await done(['methods', '--save', await file('big.json', edited)]);
    expect(saved.stderr).toContain('Сохранено: методика big, версия 1.');
    const second = { ...edited, thresholds: { amount: '600' } };
    expect(await json(['methods', '--save', await file('big.json', second), '--json'])).toMatchObject({
      ...{ id: 'big', version: 2, kept: false },
      thresholds: { amount: '600' },
    });
    expect((await done('methods')).stdout).toMatch(/^big +2 +Крупные +порог: сумма от 600 ₽ +нет$/m);
    expect((await done('methods --lang en')).stdout).toMatch(
      /^big +2 +Big +threshold: amount of at least ₽600 +no$/m,
    );
    const { figures, method } = await json('report --period 2026-09 --method big --json');
    expect([figures.activeBase, method]).toEqual([1, { id: 'big', version: 2 }]);
  });

  test('is which answers are kept ready: never those that returns of later months change', async () => {
    const main = await json('methods main --json');
    const later = {
      ...main,
      id: 'later',
      name: { ru: 'Возвраты', en: 'Returns' },
      returns: { mode: 'days', days: 14 },
    };
    await done(['methods', '--save', await file('later.json', later)]);
    const refused = await run('methods --keep main --keep later');
    expect([refused.code, refused.stderr]).toEqual([1, expect.stringContaining('«later»')]);
    const english = await run('methods --keep later --lang en');
    expect(english.stderr).toContain('cannot be kept by month');
    const unknown = await run('methods --keep unheard');
    expect(unknown.stderr).toContain('Есть: main, gross, qualified, big, later.');
    const kept = async () =>
      (await json('methods --json')).filter((one: { kept: boolean }) => one.kept).length;
    expect(await kept()).toBe(1);
    const { stdout, stderr } = await done('methods --keep main --keep big');
    expect(stdout).toMatch(/^big .* да$/m);
    expect(stderr).toContain('Готовыми держатся ответы методик: main, big.');
    await done('methods --keep none');
    expect(await kept()).toBe(0);
  });

  test('is a named АКБ, side by side with the others, each in its own period', async () => {
    const base = {
      name: 'АКБ кранов, год',
      method: { id: 'main' },
      products: [{ dimension: 'category', members: ['Краны'] }],
      period: 'year',
      unit: 'client',
    };
    const added = await done(['bases', '--add', await file('taps.json', base)]);
    expect(added.stderr).toContain('«АКБ кранов, год»');
    const bigOnes = { name: 'Крупные, месяц', method: { id: 'big' }, period: 'month', unit: 'client' };
    const { id } = await json(['bases', '--add', await file('big-base.json', bigOnes), '--json']);
    const taken = await run(['bases', '--add', await file('taps.json', base)]);
    expect([taken.code, taken.stderr]).toEqual([1, expect.stringContaining('уже занято')]);

    const { stdout, stderr } = await done('bases');
    expect(stdout).toMatch(
      /АКБ кранов, год +2026 год \* +клиенты +main, версия 1 +2 +2 +100,0 % +1 040,00 +Клиенты, которые покупали в 2026 году товары категории «Краны»/,
    );
    expect(stdout).toMatch(/Крупные, месяц +сентябрь 2026 г\. \* +клиенты +big, версия 2 +1 /);
    expect(stderr).toContain('короче 12 месяцев');
    const english = await done('bases --lang en');
    expect(english.stdout).toMatch(/Clients that bought products of the category “Краны” in 2026/);
    const august = await json('bases --on 2026-08-31 --json');
    // The year that August lies in is a whole one.
    expect(august).toMatchObject([
      { period: { label: '2026' }, figures: { activeBase: 2, coverage: '1.0000', sales: '1040.00' } },
      { period: { label: '2026-08' }, figures: { activeBase: 0, coverage: null, sales: '0.00' } },
    ]);

    await done(['bases', String(id), '--remove']);
    expect(await json('bases --json')).toHaveLength(1);
    const gone = await run(['bases', String(id), '--remove', '--lang', 'en']);
    expect([gone.code, gone.stderr]).toEqual([1, expect.stringContaining('no named base')]);
  });

  test('is a set, live or frozen, that is counted, listed, combined and removed', async () => {
    const document = await file('bought.json', bought);
    expect((await done(['sets', '--size', document])).stdout).toBe(
      'Клиенты, которые хоть раз купили за всё время товары категорий «Краны» или «Сервис» (методика «Основная: возвраты месяца вычтены», действующая версия)\n3 клиента\n',
    );
    const live = await done(['sets', '--save', document, '--name', 'Покупали']);
    expect(live.stderr).toContain('Сохранено: набор 1 «Покупали», 3 клиента, живой.');
    const frozen = await json('sets 1 --freeze --name Сентябрь --json');
    expect(frozen).toMatchObject({ id: 2, size: 3, frozen: { asOf: '2026-09-07', size: 3 } });
    await akb.load({ 'october.csv': october });

    expect((await done('sets')).stdout).toMatch(
      /^ *1 +Покупали +клиенты +живой +4 +Клиенты, которые хоть раз/m,
    );
    expect((await done('sets --lang en')).stdout).toMatch(
      /^ *2 +Сентябрь +clients +frozen on 2026-09-07 +3 +Clients that are in the stored set “Покупали”/m,
    );
    const names = async (commandLine: string) =>
      (await json(commandLine)).map(({ name, sales }: Record<string, unknown>) => [name, sales]);
    expect(await names('sets 1 --period 2026-10 --json')).toEqual([
      ['ООО 4', '70.00'],
      ['ООО 1', '60.00'],
      ['ООО 2', null],
      ['ООО 3', null],
    ]);
    expect(await names('sets 2 --period 2026-10 --sort name --order descending --json')).toEqual([
      ['ООО 3', null],
      ['ООО 2', null],
      ['ООО 1', '60.00'],
    ]);
    expect((await done(['sets', '2', '--search', 'ООО 3'])).stdout).toMatch(/\n1 клиент\n$/);

    const came = { kind: 'andNot', of: { kind: 'stored', id: 1 }, without: { kind: 'stored', id: 2 } };
    const combined = await file('came.json', { ...bought, set: came });
    expect(await json(['sets', '--size', combined, '--json'])).toMatchObject({ size: 1 });
    await done(['sets', '--save', combined, '--name', 'Пришли', '--frozen']);
    await done(['sets', '--save', combined, '--name', 'Приходят']);
    const used = await run('sets 1 --remove');
    expect([used.code, used.stderr]).toEqual([1, expect.stringContaining('«Приходят»')]);
    await done('sets 4 --remove');
    await done('sets 1 --remove');
    expect(
      (await json('sets --json')).map(({ name, size }: Record<string, unknown>) => [name, size]),
    ).toEqual([
      ['Пришли', 1],
      ['Сентябрь', 3],
    ]);
  });

  test('changes nothing when its document is wrong', async () => {
    const before = await json('sets --json');
    const wrong = await file('wrong.json', { ...bought, set: { kind: 'bought', from: 'вчера' } });
    const ru = await run(['sets', '--save', wrong, '--name', 'Неверный']);
    expect([ru.code, ru.stderr]).toEqual([
      1,
      expect.stringContaining(
        'wrong.json: поле «set.from» — ожидается день вида 2026-10-31. Ничего не изменено.',
      ),
    ]);
    const en = await run(['sets', '--save', wrong, '--name', 'Неверный', '--lang', 'en']);
    expect(en.stderr).toContain(
      'the field “set.from”: it takes a day such as 2026-10-31. Nothing was changed.',
    );
    const missing = await run(['sets', '--save', 'нет.json', '--name', 'Неверный']);
    expect(missing.stderr).toContain('Файла нет.json нет.');
    expect(await json('sets --json')).toEqual(before);
  });
});
