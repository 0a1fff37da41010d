import { afterAll, beforeAll, beforeEach, describe, expect, test, vi } from 'vitest';
import { mainMethod } from '../src/domain/method.ts';
import type { ListQuery } from '../src/domain/report-words.ts';
import { type Scope, wholeCompany } from '../src/domain/scope.ts';
import type { SetNode } from '../src/domain/sets/customer-set.ts';
import type { CountUnit } from '../src/domain/units.ts';
import { customerPage } from '../src/services/activity/customer-page.ts';
import { listCustomers } from '../src/services/activity/customers.ts';
import { readyLists } from '../src/services/activity/list-order.ts';
import type { CustomerPage, CustomerRow } from '../src/services/activity/report.ts';
import { noStoredSet } from '../src/services/activity/set-sql.ts';
import { setContext } from '../src/services/definitions/set-context.ts';
import { dropOldGenerations } from '../src/services/ledger/commit.ts';
import { currentVersion } from '../src/services/ledger/data-version.ts';
import { isLongRun } from './budget.ts';
import { periodOf, refusalOf } from './harness/application.ts';
import {
  type Installation,
  importCards,
  importShipments,
  importText,
  newEmbeddedInstallation,
  newServerInstallation,
  type Shipment,
} from './harness/installation.ts';

const shipment = (n: number, code: string, name: string, amount: number, rep = 'Анна'): Shipment => ({
  ...{ date: `${String(n).padStart(2, '0')}.10.2026`, document: `РН-${n}`, product: 'Молоко' },
  ...{ code, name, amount, rep },
});
const everybody: SetNode = { kind: 'state', state: 'registered', period: '2149' };
const active: SetNode = { kind: 'state', state: 'active', period: '2026-10' };

interface Asked extends ListQuery {
  readonly set?: SetNode;
  readonly unit?: CountUnit;
  readonly scope?: Scope;
  readonly limit?: number;
  readonly cursor?: string | undefined;
  readonly from?: number;
  readonly method?: string;
}

const engines: readonly [string, () => Promise<Installation | undefined>][] = [
  ['embedded', newEmbeddedInstallation],
  ['on servers', newServerInstallation],
];

