import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { folderHolder } from '../../src/domain/access.ts';
import type { Application } from '../../src/facade.ts';
import { isLongRun } from '../budget.ts';
import { runAkb, seen } from '../doubles/run-akb.ts';
import {
  newApplication,
  newServerApplication,
  refusalOf,
  type TestApplication,
} from '../harness/application.ts';
import { offeredPostgres } from '../harness/both-records.ts';

const header = 'Дата;Номер документа;Код контрагента;Контрагент;Номенклатура;Количество;Сумма;Менеджер\n';
const shipments = `${header}02.10.2026;РН-1;К-1;Ромашка;Молоко;1;100;Анна
03.10.2026;РН-2;К-2;Ромашка ООО;Сыр;1;200;Борис
04.10.2026;РН-3;К-3;Рмоашка;Сыр;1;300;Борис
05.10.2026;РН-4;К-4;Лютик;Сыр;1;400;Борис
`;
const cards = (lyutik = '') => `Код;Наименование;ИНН;Город;Телефон
К-1;Ромашка;0001000010;Киров;+7 900 000-01-23
К-2;Ромашка ООО;0001000010;Киров;8 (900) 000 01 23
К-3;Рмоашка;;Киров;+7 900 000-01-23
К-4;Лютик;0001000028;Киров;+7 900 000-01-23
${lyutik}`;

const both = [
  ['embedded', newApplication],
  ...(offeredPostgres() === undefined ? [] : [['servers', newServerApplication] as const]),
] as const;

