import { mkdirSync, rmSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { openApplication } from '../../src/application.ts';
import { type RunningServer, startServer } from '../../src/edges/http/server.ts';
import { servedApplication } from '../../src/edges/remote/served-application.ts';
import type { Application, OpenApplication } from '../../src/facade.ts';
import { isLongRun } from '../budget.ts';
import { emptyFolder, runAkb, seen } from '../doubles/run-akb.ts';
import { newDataFolder } from '../harness/both-records.ts';
import { shipmentsFile } from '../harness/shipments.ts';

const version = '1.2.3';
const password = 'синий трамвай на мосту';

/** What `akb` itself opens: the server's application where there is one; what the test has open stays open. */
const open: OpenApplication = async (config) =>
  (await servedApplication(config, version)) ??
  (application ? { ...application, close: async () => undefined } : await openApplication(config));

let cwd: string;
let server: RunningServer | undefined;
let application: Application | undefined;

beforeEach(() => {
  vi.stubEnv('AKB_TODAY', '2026-11-15');
  cwd = emptyFolder();
  mkdirSync(dataDir());
  writeFileSync(path.join(cwd, 'пароль'), `${password}\n`);
});
afterEach(async () => {
  await stop();
  vi.unstubAllEnvs();
});

const dataDir = () => path.join(cwd, 'data');
async function stayOpen(): Promise<void> {
  application = await openApplication({ dataDir: dataDir() });
}
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

const akb = async (words: string | readonly string[], more: Parameters<typeof runAkb>[1] = {}) => {
  const { code, stdout, stderr } = await runAkb(typeof words === 'string' ? words.split(' ') : words, {
    ...{ open, cwd },
    ...more,
  });
  return { code, stdout: seen(stdout), stderr: seen(stderr), json: () => JSON.parse(stdout) };
};
const addAnna = () =>
  akb(['users', '--add', 'anna', '--role', 'owner', '--name', 'Анна', '--password-file', 'пароль']);

const ways = [
  ['through a server', serve],
  ['on the folder itself', stayOpen],
] as const;

describe.each(isLongRun ? ways : ways.slice(0, 1))('users and keys by command, %s', (_, begin) => {
  test('the first user, what it ends, and the keys that open then', async () => {
    const data = shipmentsFile([
      ['05.10.2026', '1', '01', 'Клиент', 'Товар', 1, 100, 'Петров'],
      ['05.10.2026', '2', '02', 'Другой', 'Товар', 1, 100, 'Иванов'],
    ]);
    writeFileSync(path.join(cwd, 'a.csv'), data);
    expect((await akb(['import', path.join(cwd, 'a.csv'), '--yes'])).code).toBe(0);
    // A key that the owner of the folder has made opens before and after.
    const made = await akb(['keys', '--new', 'Обмен', '--role', 'owner', '--days', '30']);
    expect([made.code, made.stdout]).toEqual([0, expect.stringMatching(/^akb_[0-9a-f]{8}_[\w-]{43}\n$/)]);
    expect(made.stderr).toContain('Больше он показан не будет');
    await begin();
    const early = await akb('users');
    expect([early.code, early.stdout, early.stderr]).toEqual([0, '', expect.stringContaining('ещё нет')]);
    const first = await addAnna();
    expect([first.code, first.stdout]).toEqual([0, '']);
    expect(first.stderr).toContain('Добавлен пользователь anna (владелец).');
    expect(first.stderr).toContain('Это первый пользователь');

    if (server !== undefined) {
      const refused = await akb('users');
      expect([refused.code, refused.stdout]).toEqual([1, '']);
      expect(refused.stderr).toContain('AKB_KEY');
      expect((await akb('report')).stderr).toContain('AKB_KEY');
      writeFileSync(path.join(cwd, 'ключ'), made.stdout);
      vi.stubEnv('AKB_KEY_FILE', path.join(cwd, 'ключ'));
    }
    expect(await akb('report')).toMatchObject({ code: 0 });

    const rep = ['--role', 'rep', '--scope', 'rep=Петров', '--hide', 'contacts'];
    const { code, json } = await akb([
      ...['users', '--add', 'petrov', '--name', 'Пётр', ...rep, '--password-file', 'пароль', '--json'],
    ]);
    expect(code).toBe(0);
    expect(json()).toMatchObject({ login: 'petrov', role: 'rep', hidden: ['contacts'] });
    const { stdout: listed } = await akb('users');
    expect(listed).toMatch(/^anna +Анна +владелец +всю компанию +действует/m);
    expect(listed).toMatch(/^petrov +Пётр +торговый представитель +rep=Петров .*должен сменить пароль/m);

    // What he sees, and nothing that changes.
    expect((await akb('report --json')).json().figures.activeBase).toBe(2);
    expect((await akb('report --json --view-as PETROV')).json().figures.activeBase).toBe(1);
    for (const words of ['imports', 'touch 01 --text Был', 'customers'])
      expect((await akb(`${words} --view-as petrov`)).stderr).toContain('этого не позволяет');
    expect((await akb('report --view-as никто')).stderr).toContain('Пользователя «никто» нет');
    expect((await akb('users --view-as petrov')).stderr).toContain('--view-as не для команды users');
    const [look] = (await akb('audit --action viewedAs --json')).json();
    expect(look).toMatchObject({ action: 'viewedAs', outcome: 'done' });

    expect(
      (await akb('users --change petrov --role supervisor --scope company --hide none --json')).json(),
    ).toMatchObject({
      ...{ role: 'supervisor', hidden: [], scope: { nodes: null } },
    });
    expect((await akb('users --disable PETROV')).code).toBe(0);
    expect((await akb('users')).stdout).toMatch(/^petrov .*выключен/m);
    expect((await akb('users --enable petrov')).code).toBe(0);
    const reset = await akb(['users', '--reset', 'petrov', '--password-file', 'пароль']);
    expect([reset.code, reset.stderr]).toEqual([0, expect.stringContaining('все его входы завершены')]);
    expect((await akb('users --disable anna')).stderr).toContain('последний действующий владелец');

    const second = (await akb('keys --new Отчёты --role analyst --days 5 --json')).json();
    expect((await akb('keys --json')).json()).toHaveLength(2);
    expect((await akb(['keys', '--revoke', second.text])).stderr).toContain(`Ключ ${second.prefix} отозван.`);
    expect((await akb('keys')).stdout).toMatch(new RegExp(`^${second.prefix} +Отчёты .*отозван`, 'm'));
    const again = await akb(['keys', '--revoke', second.text]);
    expect([again.code, again.stderr.includes(second.text)]).toEqual([1, false]);
  });
});

test('a command through a server does what its key may, and says when it opens nothing', async () => {
  await addAnna();
  const owner = (await akb('keys --new Владелец --role owner --days 1 --json')).json();
  const rep = (await akb('keys --new Представитель --role rep --days 1 --json')).json();
  await serve();
  vi.stubEnv('AKB_KEY', rep.text);
  expect((await akb('users')).stderr).toContain('этого не позволяет, или это вам запрещено: пользователи');
  expect((await akb('keys --new Ещё --role rep --days 1')).stderr).toContain(
    'этого не позволяет, или это вам запрещено: пользователи',
  );
  vi.stubEnv('AKB_KEY', owner.text);
  expect((await akb(['keys', '--revoke', rep.prefix])).code).toBe(0);
  for (const key of [rep.text, 'x', 'a b\r\nx-other: 1']) {
    vi.stubEnv('AKB_KEY', key);
    const { code, stderr } = await akb('imports');
    expect([code, stderr]).toEqual([1, expect.stringContaining('ничего не открывает')]);
    expect(stderr).not.toContain(key);
  }
  vi.stubEnv('AKB_KEY', '');
  vi.stubEnv('AKB_KEY_FILE', path.join(cwd, 'нет такого'));
  expect((await akb('imports')).stderr).toContain('AKB_KEY_FILE не открывается (ENOENT)');
});

test('a password is typed twice and never shown', async () => {
  const typed = await akb('users --add anna --role owner', {
    keys: [
      ['Пароль', `${password}\r`],
      ['Пароль ещё раз', `${password}\r`],
    ],
  });
  expect(typed.code).toBe(0);
  expect(typed.stderr).toContain('•••');
  expect(typed.stderr).not.toContain('трамвай');
  application = await openApplication({ dataDir: dataDir() });
  const { signIn } = application.access.door;
  await expect(signIn({ login: 'anna', password, device: '' })).resolves.toHaveProperty('session');
});

test('where nobody can be asked for it, it is said how to give it', async () => {
  const { code, stderr } = await akb('users --add anna --role owner');
  expect([code, stderr]).toEqual([2, expect.stringContaining('--password-file')]);
  writeFileSync(path.join(cwd, 'короткий'), 'мало');
  const short = await akb('users --add anna --role owner --password-file короткий');
  expect([short.code, short.stderr]).toEqual([1, expect.stringContaining('от 12 до 200 знаков')]);
  const missing = await akb('users --add anna --role owner --password-file нет');
  expect([missing.code, missing.stderr]).toEqual([1, expect.stringContaining('Файла нет нет.')]);
});

describe('what is refused', () => {
  let shared: Application;
  let folder: string;
  beforeAll(async () => {
    folder = await newDataFolder();
    const opened = await openApplication({ dataDir: folder });
    shared = { ...opened, close: async () => undefined };
    closeShared = () => opened.close();
  });
  let closeShared: () => Promise<void>;
  afterAll(async () => {
    await closeShared();
    rmSync(folder, { recursive: true });
  });
  test.each([
    ['users --add anna --reset anna', '--add и --reset'],
    ['users --role rep', 'нужно ещё --add'],
    ['users --disable anna --role rep', '--role и --disable'],
    ['users --enable anna --password-file пароль', '--password-file и --enable'],
    ['users --add anna --role король --password-file пароль', 'король'],
    ['users --add anna --password-file пароль', 'нужно ещё --role'],
    [
      'users --add anna --role rep --scope company --scope rep=1 --password-file пароль',
      '--scope company и --scope rep=1',
    ],
    ['users --add anna --role rep --scope Москва --password-file пароль', 'такого участника организации нет'],
    ['users --add anna --role rep --password-file пароль', 'Первый пользователь всегда владелец'],
    ['users --add a --role owner --password-file пароль', 'Имя для входа «a» не подходит'],
    ['users --change nobody --role rep', 'Пользователя «nobody» нет'],
    ['keys --role rep', 'нужно ещё --new'],
    ['keys --new К --role rep', 'нужно ещё --days'],
    ['keys --new К --days 3', 'нужно ещё --role'],
    ['keys --new К --role rep --days 367', 'от 1 до 366 дней'],
    ['keys --new К --role rep --days много', 'много'],
    ['keys --revoke akb_00000000', 'нет, или таких несколько'],
  ])('akb %s is refused', async (commandLine, said) => {
    const { code, stderr } = await akb(commandLine, { open: async () => shared });
    expect([code, stderr]).toEqual([1, expect.stringContaining(said)]);
  });
});

test('nothing of a key or a password is an option', async () => {
  for (const option of ['--key', '--password', '--token'])
    expect((await akb(['users', option, 'x'])).stderr).toContain(option);
});
