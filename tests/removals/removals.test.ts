import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { sql } from 'kysely';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { folderHolder } from '../../src/domain/access.ts';
import { editCustomer } from '../../src/services/customers/edit-customer.ts';
import { customersFound } from '../../src/services/customers/whom.ts';
import { prepareImport } from '../../src/services/intake/import/prepare-import.ts';
import { currentVersion } from '../../src/services/ledger/data-version.ts';
import { masterKey } from '../../src/use-cases/audit/master-key.ts';
import { sealChanges } from '../../src/use-cases/audit/person-keys.ts';
import { contactsOf } from '../../src/use-cases/contacts/contacts.ts';
import { groupsOf } from '../../src/use-cases/groups/groups.ts';
import { prospectsOf } from '../../src/use-cases/prospects/prospects.ts';
import { removalsOf } from '../../src/use-cases/removals/removals.ts';
import { timelineOf } from '../../src/use-cases/timeline/timeline.ts';
import { viewsOf } from '../../src/use-cases/views/views.ts';
import { isLongRun } from '../budget.ts';
import { nobody, refusalOf, unseen } from '../harness/application.ts';
import { offeredPostgres } from '../harness/both-records.ts';
import {
  type Installation,
  newEmbeddedInstallation,
  newServerInstallation,
} from '../harness/installation.ts';
import { mergeDesk } from '../merges/merge-desk.ts';

const head =
  'Дата;Номер документа;Код контрагента;Контрагент;Холдинг;Адрес доставки;Номенклатура;Количество;Сумма';
const first = `${head}
02.09.2026;РН-1;К-1;Тюльпанова Аглая;;г. Киров, ул. Редкая, 5;Молоко;1;100
02.10.2026;РН-2;К-2;Лютик;Сеть Луг;;Сыр;1;200
`;
const cards = `Код;Наименование;ИНН;Телефон;Тип клиента;Комментарий
К-1;Тюльпанова Аглая;500100732259;+7 912 345-67-89;HoReCa;Тюльпанова просит звонить
К-3;Мята;;;Розница;
`;
const purchaseOfMint = `${head}
05.10.2026;РН-3;К-3;Мята;;;Сыр;1;70
`;
const tulipAgain = `${head}
06.10.2026;РН-4;К-1;Тюльпанова Аглая;;;Сыр;1;30
`;

const both = [
  ['embedded', newEmbeddedInstallation],
  ...(offeredPostgres() === undefined ? [] : [['servers', newServerInstallation] as const]),
] as const;

