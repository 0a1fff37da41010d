import { open } from 'node:fs/promises';
import { gzipSync } from 'node:zlib';
import { afterAll, beforeAll, test } from 'vitest';
import { runAkb } from './doubles/run-akb.ts';
import { type Files, newApplication, type TestApplication } from './harness/application.ts';
import { xlsxOf, zipOf } from './reading/zip-fixture.ts';

let akb: TestApplication;
beforeAll(async () => {
  akb = await newApplication();
  const r = await akb.load({
    'хорошо.csv':
      'Дата отгрузки;Номер документа;Контрагент;Номенклатура;Количество;Сумма с НДС\n05.09.2026;РН-1;Ландыш;Молоко;10;1000,00\n',
  });
  console.log(r.lines);
});
afterAll(() => akb.remove());

async function load(files: Files, ...flags: string[]) {
  return run(await akb.write(files), ...flags);
}
async function run(paths: string[], ...flags: string[]) {
  return runAkb(['import', ...paths, '--yes', '--data', akb.dataDir, ...flags], {
    application: { ...akb.application, close: async () => undefined },
  });
}
const header = 'Дата отгрузки;Номер документа;Контрагент;ИНН;Номенклатура;Количество;Сумма с НДС';
let n = 0;
const line = (o: Partial<Record<'date' | 'client' | 'inn' | 'q' | 'sum' | 'sku', string>> = {}) =>
  [
    o.date ?? '06.10.2026',
    `Д-${++n}`,
    o.client ?? 'Клён',
    o.inn ?? '',
    o.sku ?? 'Сыр',
    o.q ?? '1',
    o.sum ?? '100,00',
  ].join(';');
const cases: Record<string, () => Promise<Files> | Files> = {
  empty: () => ({ 'пусто.csv': '' }),
  headerOnly: () => ({ 'заголовок.csv': `${header}\n` }),
  unknown: () => ({ 'чужое.csv': 'a;b;c\n1;2;3\n4;5;6\n' }),
  unknown2: () => ({ 'чужое2.csv': 'foo;bar;baz\nx;y;z\nq;w;e\n' }),
  noneLoadable: () => ({
    'даты.csv': `${header}\n${line({ date: 'вчера' })}\n${line({ date: 'позавчера' })}\n`,
  }),
  noneLoadable2: () => ({
    'даты2.csv': `${header}\n${line({ date: '01.01.1900' })}\n${line({ date: '01.01.2199' })}\n`,
  }),
  rubbish: () => ({
    'мусор.csv': Buffer.from(Array.from({ length: 5000 }, (_, i) => (i * 7919 + (i % 13) * 31) & 255)),
  }),
  gz: () => ({
    'обрыв.csv.gz': gzipSync(`${header}\n${Array.from({ length: 500 }, () => line()).join('\n')}`).subarray(
      0,
      900,
    ),
  }),
  xlsx: async () => ({
    'обрыв.xlsx': (
      await xlsxOf({ sheets: [{ name: 'Лист1', xml: '<sheetData><row><c><v>1</v></c></row></sheetData>' }] })
    ).subarray(0, 700),
  }),
  bombGz: () => ({ 'бомба.csv.gz': gzipSync(Buffer.alloc(150 * 1024 ** 2, 'a;b\n')) }),
  bombZip: async () => ({ 'бомба.zip': await zipOf({ 'x.csv': Buffer.alloc(150 * 1024 ** 2, 'a;b\n') }) }),
  wide: () => ({
    'широко.csv': `${header};${Array.from({ length: 2000 }, (_, i) => `Доп${i}`).join(';')}\n${line()};${'x;'.repeat(1999)}x\n`,
  }),
  dates: () => ({
    'даты3.csv': `${header}\n${line({ date: '01.01.1900' })}\n${line({ date: '01.01.2199' })}\n${line()}\n${line({ date: 'когда-то' })}\n${line({ client: '' })}\n`,
  }),
  sums: () => ({
    'суммы.csv': `${header}\n${line({ sum: '-250,00', q: '-2' })}\n${line({ sum: '99999999999999999999,00' })}\n${line({ sum: '9999999999999,99' })}\n${line({ sum: '12 345 678 901 234,00' })}\n${line({ sum: 'много' })}\n${line({ sum: '300,00' })}\n`,
  }),
  formulas: () => ({
    'формулы.csv': `${header}\n${line({ client: '=CMD()' })}\n${line({ client: '@SUM(A1)', sku: '+7' })}\n${line({ client: '=HYPERLINK("http://x","y")', date: 'плохо' })}\n`,
  }),
  inn: () => ({
    'инн.csv': `${header}\n${line({ inn: '7707083893.0', client: 'Сбер 1' })}\n${line({ inn: '7707083893', client: 'Сбер 2' })}\n${line({ inn: '7.70E+09', client: 'Другой' })}\n`,
  }),
  nul: () => ({ 'нули.csv': `${header}\n${line({ client: 'Кл\u0000ён' })}\n${line()}\n` }),
};
for (const [name, make] of Object.entries(cases))
  test(name, async () => {
    const t = performance.now();
    const r = await load(await make(), '--json');
    let s: unknown = r.stdout;
    try {
      const j = JSON.parse(r.stdout);
      s = {
        tables: j.summary.tables.map((t: Record<string, unknown>) => ({ ...t, columns: undefined })),
        rejects: j.summary.rejects,
        lines: j.summary.lines,
        findings: j.summary.findings,
        eff: j.summary.effect,
        f: j.summary.rejectedFile,
      };
    } catch {}
    console.log(name, r.code, Math.round(performance.now() - t), r.stderr, JSON.stringify(s, null, 1));
    const f = (s as { f?: string }).f;
    if (f) console.log(await import('node:fs').then((fs) => fs.readFileSync(f, 'utf8')));
  });
test('sparse', async () => {
  const [p = ''] = await akb.write({ 'строка.csv': `${header};${'x;'.repeat(600000)}` });
  const h = await open(p, 'r+');
  await h.truncate(1024 ** 3);
  await h.close();
  const t = performance.now();
  const r = await run([p], '--json');
  console.log('sparse', r.code, Math.round(performance.now() - t), r.stderr, r.stdout);
});
