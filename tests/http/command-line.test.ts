import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest';
import { openApplication } from '../../src/application.ts';
import { mainMethod } from '../../src/domain/method.ts';
import { type RunningServer, startServer } from '../../src/edges/http/server.ts';
import { servedApplication } from '../../src/edges/remote/served-application.ts';
import type { Application, OpenApplication } from '../../src/facade.ts';
import { isLongRun } from '../budget.ts';
import { emptyFolder, runAkb, seen } from '../doubles/run-akb.ts';
import { shipmentsFile } from '../harness/shipments.ts';
import { patience } from '../patience.ts';

const version = '1.2.3';

/** What `akb` itself opens: the server's application where there is one. */
const open: OpenApplication = async (config) =>
  (await servedApplication(config, version)) ?? (await openApplication(config));

let cwd: string;
let server: RunningServer | undefined;
let application: Application | undefined;

beforeEach(() => {
  vi.stubEnv('AKB_TODAY', '2026-11-15');
  cwd = emptyFolder();
});
afterEach(async () => {
  await stop();
  vi.unstubAllEnvs();
});

const dataDir = () => path.join(cwd, 'data');

async function serve(): Promise<void> {
  application = await openApplication({ dataDir: dataDir() });
  const binding = { host: '127.0.0.1', port: 0 };
  server = await startServer({ application, dataDir: dataDir(), binding, version });
}

async function stop(): Promise<void> {
  await server?.close();
  await application?.close();
  server = undefined;
  application = undefined;
}

type Circumstances = Parameters<typeof runAkb>[1];
/** `@` in a command line is the folder where the files are. */
const akb = (commandLine: string | readonly string[], more: Circumstances = {}) => {
  const words = typeof commandLine === 'string' ? commandLine.split(' ') : commandLine;
  return runAkb(
    words.map((word) => word.replace('@', `${cwd}/`)),
    { open, cwd, ...more },
  );
};

function write(name: string, content: string): string {
  const file = path.join(cwd, name);
  mkdirSync(path.dirname(file), { recursive: true });
  writeFileSync(file, content);
  return file;
}

const line = (document: string, date: string, amount = 100) =>
  [date, document, `0${document}`, `=Клиент ${document}`, 'Товар', 1, amount, 'Петров'] as const;

const doubtful = 'Дата;Номер документа;Контрагент;Сумма\n03/04/2026;11;А;1\n05/06/2026;12;Б;2\n';

const inTheLongRun = (command: string): readonly string[] => (isLongRun ? [command] : []);

/** Everything a person does in a week, the mistakes too; of much alike the usual run takes one. */
const commands: readonly (string | readonly string[])[] = [
  'imports',
  'report',
  'import @октябрь.csv --dry-run',
  'import @октябрь.csv --yes --basis договор',
  'import @октябрь.csv --yes --json',
  ...inTheLongRun('import @папка --yes'),
  'import @нет.csv --yes',
  'import @сомнение.csv --yes',
  'import @сомнение.csv --yes --answer dayMonthOrder=dmy --lang en',
  'import @октябрь.csv @сентябрь.csv --yes --csv',
  ...inTheLongRun('import @сентябрь.csv --yes --csv'),
  'imports',
  'imports --json',
  ...inTheLongRun('imports --csv'),
  'report --period 2026-10',
  ...inTheLongRun('report --period 2026-10 --by rep --json'),
  ...inTheLongRun('report --periods 2026-08..2026-10 --csv'),
  'report --period 2026-10 --customers --lang en',
  'report --period никогда',
  ...inTheLongRun('customers --period 2026-10'),
  'customers --period 2026-10 --set lost --json --sort name',
  ...inTheLongRun('customers --period 2026-10 --csv --report full'),
  'customers --period 2026-10 --by rep --key нет --json',
  ['places', 'Киров', 'Калужская область'],
  ['places', 'Нигде', 'Никакая область'],
  ...inTheLongRun('places --json'),
  ['places', 'Киров', '--remove'],
  ['places', 'Киров', '--remove'],
  ['methods', '--save', '@методика.json'],
  'methods --keep крупные',
  ...inTheLongRun('methods --keep gross --lang en'),
  'bases --add @база.json --json',
  ...inTheLongRun('bases'),
  ['sets', '--save', '@набор.json', '--name', 'Покупали'],
  'sets 1 --freeze --name Заморожены --json',
  'sets --lang en',
  ...inTheLongRun('sets 1 --period 2026-10 --sort name --csv'),
  'sets 1 --remove',
  'sets 99 --remove --lang en',
  'sets --size @база.json',
  'doctor --csv',
  'undo 2',
  'undo 2',
  ...inTheLongRun('undo 99 --json'),
  'backup --json',
  'report --period 2026-10 --json',
];