// The usual run does it on the embedded engines, the full one on PostgreSQL too.
describe.each(isLongRun ? both : both.slice(0, 1))('customers who are away (%s)', (_, open) => {
  let installation: Installation;
  beforeAll(async () => {
    vi.stubEnv('AKB_TODAY', '2026-11-22');
    installation = (await open()) as Installation;
    await load(first);
    await load(cards);
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    await installation.remove();
  });
  const part = () => removalsOf({ stores: installation.stores, viewer: folderHolder });
  const desk = () => mergeDesk(installation.stores);
  async function load(text: string, source = '1С'): Promise<string[]> {
    const file = join(installation.dataDir, 'sales.csv');
    await writeFile(file, text);
    const prepared = await prepareImport(installation.stores, [file], { source }, nobody, unseen);
    await prepared.apply();
    return prepared.summary.findings.map(({ code }) => code);
  }
  async function found(words: string): Promise<string[]> {
    const sight = {
      version: await currentVersion(installation.stores.records),
      seen: { ids: null, share: 1, has: () => true },
      phones: true,
    };
    return (await customersFound(installation.stores, sight, words)).map(({ name }) => name);
  }

  test('whoever never bought goes from the registered and from search, and comes back exactly as he was', async () => {
    const before = await desk().state();
    const id = await desk().identity('Мята');
    const removed = await part().remove('client', id, ' заведён по ошибке ');
    expect(removed).toMatchObject({
      unit: 'client',
      id,
      name: 'Мята',
      reason: 'заведён по ошибке',
      user: '',
    });
    expect(await found('мята')).toEqual([]);
    expect(await part().list()).toEqual([removed]);
    expect(await refusalOf(part().remove('client', id))).toMatchObject([{ code: 'customerUnknown' }]);
    // A card that names him says so, and he stays away.
    expect(await load(cards.replace('HoReCa', 'Кафе'))).toContain('removedStayAway');
    await load(cards);
    expect(await found('мята')).toEqual([]);
    await part().restore(removed.edit);
    expect(await part().list()).toEqual([]);
    expect(await found('мята')).toEqual(['Мята']);
    const { points, months } = before as { points: unknown; months: unknown };
    expect(await desk().state()).toMatchObject({ points, months });
    expect(await refusalOf(part().restore(removed.edit))).toMatchObject([{ code: 'removalUnknown' }]);
  });

  test('whoever bought stays in the figures', async () => {
    const id = await desk().identity('Лютик');
    expect(await refusalOf(part().remove('legalEntity', id))).toMatchObject([{ code: 'removalHasBought' }]);
  });

  test('prospects have the level of the first rule that fits, and buyers none', async () => {
    const prospects = prospectsOf({ stores: installation.stores, viewer: folderHolder });
    const sizes = async () => (await prospects.levels()).map(({ level, size }) => [level, size]);
    expect(await sizes()).toEqual([
      [1, 0],
      [2, 0],
      [3, 0],
      [null, 1],
    ]);
    const rules = [
      { level: 2, clientType: ['Розница'], city: ['Киров'] },
      { level: 3, clientType: ['Розница', 'HoReCa'] },
      { level: 1, clientType: ['Розница'] },
    ] as const;
    expect(await prospects.setRules({ version: 0, rules })).toEqual({ version: 1, rules });
    expect(await sizes()).toEqual([
      [1, 0],
      [2, 0],
      [3, 1],
      [null, 0],
    ]);
    expect(await refusalOf(prospects.setRules({ version: 0, rules: [] }))).toMatchObject([
      { code: 'targetRulesStale', params: { version: 1 } },
    ]);
    expect(await prospects.rules()).toEqual({ version: 1, rules });
  });

  test('a card of another source leaves him removed, and says so', async () => {
    await load('Код;Наименование;ИНН\nК-5;Василёк;0001000028\n');
    const removed = await part().remove('client', await desk().identity('Василёк'));
    const card = 'Код;Наименование;ИНН\n77;Василёк синий;0001000028\n';
    expect(await load(card, 'CRM')).toContain('removedStayAway');
    expect([await found('василёк'), (await part().list()).map(({ edit }) => edit)]).toEqual([
      [],
      [removed.edit],
    ]);
    await part().restore(removed.edit);
    expect(await part().list()).toEqual([]);
    expect((await desk().card('Василёк')).identities.map(({ code }) => code).sort()).toEqual(['77', 'К-5']);
  });

  test('a purchase brings somebody back, and the import says so', async () => {
    await part().remove('client', await desk().identity('Мята'));
    expect(await load(purchaseOfMint)).toContain('removedCameBack');
    expect([await found('мята'), await part().list()]).toEqual([['Мята'], []]);
  });

  test('of whoever is destroyed nothing is left but his sums, and a file that brings him back says so', async () => {
    const { stores, dataDir } = installation;
    const { records } = stores;
    const id = await desk().identity('Тюльпанова Аглая');
    const at = { unit: 'client', id } as const;
    const origin = { source: 'Тюльпанова', basis: 'договор', purpose: 'поставка', on: '2026-09-01' };
    const who = { stores, viewer: folderHolder };
    await contactsOf(who).add({ ...at, name: 'Тюльпанова Аглая', role: 'buyer', origin } as never);
    await timelineOf(who).add({ ...at, kind: 'call', text: 'Тюльпанова просила скидку' } as never);
    await editCustomer(stores, at, { version: 0, note: 'Тюльпанова переезжает' }, null);
    const of = { kind: 'party', id: String(id) };
    const changes = { name: { after: 'Тюльпанова' } };
    await records.transaction(async (tx) => {
      await sealChanges(tx, await masterKey(dataDir), { of, changes }, 'event');
    });
    await found('тюльпанова');
    const mint = await desk().identity('Мята');
    await groupsOf(who).make({ name: 'Сеть «Тюльпанова Аглая»', kind: 'chain', entities: [mint] });
    await viewsOf(who).add({ name: 'Тюльпанова АГЛАЯ, звонки', screen: 'customers', state: {}, roles: [] });
    const { months, parties } = (await desk().state()) as { months: unknown; parties: unknown };
    expect(await tablesWith('тюльпан|500100732259|3456789|редкая')).toEqual(
      expect.arrayContaining([
        'contact',
        'customer_edit_field',
        'entry',
        'party',
        'point',
        'text_word',
        'unit_text',
      ]),
    );

    const destroyed = await part().destroy('client', id);
    expect(destroyed).toMatchObject({ id, name: `Удалён №${id}`, parties: [id] });
    expect(destroyed.renamed).toMatchObject({ groups: [expect.any(Number)], views: [expect.any(Number)] });
    expect(destroyed.files.length).toBeGreaterThanOrEqual(2);
    expect(await tablesWith('тюльпан|500100732259|3456789|редкая')).toEqual([]);
    expect(await records.db.selectFrom('person_key').selectAll().execute()).toEqual([]);
    expect(await desk().state()).toMatchObject({ months, parties });
    expect((await desk().card(`Удалён №${id}`)).name).toBe(`Удалён №${id}`);

    expect(await load(tulipAgain)).toContain('destroyedCameBack');
    expect(await found('тюльпанова')).toEqual(['Тюльпанова Аглая']);
  });

  async function tablesWith(pattern: string): Promise<string[]> {
    const { db } = installation.stores.records;
    const { rows } = await sql<{ name: string }>`
      SELECT table_name AS name FROM information_schema.tables
      WHERE table_schema = current_schema() AND table_type = 'BASE TABLE' ORDER BY 1`.execute(db);
    const names: string[] = [];
    for (const { name } of rows) {
      const { rows: hits } = await sql`
        SELECT 1 FROM ${sql.table(name)} AS t WHERE t::text ~* ${pattern} LIMIT 1`.execute(db);
      if (hits.length > 0) names.push(name);
    }
    return names;
  }
});