// The usual run takes PostgreSQL with the random walks of `lists.property.test.ts`.
describe.each(engines.filter(([name]) => isLongRun || name === 'embedded'))(
  'lists of customers (%s)',
  (_, open) => {
    let opened: Installation | undefined;
    let akb: Installation;
    let anna: Scope;
    beforeAll(async () => {
      opened = await open();
      if (opened === undefined) return;
      akb = opened;
      vi.stubEnv('AKB_TODAY', '2026-10-04');
      await importShipments(akb, [
        shipment(1, 'К-1', 'ООО «Ромашка-Юг»', 100),
        shipment(2, 'К-2', 'Ёлкин и сыновья', 300),
        shipment(3, 'К-3', 'Еловый бор', 200),
        shipment(4, 'К-4', 'ООО «Кедр»', 200, 'Борис'),
        shipment(5, 'К-5', 'Жук', 500, 'Борис'),
        shipment(6, 'К-6', 'ромашка плюс', 50, 'Борис'),
      ]);
      await importText(
        akb,
        [
          'Код;Наименование;Полное наименование;Город;Телефон;ИНН;Основной менеджер',
          'К-1;ООО «Ромашка-Юг»;Общество «Полевые цветы»;Киров;8 (999) 123-45-67;0001000010;Анна',
          'К-2;Ёлкин и сыновья;;Слободской;+7 999 765 43 21, 8 (8332) 00-00-01;0001000028;Анна',
          'К-3;Еловый бор;;;;;Анна',
          'К-4;ООО «Кедр»;;Киров;9991112233;0001000035;Борис',
          'К-5;Жук;;Яранск;;;Борис',
          'К-6;ромашка плюс;;киров;;;Борис',
          'К-7;Астра;;Киров;;;Анна',
        ].join('\n'),
      );
      const { id } = await akb.stores.records.db
        .selectFrom('member')
        .select('id')
        .where('name', '=', 'Анна')
        .executeTakeFirstOrThrow();
      anna = { nodes: [{ dimension: 'rep', member: id }] };
    });
    afterAll(async () => {
      vi.unstubAllEnvs();
      await opened?.remove();
    });
    beforeEach(({ skip }) => {
      if (opened === undefined) skip('PostgreSQL does not run here');
    });

    async function page(asked: Asked = {}): Promise<CustomerPage> {
      const {
        set = active,
        unit = 'client',
        scope = wholeCompany,
        limit = 100,
        cursor,
        method = 'main',
      } = asked;
      const { sort, order, search, from } = asked;
      return await customerPage(akb.stores, {
        ...{
          set: { language: 1, unit, method: { id: method }, set },
          period: periodOf('2026-10'),
          slice: [],
        },
        ...{ limit, scope, contextOf: (of, version) => setContext(akb.stores, of, { version, scope }) },
        ...(sort && { sort }),
        ...(order && { order }),
        ...(search !== undefined && { search }),
        ...(cursor !== undefined && { cursor }),
        ...(from !== undefined && { from }),
      });
    }
    const codes = ({ rows }: { readonly rows: readonly CustomerRow[] }): string =>
      rows.map(({ shown, code, id }) => (shown ? code.replace('К-', '') : `№${id > 0}`)).join(' ');
    const found = async (search: string, asked: Asked = {}): Promise<string> =>
      codes(await page({ set: everybody, sort: 'code', search, ...asked }));

    test('stand in the order of any column', async () => {
      const by = async (sort: NonNullable<Asked['sort']>, order?: Asked['order']) =>
        codes(await page({ set: everybody, sort, ...(order && { order }) }));
      // е and ё are one letter as long as something else tells words apart: Астра, Ёлкин, Еловый, Жук…
      expect(await by('name')).toBe('7 2 3 5 4 1 6');
      expect(await by('name', 'descending')).toBe('6 1 4 5 3 2 7');
      expect(await by('sales')).toBe('5 2 3 4 1 6 7');
      expect(codes(await page({ set: everybody, sort: 'name', from: 5 }))).toBe('1 6');
      expect(codes(await page({ set: everybody, sort: 'name', from: 7 }))).toBe('');
      expect(await by('sales', 'ascending')).toBe('6 1 3 4 2 5 7');
      expect(await by('city')).toBe('1 4 6 7 2 5 3');
      expect(await by('manager')).toBe('2 3 1 7 5 4 6');
      expect(await by('phone')).toBe('4 1 2 3 5 6 7');
      expect(await by('lastPurchase')).toBe('6 5 4 3 2 1 7');
    });

    test('all at once are the rows of the pages', async () => {
      const version = await currentVersion(akb.stores.records);
      for (const sort of ['name', 'sales', 'city', 'manager', 'avgCheck'] as const) {
        const rows = await Array.fromAsync(
          listCustomers(akb.stores, {
            ...{ version, sort, set: everybody, scope: wholeCompany, method: mainMethod, unit: 'client' },
            ...{
              slice: [],
              period: periodOf('2026-10'),
              today: '2026-11-15',
              stored: noStoredSet,
              kept: null,
            },
          }),
        );
        expect((await page({ set: everybody, sort })).rows).toEqual(rows);
      }
    });

    test('are searched by parts of names, codes, phone numbers and ИНН', async () => {
      expect(await found('ромаш')).toBe('1 6');
      expect(await found('РОМАШКА юг')).toBe('1');
      expect(await found('«ромашка-юг»')).toBe('1');
      expect(await found('елк')).toBe('2');
      expect(await found('Ёл')).toBe('2 3');
      expect(await found('полевые')).toBe('1');
      expect(await found('к-5')).toBe('5');
      expect(await found('8 (999) 123-45-67')).toBe('1');
      expect(await found('+7 999 1234567')).toBe('1');
      expect(await found('8 999')).toBe('1 2 4');
      expect(await found('45-67')).toBe('1');
      expect(await found('000001')).toBe('2');
      expect(await found('0001000035')).toBe('4');
      expect(await found('00010000')).toBe('1 2 4');
      expect(await found('никого такого')).toBe('');
      expect(await found("%' OR 1=1 --")).toBe('');
      expect(await found('_')).toBe('');
      expect(await found('   ')).toBe('1 2 3 4 5 6 7');
      expect(await found('ромаш', { set: active, unit: 'deliveryPoint' })).toBe('1 6');
      expect(await found('0001000028', { unit: 'legalEntity' })).toBe('2');
    });

    test('find nobody whose name the reader must not see, and put nobody in a place that tells it', async () => {
      const mine = await page({ scope: anna, sort: 'name' });
      expect(codes(mine)).toBe('2 3 1');
      const backwards = await page({ scope: anna, sort: 'name', order: 'descending', limit: 2 });
      const begun = await page({ scope: anna, sort: 'name', limit: 1 });
      // Boris takes over К-2, who has bought from Anna before.
      vi.stubEnv('AKB_TODAY', '2026-10-05');
      await importCards(akb, [['К-2', 'Ёлкин и сыновья', 'Слободской', 'Борис']]);
      const today = await page({ scope: anna, sort: 'name' });
      expect(mine.total).toBe(today.total);
      expect(codes(await page({ scope: anna, sort: 'name' }))).toBe('3 1 №true');
      expect(codes(await page({ scope: anna, sort: 'name', order: 'descending' }))).toBe('1 3 №true');
      expect(codes(await page({ scope: anna, sort: 'city' }))).toBe('1 №true 3');
      expect(codes(await page({ scope: anna, sort: 'sales' }))).toBe('№true 3 1');
      for (const search of ['елкин', '7654321', '0001000028', 'кедр', '9991112233', 'Яранск', 'К-2']) {
        expect(await found(search, { scope: anna }), search).toBe('');
        expect(await found(search, { scope: anna, set: { kind: 'bought' } }), search).toBe('');
      }
      expect(await found('ромашка', { scope: anna })).toBe('1');
      expect(codes(begun)).toBe('2');
      const after = (cursor: string | undefined) => page({ scope: anna, sort: 'name', limit: 1, cursor });
      expect(codes(await after(begun.next))).toBe('3');
      // A walk that began before keeps everybody's place, but names him no more: here it is begun anew from before him.
      expect(
        codes(
          await page({ scope: anna, sort: 'name', order: 'descending', limit: 2, cursor: backwards.next }),
        ),
      ).toBe('№true');
    });

    test('go on as they began, whatever is imported meanwhile', async () => {
      const walks: Asked[] = [
        { sort: 'sales' },
        { sort: 'name' },
        { sort: 'city', order: 'descending' },
        { sort: 'name', search: 'ром' },
      ];
      const before = await Promise.all(walks.map((walk) => page({ set: everybody, ...walk })));
      const first = await Promise.all(walks.map((walk) => page({ set: everybody, ...walk, limit: 1 })));
      await importShipments(akb, [
        shipment(11, 'К-7', 'Астра', 900),
        shipment(12, 'К-8', 'Абрикос', 1000),
        shipment(13, 'К-6', 'Яблоко', 70),
      ]);
      await readyLists(akb.stores, await currentVersion(akb.stores.records));
      for (const [index, walk] of walks.entries()) {
        const whole = before[index];
        let { next: cursor, rows } = first[index] as CustomerPage;
        while (cursor !== undefined) {
          const further = await page({ set: everybody, ...walk, limit: 1, cursor });
          expect(further.total).toBe(whole?.total);
          expect(further.dataVersion).toBe(whole?.dataVersion);
          rows = [...rows, ...further.rows];
          cursor = further.next;
        }
        const { next = '' } = first[index] as CustomerPage;
        const jumps = [0, 1, rows.length - 1, rows.length, 1000];
        for (const from of jumps) {
          const jumped = await page({ set: everybody, ...walk, limit: 1, cursor: next, from });
          expect(jumped.rows).toEqual(rows.slice(from, from + 1));
          expect([jumped.total, jumped.dataVersion]).toEqual([whole?.total, whole?.dataVersion]);
        }
        // Names are shown as they are now; who stands where is as it was.
        expect(rows.map(({ id, sales }) => [id, sales])).toEqual(
          whole?.rows.map(({ id, sales }) => [id, sales]),
        );
      }
      expect(codes(await page({ set: everybody, sort: 'name' }))).toBe('8 7 2 3 5 4 1 6');
      expect(await found('яблоко')).toBe('6');
      expect(await found('ром')).toBe('1');
    });

    test('are not gone on with where the cursor does not fit, and say why', async () => {
      const { next: cursor = '' } = await page({ limit: 2, sort: 'name' });
      const refused = async (asked: Asked) =>
        (await refusalOf(page({ limit: 2, sort: 'name', cursor, ...asked }))).map(({ code }) => code);
      expect(await refused({ sort: 'sales' })).toEqual(['listCursorUnfit']);
      expect(await refused({ set: everybody })).toEqual(['listCursorUnfit']);
      expect(await refused({ search: 'ром' })).toEqual(['listCursorUnfit']);
      expect(await refused({ cursor: 'не курсор' })).toEqual(['listCursorUnreadable']);
      const forged = (change: object): string =>
        Buffer.from(
          JSON.stringify({ ...JSON.parse(Buffer.from(cursor, 'base64url').toString()), ...change }),
        ).toString('base64url');
      expect(await refused({ cursor: forged({ after: 4_000_000_000 }) })).toEqual(['listCursorUnfit']);
      expect(await refused({ cursor: forged({ after: 4_000_000_000 }), from: 1 })).toEqual([
        'listCursorUnfit',
      ]);
      expect(await refused({ from: 1, sort: 'sales' })).toEqual(['listCursorUnfit']);
      expect(await refused({ cursor: forged({ ranks: 77 }) })).toEqual(['listCursorUnfit']);
      expect(await refused({ cursor: forged({ version: 99 }) })).toEqual(['listVersionGone']);
      expect(await refused({ cursor: forged({ after: '1 OR 1=1' }) })).toEqual(['listCursorUnreadable']);
      expect(await refused({ cursor: forged({ found: crypto.randomUUID() }) })).toEqual(['listCursorUnfit']);
      // With another's eyes it shows what these may see: whom the cursor names is not among them.
      expect(await refused({ scope: { nodes: [] } })).toEqual(['listCursorUnfit']);
      const searched = await page({ set: everybody, sort: 'name', search: 'к-', limit: 1 });
      const forgotten = JSON.parse(Buffer.from(searched.next ?? '', 'base64url').toString());
      const other = Buffer.from(JSON.stringify({ ...forgotten, found: crypto.randomUUID() })).toString(
        'base64url',
      );
      const again = page({ set: everybody, sort: 'name', search: 'к-', limit: 1, cursor: other });
      expect((await refusalOf(again)).map(({ code }) => code)).toEqual(['searchForgotten']);
    });

    test('whose version is gone say so', async () => {
      const { next: cursor = '' } = await page({ limit: 2, sort: 'name' });
      await importShipments(akb, [shipment(14, 'К-9', 'Айва', 10)]);
      expect(codes(await page({ limit: 100, sort: 'name', cursor }))).not.toBe('');
      const { db } = akb.stores.records;
      await db.updateTable('commit').set({ committed_at: '2020-01-01T00:00:00Z' }).execute();
      await dropOldGenerations(akb.stores);
      const refused = await refusalOf(page({ limit: 2, sort: 'name', cursor }));
      expect(refused).toEqual([{ code: 'listVersionGone', params: { version: expect.any(Number) } }]);
      // What was kept for it is gone with it.
      const { dimensions } = await currentVersion(akb.stores.records);
      const builds = await akb.stores.warehouse.rows<{ dimensions: number }>(
        'SELECT DISTINCT dimensions FROM text_rank_build',
      );
      expect(builds.filter((build) => build.dimensions !== dimensions)).toEqual([]);
      expect(codes(await page({ sort: 'name' }))).toMatch(/^8 9/);
    });
  },
);
