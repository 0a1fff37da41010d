import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { folderHolder } from '../../src/domain/access.ts';
import { monthEffects } from '../../src/services/activity/month-bases.ts';
import { editCustomer, undoEdit } from '../../src/services/customers/edit-customer.ts';
import { prepareImport } from '../../src/services/intake/import/prepare-import.ts';
import { currentVersion } from '../../src/services/ledger/data-version.ts';
import { mergeUnits, previewMerges } from '../../src/services/merges/merge-units.ts';
import type { AskedMerge } from '../../src/services/merges/plan-merges.ts';
import { previewUnmerge, unmergeUnits } from '../../src/services/merges/unmerge-units.ts';
import { timelineOf as timelineOfDesk } from '../../src/use-cases/timeline/timeline.ts';
import { isLongRun } from '../budget.ts';
import { nobody, refusalOf, unseen } from '../harness/application.ts';
import { type Installation, importText, newInstallation, undo } from '../harness/installation.ts';
import { asKnown, type MergeDesk, mergeDesk } from './merge-desk.ts';

const shipments = (...lines: string[]): string =>
  `Дата;Номер документа;Код контрагента;Контрагент;Холдинг;Адрес доставки;Номенклатура;Количество;Сумма;Менеджер\n${lines.join('\n')}\n`;
const first = shipments(
  '02.09.2026;РН-1;К-1;Ромашка;;г. Киров, ул. Лесная, 5;Молоко;1;100;Анна',
  '02.10.2026;РН-2;К-1;Ромашка;;г. Киров, ул. Лесная, 5;Молоко;1;150;Анна',
  '03.10.2026;РН-3;К-2;Ромашка плюс;;г. Киров, ул. Лесная, 5;Сыр;1;200;Борис',
  '04.10.2026;РН-4;К-3;Лютик;;;Сыр;1;300;Борис',
  '05.10.2026;РН-5;К-4;Клевер;Сеть Луг;;Сыр;2;70;Борис',
  '05.10.2026;РН-6;К-5;Мята;Сеть «Луга»;;Сыр;2;80;Вера',
  '05.10.2026;РН-20;К-9;Вереск;;г. Киров, ул. Мира, 1;Сыр;2;80;Анна',
  '05.10.2026;РН-21;К-9;Вереск;;г. Киров, ул. Мира, 2;Сыр;2;90;Анна',
);
const cards = `Код;Наименование;ИНН;Тип клиента;Город;Комментарий;Основной менеджер
К-1;Ромашка;0001000010;HoReCa;Киров;звонить утром;Анна
К-2;Ромашка плюс;;Розница;Слободской;;Борис
`;
const later = shipments(
  '06.10.2026;РН-7;К-2;Ромашка плюс;;г. Киров, ул. Лесная, 5;Сыр;3;30;Борис',
  '07.10.2026;РН-8;К-1;Ромашка;;;Сыр;-1;-10;Анна',
  '07.11.2026;РН-9;К-3;Лютик;;;Сыр;1;10;Вера',
);