/** Without what the clock, the disk and the place of the folder make of it. */
const plain = (text: string) =>
  seen(text)
    .replaceAll(cwd, '<cwd>')
    .replaceAll(/\d{4}-\d\d-\d\dT[\d:.]+Z/g, '<time>')
    .replaceAll(/\d\d\.\d\d\.\d{4}, \d\d:\d\d/g, '<time>')
    .replaceAll(/auto-[\d-]+/g, '<backup>')
    .replaceAll(/"bytes": \d+/g, '<bytes>')
    .replaceAll(/\d+ MB/g, '<space>');

async function week(opening = open) {
  write('октябрь.csv', shipmentsFile([line('1', '05.10.2026'), line('2', '06.10.2026'), line('3', 'вчера')]));
  write('сентябрь.csv', shipmentsFile([line('1', '05.10.2026', 300), line('4', '06.09.2026')]));
  write('папка/а.csv', shipmentsFile([line('5', '07.10.2026')]));
  write('папка/.скрыт', 'x');
  write('папка/пустой.csv', '');
  write('сомнение.csv', doubtful);
  const { version: _, ...main } = mainMethod;
  write('методика.json', JSON.stringify({ ...main, id: 'big', thresholds: { amount: '200' } }));
  const counting = { unit: 'client', method: { id: 'big' } };
  write('база.json', JSON.stringify({ ...counting, name: 'Крупные, год', period: 'year' }));
  write('набор.json', JSON.stringify({ ...counting, language: 1, set: { kind: 'bought' } }));
  const answers: string[] = [];
  for (const command of commands) {
    const { code, stdout, stderr } = await akb(command, { open: opening });
    answers.push(plain([`$ akb ${command} → ${code}`, stdout, stderr].join('\n')));
  }
  return answers;
}

describe('a command through the server', () => {
  // Every command twice: the full run only.
  test.runIf(isLongRun)('prints what it prints without one', { timeout: 180_000 }, async () => {
    application = await openApplication({ dataDir: dataDir() });
    const here = { ...application, close: async () => undefined };
    const alone = await week(async () => here);
    await stop();
    rmSync(dataDir(), { recursive: true });
    await serve();
    const served = await week();
    for (const [index, answer] of served.entries()) expect(answer).toBe(alone[index]);
    expect(alone.join('\n')).toContain('Загружено: загрузка 2');
  });

  test('asks the person here what the server does not know', async () => {
    await serve();
    write('сомнение.csv', doubtful);
    const keys = [
      [`${cwd}/сомнение.csv: В столбце «Дата»`, '\u001b[B\r'],
      ['Применить?', '\r'],
    ] as const;
    const { code, stderr } = await akb('import @сомнение.csv', { keys });
    expect([code, seen(stderr)]).toEqual([0, expect.stringContaining('Загружено: загрузка')]);
    const report = JSON.parse((await akb('report --period 2026-03 --json')).stdout);
    expect(report.figures.activeBase).toBe(1);
  });

  test('that is stopped at the question leaves the data as they were', async () => {
    await serve();
    write('октябрь.csv', shipmentsFile([line('1', '05.10.2026')]));
    const { code, stderr } = await akb('import @октябрь.csv', { keys: [['Применить?', '\u0003']] });
    expect([code, stderr]).toEqual([130, expect.stringContaining('Ничего не загружено')]);
    expect((await akb('imports')).stderr).toContain('Загрузок ещё не было');
  });

  test('that is stopped while it works leaves the data as they were', async () => {
    await serve();
    const file = write('октябрь.csv', shipmentsFile([line('1', '05.10.2026')]));
    const remote = await open({ dataDir: dataDir() });
    const stopping = new AbortController();
    const stopAtOnce = () => stopping.abort();
    const importing = remote.prepareImport([file], {}, async () => undefined, stopAtOnce, stopping.signal);
    await expect(importing).rejects.toMatchObject({ name: 'AbortError' });
    expect(await remote.imports()).toEqual([]);
    await remote.close();
  });

  test('may run at the same time as another one', async () => {
    await serve();
    write('октябрь.csv', shipmentsFile([line('1', '05.10.2026')]));
    write('сентябрь.csv', shipmentsFile([line('2', '05.09.2026')]));
    const both = await Promise.all([
      akb('import @октябрь.csv --yes'),
      akb('import @сентябрь.csv --yes'),
      akb('imports'),
      akb('doctor'),
    ]);
    // Who comes second may have prepared upon data that have changed since; then it is told to repeat.
    const codes = both.slice(0, 2).map(({ code }) => code);
    expect(codes).toContain(0);
    for (const { code, stderr } of both.slice(0, 2)) if (code !== 0) expect(stderr).toContain('повтор');
    expect(both.slice(2).map(({ stderr }) => stderr)).not.toContainEqual(expect.stringContaining('занята'));
  });

  test('cannot restore, and cannot be of another version', async () => {
    await serve();
    mkdirSync(path.join(cwd, 'копия'));
    const restore = await akb('restore копия');
    expect([restore.code, restore.stderr]).toEqual([1, expect.stringContaining('Остановите сервер')]);
    const older: OpenApplication = async (config) =>
      (await servedApplication(config, '1.0.0')) ?? (await openApplication(config));
    const other = await runAkb('imports', { open: older, cwd });
    expect([other.code, other.stderr]).toEqual([1, expect.stringContaining('1.0.0')]);
  });
});

