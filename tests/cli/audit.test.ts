import { expect, test } from 'vitest';
import type { AuditEntry, AuditPage, AuditQuery, AuditVerification } from '../../src/domain/audit.ts';
import { auditActions, auditOutcomes } from '../../src/domain/audit.ts';
import { lookUp } from '../../src/messages/index.ts';
import { fakeApplication } from '../doubles/fake-application.ts';
import { runAkb, seen } from '../doubles/run-akb.ts';

const entry = (number: number, more: Partial<AuditEntry> = {}): AuditEntry => ({
  ...{ batch: 3, number, id: 'a3c1', at: '2026-11-20T09:00:01.000000Z' },
  ...{ user: 12, onBehalfOf: null, key: null, address: '192.0.2.7' },
  ...{ action: 'importApplied', outcome: 'done', subject: { kind: 'import', id: '3' } },
  ...{ details: { lines: 18 }, changes: {}, personal: null },
  ...more,
});

/** A trail of so many events, newest first. */
function trail(count: number) {
  const asked: AuditQuery[] = [];
  const audit = async (query: AuditQuery): Promise<AuditPage> => {
    asked.push(query);
    const after = query.cursor === undefined ? count : Number(query.cursor.split('.')[1]) - 1;
    const numbers = Array.from({ length: Math.min(query.limit, after) }, (_, index) => after - index);
    const last = numbers.at(-1) ?? 1;
    return { entries: numbers.map((number) => entry(number)), next: last > 1 ? `3.${last}` : null };
  };
  return { application: fakeApplication({ audit }), asked };
}

test('shows a page and says how to go on; programs get everything', async () => {
  const { application, asked } = trail(2100);
  const { stdout, stderr } = await runAkb('audit', { application });
  expect(seen(stdout).match(/Загрузка/g)).toHaveLength(50);
  expect(seen(stdout)).toContain('пользователь 12');
  expect(seen(stdout)).toContain('20.11.2026, 12:00');
  expect(seen(stderr)).toContain('--after 3.2051');
  expect(asked).toEqual([{ limit: 50 }]);
  const json = JSON.parse((await runAkb('audit --json', { application })).stdout) as AuditEntry[];
  expect(json.map(({ number }) => number)).toEqual(Array.from({ length: 2100 }, (_, index) => 2100 - index));
  const rest = await runAkb('audit --after 3.3 --csv', { application });
  expect(rest.stdout.trim().split('\r\n')).toHaveLength(3);
  expect(rest.stderr).not.toContain('--after');
});

test('asks for who, what, when and on what', async () => {
  const { application, asked } = trail(1);
  await runAkb('audit --who holder --action exported --from 2026-11-01 --to 2026-11-30 --subject import:3', {
    application,
  });
  expect(asked).toEqual([
    {
      ...{ user: null, action: 'exported', limit: 50, subject: { kind: 'import', id: '3' } },
      from: new Date(2026, 10, 1).toISOString(),
      to: new Date(2026, 11, 1).toISOString(),
    },
  ]);
});

test.each([
  ['audit --who Иван', 'Иван'],
  ['audit --from вчера', 'вчера'],
  ['audit --action exportd', 'exported'],
  ['audit --subject 3', '3'],
  ['audit --limit много', 'много'],
  ['audit --head abc', 'verify'],
  ['audit verify --head abc', 'abc'],
  ['audit verify --who 3', '--who'],
  ['audit verfy', 'verify'],
])('%s is refused with what was meant', async (line, named) => {
  const { code, stderr } = await runAkb(line, { application: trail(1).application });
  expect([code, stderr.includes(named)]).toEqual([1, true]);
});

test.each([
  ['shown', 'Анна'],
  ['masked', 'name: скрыто'],
  ['destroyed', 'name: уничтожено'],
  ['unreadable', 'name: другой ключ'],
] as const)('values of a person that are %s', async (state, text) => {
  const changes = state === 'shown' ? { name: { after: 'Анна' } } : {};
  const audit = async () => ({
    entries: [entry(1, { personal: { state, fields: ['name'], changes } })],
    next: null,
  });
  const { stdout } = await runAkb('audit', { application: fakeApplication({ audit }) });
  expect(seen(stdout)).toContain(text);
});

const whole: AuditVerification = {
  ...{ whole: true, batches: 2, events: 21, head: 'a'.repeat(64), break: null, headFound: null },
};
test.each<[AuditVerification, number, RegExp]>([
  [whole, 0, /21 событие в 2 пачках[\s\S]*a{64}/],
  [{ ...whole, headFound: true }, 0, /Записанный хеш в цепочке есть/],
  [{ ...whole, whole: false, headFound: false }, 1, /Записанного хеша в цепочке нет/],
  [
    { ...whole, whole: false, break: { batch: 2, number: 5, how: 'moved' } },
    1,
    /событие 2\.5 стоит не на своём месте/,
  ],
  [
    { ...whole, whole: false, break: { batch: 2, number: null, how: 'missing' } },
    1,
    /пачка 2 в цепочке отсутствует/,
  ],
])('says of the chain what was found: %j', async (found, code, text) => {
  const application = fakeApplication({ verifyAudit: async () => found });
  const answer = await runAkb('audit verify', { application });
  expect([answer.code, seen(answer.stdout)]).toEqual([code, expect.stringMatching(text)]);
  expect(JSON.parse((await runAkb('audit verify --json', { application })).stdout)).toEqual(found);
});

test('every action and outcome has its word', () => {
  const words = [
    ...auditActions.map((action) => `audit.action.${action}`),
    ...auditOutcomes.map((outcome) => `audit.outcome.${outcome}`),
  ];
  expect(words.filter((word) => lookUp(word, 'ru') === undefined)).toEqual([]);
});