// The usual run does it on the embedded engines, the full one on PostgreSQL too.
describe.each(isLongRun ? both : both.slice(0, 1))('customers who may be one (%s)', (_, open) => {
  let akb: TestApplication;
  let application: Application;
  beforeAll(async () => {
    vi.stubEnv('AKB_TODAY', '2026-11-22');
    akb = (await open()) as TestApplication;
    application = akb.application;
    await akb.load({ 'shipments.csv': shipments, 'cards.csv': cards() });
  });
  afterAll(async () => {
    vi.unstubAllEnvs();
    await akb.remove();
  });
  const page = async (query: { certain?: boolean; limit?: number; cursor?: string } = {}) =>
    await application.duplicates.candidates({ limit: 100, ...query });
  const pairs = async (query = {}) =>
    (await page(query)).candidates.map(({ a, b }) => [a.code, b.code].sort().join());

  test('are listed, the likeliest first, with what speaks for it; whom the ИНН tells apart are not', async () => {
    const { candidates, found } = await page();
    expect(
      candidates.map(({ a, b, score, certain }) => [[a.code, b.code].sort().join(), score, certain]),
    ).toEqual([
      ['К-1,К-2', 100, true],
      ['К-1,К-3', 88, false],
      ['К-2,К-3', 88, false],
    ]);
    expect(found).toBe(3);
    expect(candidates[1]?.reasons).toEqual([
      { reason: 'samePhone', weight: 35 },
      { reason: 'similarName', weight: 38 },
      { reason: 'sameCity', weight: 15 },
    ]);
    expect(await pairs({ certain: true })).toEqual(['К-1,К-2']);
    const first = await page({ limit: 2 });
    const rest = await page({ limit: 2, cursor: first.next ?? '' });
    expect([...first.candidates, ...rest.candidates]).toEqual(candidates);
    expect(await refusalOf(page({ cursor: "1' OR 1" }))).toMatchObject([
      { code: 'duplicatesCursorUnreadable' },
    ]);
  });

  test('stand side by side with what they bought; contacts stay hidden from whom they are hidden', async () => {
    const [pair] = (await page()).candidates;
    const [a, b] = [pair?.a.id ?? 0, pair?.b.id ?? 0];
    const seen = await application.duplicates.pair('client', a, b);
    expect([seen.a.sales, seen.b.sales].sort()).toEqual(['100.00', '200.00']);
    expect(seen).toMatchObject({ score: 100, certain: true, veto: null, dismissed: false });
    expect(seen.days).toEqual({ a: 1, b: 1, both: 0 });
    const masked = application.as({ ...folderHolder, hidden: ['contacts'] });
    expect((await masked.duplicates.pair('client', a, b)).a.contacts).toBeNull();
    expect(await refusalOf(application.duplicates.pair('client', a, a))).toMatchObject([
      { code: 'mergeOfOne' },
    ]);
    const branch = { nodes: [{ dimension: 'rep', member: 1 }] } as const;
    const part = application.as({ ...folderHolder, role: 'analyst', scope: branch });
    expect(await refusalOf(part.duplicates.candidates({ limit: 1 }))).toMatchObject([
      { code: 'onlyOfWhole' },
    ]);
  });

  test('are not shown again once they are said to be two, whatever is imported; until that is taken back', async () => {
    const { candidates } = await page();
    const { a, b } = candidates.find((one) => [one.a.code, one.b.code].sort().join() === 'К-2,К-3') ?? {};
    await application.duplicates.dismiss(b?.id ?? 0, a?.id ?? 0);
    expect(await pairs()).toEqual(['К-1,К-2', 'К-1,К-3']);
    const more = await akb.load({ 'more.csv': cards('К-5;Лютик (новый);;Киров;+7 900 000-01-23\n') });
    expect(await pairs()).toEqual(['К-1,К-2', 'К-4,К-5', 'К-1,К-3']);
    await akb.undo(more.importId);
    expect((await application.duplicates.dismissed()).map((one) => [one.a.code, one.b.code].sort())).toEqual([
      ['К-2', 'К-3'],
    ]);
    await application.duplicates.recall(a?.id ?? 0, b?.id ?? 0);
    expect(await pairs()).toHaveLength(3);
    expect(await refusalOf(application.duplicates.recall(a?.id ?? 0, b?.id ?? 0))).toMatchObject([
      { code: 'notDismissed' },
    ]);
  });

  test('are merged all at once, and come back one by one', async () => {
    const { candidates } = await page();
    const merges = candidates.map(({ a, b, survivor }) => ({
      ...({ unit: 'client', survivor, absorbed: survivor === a.id ? b.id : a.id } as const),
    }));
    const { effect } = await application.duplicates.preview(merges);
    expect(effect.map(({ before, after }) => [before.client, after.client])).toEqual([[4, 2]]);
    // The third pair says nothing new.
    const merged = await application.duplicates.merge(merges);
    expect(merged.merges).toHaveLength(2);
    expect(merged.effect).toEqual(effect);
    expect(await pairs()).toEqual([]);
    const listed = await application.duplicates.merges({ limit: 10 });
    expect(listed.merges.map(({ id, level, withdrawn }) => [id, level, withdrawn])).toEqual([
      [merged.merges[1], 'legalEntity', null],
      [merged.merges[0], 'legalEntity', null],
    ]);
    const last = merged.merges[1] ?? 0;
    expect(await application.duplicates.unmergePreview(last)).toMatchObject({
      effect: [{ before: { client: 2 }, after: { client: 3 } }],
    });
    await application.duplicates.unmerge(last);
    expect(await pairs()).toHaveLength(1);
    await application.duplicates.unmerge(merged.merges[0] ?? 0);
    expect(await pairs()).toHaveLength(3);
    const { entries } = await application.audit({ action: 'customersMerged', limit: 1 });
    expect(entries).toMatchObject([{ outcome: 'done', details: { count: 3, merges: merged.merges } }]);
  });

  test('are merged and parted by the command line', async () => {
    const run = async (commandLine: string) => {
      const held = { ...application, close: async () => undefined };
      const words = ['--data', akb.dataDir, ...commandLine.split(' ')];
      const { code, stdout, stderr } = await runAkb(words, {
        application: held,
        cwd: path.dirname(akb.dataDir),
      });
      expect(code, stderr).toBe(0);
      return seen(stdout) + seen(stderr);
    };
    const [certain] = JSON.parse((await run('duplicates --certain --json')).trim());
    const { survivor, a, b } = certain;
    const absorbed = survivor === a.id ? b.id : a.id;
    expect(await run('duplicates')).toContain('телефон, похожее название, город');
    expect(await run(`merge ${absorbed} ${survivor} --dry-run`)).toContain('2026-10');
    const done = /№ (\d+), версия/.exec(await run(`merge ${absorbed} ${survivor}`));
    const id = done?.[1] ?? '';
    expect(await run('merge')).toMatch(new RegExp(`(^|\\n|;)${id}[; ]`));
    expect(await run(`unmerge ${id} --dry-run`)).toContain('2026-10');
    expect(await run(`unmerge ${id}`)).toContain(`№ ${id} отменено`);
    expect(await pairs()).toHaveLength(3);
  });
});
