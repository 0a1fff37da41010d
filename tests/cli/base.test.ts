import { writeFile } from 'node:fs/promises';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { type Flaw, flaws } from '../../src/domain/flaws.ts';
import type { CustomerCard } from '../../src/services/customers/card-report.ts';
import type { CustomerDealers } from '../../src/use-cases/dealers/dealers.ts';
import type { ChangedGroup } from '../../src/use-cases/groups/groups.ts';
import type { VersionedRules } from '../../src/use-cases/prospects/prospects.ts';
import type { QualityOf } from '../../src/use-cases/quality/quality.ts';
import type { RemovedCustomer } from '../../src/use-cases/removals/removals.ts';
import { fakeApplication } from '../doubles/fake-application.ts';
import { emptyFolder, runAkb, seen } from '../doubles/run-akb.ts';

const base = { client: 5, legalEntity: 6, deliveryPoint: 7 };
const effect = [{ month: '2026-10', before: base, after: { ...base, client: 4 } }];
const found = { 'К-1': [1, 1], 'К-2': [2, 2], Луг: [9, 9], 'К-3': [9, 3] } as const;
const known = fakeApplication();
/** Customers that are named by code; К-3 is a legal entity of the network no. 9. */
const search: (typeof known)['search'] = {
  ...known.search,
  whom: async (text) => {
    const [id, identity] = found[text as keyof typeof found];
    return [{ unit: 'client', id, identity, code: text, name: text }];
  },
};
const customerCard: (typeof known)['customerCard'] = async (unit, id) => {
  const entities = unit === 'client' && id === 9 ? [3, 4] : [id];
  return {
    id,
    family: { client: null, legalEntities: entities.map((one) => ({ id: one })) },
  } as unknown as CustomerCard;
};

describe('akb groups', () => {
  const asked: unknown[] = [];
  const changed: ChangedGroup = {
    ...{ group: { id: 17, name: 'Сад', kind: 'holding', entities: [{ id: 1, name: 'Ромашка' }] } },
    ...{ dataVersion: 8, effect },
  };
  const groups: (typeof known)['groups'] = {
    list: async () => [changed.group],
    preview: async (entities) => {
      asked.push(['preview', entities]);
      return effect;
    },
    previewChange: async () => effect,
    make: async (group) => {
      asked.push(['make', group]);
      return changed;
    },
    change: async (id, change) => {
      asked.push(['change', id, change]);
      return changed;
    },
    dissolve: async (id) => {
      asked.push(['dissolve', id]);
      return { ...changed, group: { ...changed.group, entities: [] } };
    },
  };
  const application = fakeApplication({ groups, search, customerCard });

  test('lists them, tells beforehand what АКБ becomes, and takes a network as a whole', async () => {
    expect(seen((await runAkb('groups', { application })).stdout)).toMatch(/^17 +Сад +холдинг +1 +Ромашка$/m);
    const tried = await runAkb('groups К-1 Луг --make Сад --kind chain --dry-run', { application });
    expect(seen(tried.stdout)).toMatch(/5.*4/);
    const made = await runAkb('groups К-1 Луг --make Сад --kind chain', { application });
    expect([made.code, seen(made.stderr)]).toEqual([
      0,
      expect.stringContaining('Группа № 17 «Сад»: 1 юрлицо.'),
    ]);
    await runAkb('groups К-3 --into 17', { application });
    const ended = await runAkb('groups --dissolve 17 --lang en', { application });
    expect(seen(ended.stderr)).toContain('dissolved');
    expect(asked).toEqual([
      ['preview', [1, 3, 4]],
      ['make', { name: 'Сад', kind: 'chain', entities: [1, 3, 4] }],
      ['change', 17, { in: [3] }],
      ['dissolve', 17],
    ]);
  });

  test.each([
    'groups К-1',
    'groups --make Сад',
    'groups К-1 --into 17 --dissolve 17',
    'groups --dissolve 17 --dry-run',
  ])('refuses “%s”, which says nothing whole', async (line) => {
    expect((await runAkb(line, { application })).code).toBe(1);
  });
});

test('akb dealers says whose sub-dealer somebody is, and who is below whom', async () => {
  const asked: unknown[] = [];
  const of: CustomerDealers = {
    ...{ id: 1, name: 'Ромашка', active: true, dealer: null, history: [] },
    subDealers: [
      { id: 2, name: 'Мята', active: true, dealer: 1 },
      { id: 3, name: 'Клевер', active: false, dealer: 2 },
    ],
  };
  const dealers: (typeof known)['dealers'] = {
    list: async () => [of],
    of: async () => of,
    state: async (...said) => {
      asked.push(said);
      return { ...of, dealer: { id: 2, name: 'Мята' } };
    },
  };
  const application = fakeApplication({ dealers, search, customerCard });
  const listed = seen((await runAkb('dealers', { application })).stdout);
  expect(listed).toMatch(/^Ромашка +Мята +да$/m);
  expect(listed).toMatch(/^Мята +Клевер +нет$/m);
  const said = await runAkb('dealers К-1 --below К-2 --since 2026-10-01', { application });
  expect(seen(said.stderr)).toContain('Ромашка: субдилер клиента Мята.');
  await runAkb('dealers К-1 --none', { application });
  expect(asked).toEqual([
    [1, { dealer: 2, since: '2026-10-01' }],
    [1, { dealer: null }],
  ]);
  expect((await runAkb('dealers --none', { application })).code).toBe(1);
});

