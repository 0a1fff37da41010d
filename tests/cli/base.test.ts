import { describe, expect, test } from 'vitest';
import type { CustomerCard } from '../../src/services/customers/card-report.ts';
import type { CustomerDealers } from '../../src/use-cases/dealers/dealers.ts';
import type { ChangedGroup } from '../../src/use-cases/groups/groups.ts';
import { fakeApplication } from '../doubles/fake-application.ts';
import { runAkb, seen } from '../doubles/run-akb.ts';

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