describe('akb open', () => {
  test('shows a link that works, and launches nothing', async () => {
    await serve();
    const { code, stdout } = await akb('open --json');
    const { url } = JSON.parse(stdout) as { url: string };
    expect([code, new URL(url).origin]).toEqual([0, server?.url]);
  });

  test('says that nobody serves the folder', async () => {
    mkdirSync(dataDir());
    const { code, stderr } = await akb('open');
    expect([code, stderr]).toEqual([1, expect.stringContaining('akb start')]);
  });
});

describe('akb start', () => {
  test.each([
    ['--host 0.0.0.0', 'TLS'],
    ['--tls-cert a.pem', '--tls-key'],
    ['--tls-cert a.pem --tls-key b.pem', 'a.pem'],
    ['--port много', 'много'],
  ])('%s is refused before anything is opened', async (options, said) => {
    const { code, stderr, opened } = await akb(`start ${options}`);
    expect([code, opened, stderr]).toEqual([1, [], expect.stringContaining(said)]);
  });

  test('shows where it is and how to sign in, and ends with Ctrl-C', async () => {
    const stopping = new AbortController();
    const starting = akb('start --port 0', { interrupt: stopping.signal });
    await expect
      .poll(async () => (await akb('open')).stdout, { timeout: patience })
      .toMatch(/http:\/\/127\.0\.0\.1:\d+\/open#/);
    const second = await akb('start --port 0');
    expect([second.code, second.stderr]).toEqual([1, expect.stringContaining('akb open')]);
    stopping.abort();
    const { code, stdout, stderr } = await starting;
    expect([code, stderr]).toEqual([0, expect.stringContaining('Остановлено.')]);
    expect(stdout).toMatch(/АКБ работает: http:\/\/127\.0\.0\.1:\d+\n.*\/open#[\w-]{43}/);
    expect((await akb('open')).code).toBe(1);
  });
});

describe('akb import --watch', () => {
  test('imports files as they appear, says what became of them, and goes on after a bad one', async () => {
    await serve();
    mkdirSync(path.join(cwd, 'папка'));
    write('папка/1.csv', shipmentsFile([line('1', '05.10.2026')]));
    const stopping = new AbortController();
    const watching = akb('import --watch папка --json', { interrupt: stopping.signal });
    const imported = async () => JSON.parse((await akb('imports --json')).stdout).length as number;
    await expect.poll(imported, { timeout: patience }).toBe(1);
    write('папка/2-сомнение.csv', doubtful);
    write('папка/.скрыт.csv', shipmentsFile([line('9', '05.10.2026')]));
    write('папка/3.csv', shipmentsFile([line('1', '05.10.2026'), line('2', '06.10.2026')]));
    await expect.poll(imported, { timeout: patience }).toBe(2);
    stopping.abort();
    const { code, stdout } = await watching;
    const outcomes = stdout
      .trim()
      .split('\n')
      .map((text) => JSON.parse(text))
      .map(({ file, applied, problems }) => [
        path.basename(file),
        applied,
        problems.map(({ code }: { code: string }) => code),
      ]);
    expect(code).toBe(0);
    expect(outcomes).toEqual([
      ['1.csv', true, []],
      ['2-сомнение.csv', false, ['questionNotAnswered']],
      ['3.csv', true, []],
    ]);
  });

  test('waits until a file has stopped growing', async () => {
    await serve();
    mkdirSync(path.join(cwd, 'папка'));
    const rows = [line('1', '05.10.2026'), line('2', '06.10.2026'), line('3', '07.10.2026')];
    const stopping = new AbortController();
    const watching = akb('import --watch папка', { interrupt: stopping.signal });
    for (const [index] of rows.entries()) {
      write('папка/растёт.csv', shipmentsFile(rows.slice(0, index + 1)));
      await new Promise((resolve) => setTimeout(resolve, 400));
    }
    const imports = async () => JSON.parse((await akb('imports --json')).stdout) as { lines: number }[];
    await expect.poll(imports, { timeout: patience }).toMatchObject([{ lines: 3 }]);
    stopping.abort();
    const { stdout } = await watching;
    expect(stdout).toContain('загрузка 1, строк 3, отклонено 0, версия данных 1.');
  });

  test.each([
    ['import --watch нет', 'нет'],
    ['import --watch а б', 'одной папкой'],
    ['import --watch . --dry-run', '--dry-run'],
  ])('akb %s is refused', async (commandLine, said) => {
    const { code, stderr, opened } = await akb(commandLine);
    expect([code, opened, stderr]).toEqual([1, [], expect.stringContaining(said)]);
  });
});