describe('customers who go', () => {
  const asked: unknown[] = [];
  const gone: RemovedCustomer = {
    ...{ edit: 41, unit: 'client', id: 1, name: 'К-1', at: '2026-11-20T10:00:00.000Z', user: '' },
    reason: 'ошибка',
  };
  const removals: (typeof known)['removals'] = {
    list: async () => [gone],
    remove: async (...said) => {
      asked.push(['remove', ...said]);
      return gone;
    },
    restore: async (edit) => {
      asked.push(['restore', edit]);
      return gone;
    },
    destroy: async (...said) => {
      asked.push(['destroy', ...said]);
      const files = [{ importId: 3, names: ['клиенты.csv'] }];
      return {
        id: 1,
        name: 'Удалён №1',
        parties: [1],
        points: [],
        files,
        renamed: { groups: [], storedSets: [], views: [] },
      };
    },
  };
  const application = fakeApplication({ removals, search });

  test('are removed with a reason, and come back by their number', async () => {
    await runAkb(['remove', 'К-1', '--reason', 'ошибка'], { application });
    expect(seen((await runAkb('removed', { application })).stdout)).toMatch(
      /^41 +К-1 +20\.11\.2026 +ошибка$/m,
    );
    await runAkb('removed --restore 41', { application });
    expect(asked.splice(0)).toEqual([
      ['remove', 'client', 1, 'ошибка'],
      ['restore', 41],
    ]);
  });

  test('are destroyed by whoever writes their name, and are said to be in files still', async () => {
    const unsaid = await runAkb('destroy К-1', { application });
    expect([unsaid.code, seen(unsaid.stderr)]).toEqual([2, expect.stringContaining('--confirm "К-1"')]);
    expect((await runAkb('destroy К-1 --confirm К-2', { application })).code).toBe(2);
    expect(asked).toEqual([]);
    const done = await runAkb('destroy --removed 41 --confirm К-1', { application });
    expect(seen(done.stderr)).toContain('клиенты.csv');
    expect(asked).toEqual([['destroy', 'client', 1]]);
  });
});

test('akb prospects counts levels and states their rules from a document', async () => {
  let rules: VersionedRules = { version: 4, rules: [{ level: 1, city: ['Киров'] }] };
  const set = { kind: 'ids', ids: [] } as const;
  const application = fakeApplication({
    prospects: {
      rules: async () => rules,
      setRules: async (said) => {
        rules = said;
        return said;
      },
      levels: async () => [
        { level: 1, size: 7, set },
        { level: null, size: 2, set },
      ],
    },
  });
  const listed = seen((await runAkb('prospects', { application })).stdout);
  expect(listed).toMatch(/^1 +7$/m);
  expect(listed).toMatch(/^без уровня +2$/m);
  expect(JSON.parse((await runAkb('prospects --rules', { application })).stdout)).toEqual(rules.rules);
  const cwd = emptyFolder(['data']);
  await writeFile(path.join(cwd, 'п.json'), '[{"level": 2, "clientType": ["Кафе"]}]');
  await runAkb('prospects --set п.json', { application, cwd });
  expect(rules).toEqual({ version: 4, rules: [{ level: 2, clientType: ['Кафе'] }] });
  await writeFile(path.join(cwd, 'п.json'), '[{"level": 9}]');
  expect((await runAkb('prospects --set п.json', { application, cwd })).code).toBe(1);
});

test('akb quality says the score and what is wrong, of the whole or of a branch', async () => {
  const of = (changes: Partial<QualityOf>): QualityOf => ({
    ...{ branch: null, code: '', name: '', units: 40, score: 81.5, trend: [], days: null, jumps: [] },
    flawed: Object.fromEntries(flaws.map((flaw) => [flaw, 0])) as Record<Flaw, number>,
    ...changes,
  });
  const whole = of({ flawed: { ...of({}).flawed, innMissing: 10 } });
  const overview = {
    dataVersion: 1,
    day: '2026-10-31',
    whole,
    branches: [of({ branch: 5, name: 'Казань' })],
  };
  const application = fakeApplication({ quality: { overview: async () => overview } });
  const all = await runAkb('quality', { application });
  expect(seen(all.stderr)).toContain('Оценка 81.5 из 100');
  expect(seen(all.stdout)).toMatch(/ИНН.* +10 +25,0 %$/m);
  expect(seen((await runAkb('quality --branch казань', { application })).stderr)).toContain('в порядке');
  expect((await runAkb('quality --branch Тверь', { application })).code).toBe(1);
});