describe('two customers who are one', () => {
  let installation: Installation;
  let desk: MergeDesk;
  beforeAll(async () => {
    process.env.AKB_TODAY = '2026-11-22';
    installation = await newInstallation();
    desk = mergeDesk(installation.stores);
    await importText(installation, first);
    await importText(installation, cards);
  });
  afterAll(async () => {
    await installation.remove();
    delete process.env.AKB_TODAY;
  });
  const load = async (text: string): Promise<number> => {
    await importText(installation, text);
    return (await currentVersion(installation.stores.records)).applied.at(-1) ?? 0;
  };
  const known = async () => ({
    state: await desk.state(),
    cards: [asKnown(await desk.card('Ромашка')), asKnown(await desk.card('Ромашка плюс'))],
  });

  test('are counted once, at one address, under the survivor’s name and with his type', async () => {
    const before = await known();
    const versionBefore = await currentVersion(installation.stores.records);
    const asked: AskedMerge = {
      ...{ unit: 'client', absorbed: await desk.identity('Ромашка плюс') },
      survivor: await desk.identity('Ромашка'),
    };
    const effect = await previewMerges(installation.stores, [asked]);
    expect(effect).toEqual([
      {
        month: '2026-10',
        before: { client: 6, legalEntity: 6, deliveryPoint: 7 },
        after: { client: 5, legalEntity: 5, deliveryPoint: 6 },
      },
    ]);
    expect(await known()).toEqual(before);
    const number = await desk.merge('Ромашка плюс', 'Ромашка');
    const after = await currentVersion(installation.stores.records);
    expect(await monthEffects(installation.stores, versionBefore, after, [202610])).toEqual(effect);
    const card = await desk.card('Ромашка плюс');
    expect(card).toMatchObject({ name: 'Ромашка', clientType: 'HoReCa', sales: '450.00', documents: 3 });
    expect(card.identities.map(({ code }) => code).sort()).toEqual(['К-1', 'К-2']);
    expect(card.family.legalEntities).toHaveLength(1);
    expect(await refusalOf(desk.merge('Ромашка', 'Ромашка плюс'))).toMatchObject([{ code: 'mergeOfOne' }]);
    const back = await previewUnmerge(installation.stores, number);
    expect(back.map(({ before: now, after: then }) => [then, now])).toEqual([
      [effect[0]?.before, effect[0]?.after],
    ]);
    await unmergeUnits(installation.stores, number, null);
    expect(await known()).toEqual(before);
    expect(await refusalOf(unmergeUnits(installation.stores, number, null))).toMatchObject([
      { code: 'mergeWithdrawn' },
    ]);
    expect(await refusalOf(unmergeUnits(installation.stores, 99, null))).toMatchObject([
      { code: 'mergeUnknown' },
    ]);
  });

  test('part again exactly, though lines, corrections and their undo came in between', async () => {
    const separately = await load(later);
    const separate = await known();
    await undo(installation, separately);
    const earlier = await known();
    const number = await desk.merge('Ромашка плюс', 'Ромашка');
    const merged = await known();
    const between = await load(later);
    expect((await desk.card('Ромашка плюс')).sales).toBe('470.00');
    await undo(installation, between);
    expect(await known()).toEqual(merged);
    const again = await load(later);
    await unmergeUnits(installation.stores, number, null);
    expect(await known()).toEqual(separate);
    await undo(installation, again);
    expect(await known()).toEqual(earlier);
  });

  // Merges and partings in any order, at random: merges.property.test.ts.
  test.runIf(isLongRun)(
    'part again exactly, though a second merge and its withdrawal came in between',
    async () => {
      const before = await known();
      const one = await desk.merge('Лютик', 'Ромашка');
      const onlyOne = await desk.state();
      const two = await desk.merge('Ромашка', 'Ромашка плюс');
      expect((await desk.card('Лютик')).name).toBe('Ромашка плюс');
      const three = await desk.merge('Лютик', 'Клевер', { unit: 'legalEntity' });
      expect(await desk.card('Ромашка')).toMatchObject({ name: 'Сеть Луг', sales: '820.00' });
      await unmergeUnits(installation.stores, three, null);
      await unmergeUnits(installation.stores, two, null);
      expect(await desk.state()).toEqual(onlyOne);
      const again = await desk.merge('Ромашка', 'Ромашка плюс');
      await unmergeUnits(installation.stores, one, null);
      expect(await desk.card('Ромашка')).toMatchObject({ name: 'Ромашка плюс', sales: '450.00' });
      expect((await desk.card('Лютик')).sales).toBe('300.00');
      await unmergeUnits(installation.stores, again, null);
      expect(await known()).toEqual(before);
    },
  );

  test('part again with what was stated of them, and with what has been stated since', async () => {
    await desk.edit('Ромашка', { note: 'давно' });
    const before = await known();
    const number = await desk.merge('Ромашка плюс', 'Ромашка', {
      take: ['name', 'clientType', 'note', 'city'],
    });
    expect(await desk.card('Ромашка')).toMatchObject({
      ...{ name: 'Ромашка плюс', clientType: 'Розница', note: '', city: 'Киров' },
    });
    const call = await desk.edit('Ромашка', { name: 'Ромашка и Ко' });
    await unmergeUnits(installation.stores, number, null);
    expect(await desk.card('Ромашка')).toMatchObject({
      name: 'Ромашка и Ко',
      clientType: 'HoReCa',
      note: 'давно',
    });
    expect((await desk.card('Ромашка плюс')).name).toBe('Ромашка плюс');
    await undoEdit(installation.stores, call, null);
    expect(await known()).toEqual(before);
  });

  const timelineOf = (name: string) => async () => {
    const eyes = { stores: installation.stores, viewer: folderHolder };
    const { rows } = await timelineOfDesk(eyes).page('client', await desk.identity(name), { limit: 100 });
    return rows;
  };

  test('tell so on the timeline, and that they are two again', async () => {
    const told = async (name: string) =>
      (await timelineOf(name)())
        .flatMap(({ merge }) => (merge ? [merge] : []))
        .slice(0, 2)
        .map(({ absorbed, survivor, withdrawn }) => [absorbed, survivor, withdrawn]);
    const number = await desk.merge('Лютик', 'Ромашка');
    expect((await told('Ромашка'))[0]).toEqual(['Лютик', 'Ромашка', false]);
    await unmergeUnits(installation.stores, number, null);
    for (const name of ['Ромашка', 'Лютик'])
      expect(await told(name)).toEqual([
        ['Лютик', 'Ромашка', true],
        ['Лютик', 'Ромашка', false],
      ]);
  });

  test('keep what was written of each meanwhile, whatever is merged in between', async () => {
    const eyes = { stores: installation.stores, viewer: folderHolder };
    const write = async (name: string, text: string) =>
      await timelineOfDesk(eyes).add({
        ...{ unit: 'client', id: await desk.identity(name), kind: 'call', text },
      });
    const calls = async (name: string) =>
      (await timelineOf(name)()).flatMap(({ kind, text }) => (kind === 'call' ? [text] : [])).sort();
    const number = await desk.merge('Лютик', 'Ромашка');
    expect(await write('Лютик', 'о Лютике')).toMatchObject({ unitId: await desk.identity('Лютик') });
    await write('Ромашка', 'о Ромашке');
    const second = await desk.merge('Ромашка плюс', 'Ромашка');
    await write('Ромашка плюс', 'о плюсе');
    for (const name of ['Лютик', 'Ромашка', 'Ромашка плюс'])
      expect(await calls(name)).toEqual(['о Лютике', 'о Ромашке', 'о плюсе']);
    await unmergeUnits(installation.stores, number, null);
    expect(await calls('Лютик')).toEqual(['о Лютике']);
    expect(await calls('Ромашка')).toEqual(['о Ромашке', 'о плюсе']);
    await unmergeUnits(installation.stores, second, null);
    expect(await calls('Ромашка')).toEqual(['о Ромашке']);
    expect(await calls('Ромашка плюс')).toEqual(['о плюсе']);
  });

  test('of one place are one delivery point, and part again exactly', async () => {
    const before = await known();
    const [one, other] = await installation.stores.records.db
      .selectFrom('point')
      .innerJoin('party', 'party.id', 'point.party_id')
      .select('point.id')
      .where('party.name', '=', 'Вереск')
      .where('point.implicit', '=', false)
      .orderBy('point.id')
      .execute();
    const merged = await mergeUnits(
      installation.stores,
      [{ unit: 'deliveryPoint', absorbed: other?.id ?? 0, survivor: one?.id ?? 0 }],
      null,
    );
    const points = async () => (await desk.card('Вереск')).family.legalEntities[0]?.deliveryPoints.length;
    expect(await points()).toBe(1);
    await load(shipments('09.11.2026;РН-22;К-9;Вереск;;г. Киров, ул. Мира, 2;Сыр;1;10;Анна'));
    expect(await points()).toBe(1);
    const imported = (await currentVersion(installation.stores.records)).applied.at(-1) ?? 0;
    await unmergeUnits(installation.stores, merged.merges[0] ?? 0, null);
    expect(await points()).toBe(2);
    await undo(installation, imported);
    expect(await known()).toEqual(before);
  });

  test('take nothing into the data of an import that is only prepared, nor does an edit', async () => {
    const places = async () => {
      const { parties, points } = (await desk.state()) as Record<'parties' | 'points', { id: number }[]>;
      return [parties, points].map((rows) => rows.map(({ id }) => id));
    };
    const before = await places();
    const file = join(installation.dataDir, 'prepared.csv');
    await writeFile(
      file,
      shipments(
        '09.11.2026;РН-30;К-3;Лютик;;г. Киров, ул. Новая, 7;Сыр;1;10;Анна',
        '09.11.2026;РН-31;К-8;Василёк;Сеть Луг;;Сыр;1;10;Анна',
      ),
    );
    const prepared = await prepareImport(installation.stores, [file], {}, nobody, unseen);
    await desk.edit('Лютик', { clientType: 'Розница' });
    expect(await places()).toEqual(before);
    await desk.edit('Сеть Луг', { clientType: 'Сеть' });
    const number = await desk.merge('Клевер', 'Лютик', { unit: 'legalEntity' });
    expect(await places()).toEqual(before);
    await prepared.cancel();
    await unmergeUnits(installation.stores, number, null);
    expect(await places()).toEqual(before);
  });

  test('are refused to whoever has looked at other cards than there are now', async () => {
    const { version, id } = await desk.card('Ромашка');
    const seen = { absorbed: (await desk.card('Ромашка плюс')).version, survivor: version };
    await desk.edit('Ромашка', { note: 'новая' });
    const stale = desk.merge('Ромашка плюс', 'Ромашка', { seen });
    expect(await refusalOf(stale)).toMatchObject([{ code: 'mergeStale' }]);
    const absorbed = await desk.card('Ромашка плюс');
    const number = await desk.merge('Ромашка плюс', 'Ромашка');
    const late = editCustomer(
      installation.stores,
      { unit: 'client', id: absorbed.id },
      { version: absorbed.version, note: 'чужая' },
      null,
    );
    expect(await refusalOf(late)).toMatchObject([{ code: 'customerEditStale' }]);
    expect((await desk.card('Ромашка')).id).toBe(id);
    await unmergeUnits(installation.stores, number, null);
  });

  test('of two groups are one group, whatever is said of either later', async () => {
    const before = await known();
    expect(await refusalOf(desk.merge('Лютик', 'Сеть Луг'))).toMatchObject([
      { code: 'mergeGroupWithEntity' },
    ]);
    const number = await desk.merge('Сеть «Луга»', 'Сеть Луг');
    expect(await desk.card('Мята')).toMatchObject({ name: 'Сеть Луг', sales: '150.00' });
    const more = await load(shipments('08.10.2026;РН-10;К-6;Осока;Сеть «Луга»;;Сыр;1;50;Вера'));
    expect(await desk.card('Осока')).toMatchObject({ name: 'Сеть Луг', sales: '200.00' });
    await undo(installation, more);
    await unmergeUnits(installation.stores, number, null);
    expect(await known()).toEqual(before);
  });
});
