import { createHash } from 'node:crypto';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type Card,
  type Row,
  readCards,
  readCsv,
  readShipments,
  type Shipment,
  shipmentsOf,
  sum,
} from '../../../tests/demo/demo-fixture.ts';
import { isValidInn, readInn } from '../../domain/inn.ts';
import { weekday } from '../../domain/iso-date.ts';
import { readPhones } from '../../domain/phone.ts';
import {
  type DemoFiles,
  fewestLines,
  type PlantedDuplicate,
  writeDemoCompany,
} from './write-demo-company.ts';

const until = '2026-10-31';
const wanted = 30_000;
const root = mkdtempSync(join(tmpdir(), 'akb-demo-'));
let files: DemoFiles;
let rows: Row[];
let documents: Shipment[];
let cards: Card[];

beforeAll(async () => {
  files = await writeDemoCompany({ lines: wanted, until, folder: join(root, 'main') });
  rows = readShipments(files.shipments);
  documents = shipmentsOf(rows);
  cards = readCards(files);
});
afterAll(() => rmSync(root, { recursive: true }));

function hashOf(folder: string): string {
  const hash = createHash('sha256');
  for (const name of readdirSync(folder).sort()) hash.update(name).update(readFileSync(join(folder, name)));
  return hash.digest('hex');
}

describe('the same order gives the same company', () => {
  test('two runs write the same bytes, another seed does not', async () => {
    const order = { lines: fewestLines, until: '2026-02-11' };
    const [one, two, other] = [join(root, 'one'), join(root, 'two'), join(root, 'other')];
    await writeDemoCompany({ ...order, seed: 7, folder: one });
    await writeDemoCompany({ ...order, seed: 7, folder: two });
    await writeDemoCompany({ ...order, seed: 8, folder: other });
    expect(hashOf(one)).toBe(hashOf(two));
    expect(hashOf(other)).not.toBe(hashOf(one));
    // Whoever changes the company on purpose writes the new hash here.
    expect(hashOf(one)).toBe('1e44c1507b3d9ad943b9ab179776d49a6cd6e5c73cbe9504b08ddbe2cd4b61fb');
  });

  test('a last day within a month ends the data on that day', async () => {
    const cut = await writeDemoCompany({
      lines: fewestLines,
      until: '2026-02-11',
      folder: join(root, 'cut'),
    });
    const dates = readShipments([...cut.shipments, ...cut.late]).map((row) => row.date);
    expect(cut.facts.from).toBe('2023-03-01');
    dates.sort();
    expect(dates.at(-1)).toBe('2026-02-11');
    expect(dates.every((date) => date >= cut.facts.from)).toBe(true);
    expect(Math.abs(cut.facts.lines / fewestLines - 1)).toBeLessThan(0.02);
  });

  test.each([
    [{ lines: 9_999, until }, 'demoTooFewLines'],
    [{ lines: 20_000.5, until }, 'demoTooFewLines'],
    [{ lines: 20_000, until: '2026-02-30' }, 'demoUntilInvalid'],
  ])('%j is refused and leaves nothing behind', async (order, code) => {
    const folder = join(root, 'refused');
    await expect(writeDemoCompany({ ...order, folder })).rejects.toMatchObject({ problems: [{ code }] });
    expect(readdirSync(root)).not.toContain('refused');
  });
});

describe('the facts say what is in the files', () => {
  test('lines, documents and sums', () => {
    const { facts } = files;
    expect(Math.abs(rows.length / wanted - 1)).toBeLessThan(0.02);
    expect(facts.lines).toBe(rows.length);
    expect(facts.documents).toBe(documents.length);
    expect(kopecks(facts.sales)).toBe(sum(rows.map((row) => row.gross)));
    expect(kopecks(facts.salesExVat)).toBe(sum(rows.map((row) => row.net)));
    for (const month of facts.months) {
      const own = rows.filter((row) => row.client !== '' && row.date.startsWith(month.month));
      expect([month.month, month.lines, kopecks(month.sales)]).toEqual([
        month.month,
        own.length,
        sum(own.map((row) => row.gross)),
      ]);
    }
  });

  test('clients, entities, points, cards', () => {
    const bought = rows.filter((row) => row.client !== '');
    expect(files.facts.clients).toBe(new Set(bought.map((row) => row.holding || row.client)).size);
    expect(files.facts.legalEntities).toBe(new Set(bought.map((row) => row.client)).size);
    expect(files.facts.deliveryPoints).toBe(
      new Set(bought.map((row) => `${row.client} ${row.pointCode || row.address}`)).size,
    );
    expect(files.facts.cards).toBe(cards.length);
    expect(new Set(cards.map((card) => card.code)).size).toBe(cards.length);
    const codes = new Set(cards.map((card) => card.code));
    expect(bought.every((row) => codes.has(row.client))).toBe(true);
  });

  test('shares of returns, other reps, missing customers', () => {
    const { facts } = files;
    expect(facts.returnLines).toBe(rows.filter((row) => row.kind === 'return').length);
    expect(facts.returnLines / facts.lines).toBeCloseTo(0.04, 2);
    expect(facts.returnLinesWithoutGoods).toBe(
      rows.filter((row) => row.kind === 'return' && row.sku === '').length,
    );
    expect(facts.freeLines).toBe(rows.filter((row) => row.kind === 'sale' && row.gross === 0).length);
    expect(facts.correctionLines).toBe(rows.filter((row) => row.kind === 'correction').length);
    expect(facts.withoutCustomer.lines).toBe(rows.filter((row) => row.client === '').length);
    for (const few of [facts.returnLinesWithoutGoods, facts.freeLines, facts.correctionLines])
      expect(few).toBeGreaterThan(0);
  });

  test('one shipment in ten is signed by another rep than the assigned one', () => {
    const moved = new Set(files.facts.reassignments.flatMap(({ from, to }) => [from, to]));
    const managers = new Map(cards.map((card) => [card.code, card.manager]));
    const settled = documents.filter(
      ({ kind, client }) => kind === 'sale' && client !== '' && !moved.has(managers.get(client) ?? ''),
    );
    const others = settled.filter(({ client, rep }) => rep !== managers.get(client));
    expect(settled.length).toBeGreaterThan(1000);
    expect(others.length / settled.length).toBeGreaterThan(0.08);
    expect(others.length / settled.length).toBeLessThan(0.12);
    expect(files.facts.otherRepShipments / files.facts.shipments).toBeCloseTo(0.1, 1);
    expect(files.facts.reassignments.length).toBeGreaterThan(0);
  });
});

describe('the files look like those of 1C', () => {
  test('a document has one date, one customer, one rep', () => {
    const mixed = documents.filter(
      ({ rows: own }) =>
        new Set(own.map((row) => `${row.date} ${row.client} ${row.pointCode} ${row.rep}`)).size > 1,
    );
    expect(mixed).toEqual([]);
  });

  test('nobody ships on Sundays, some branches ship on Saturdays', () => {
    expect(documents.filter((document) => weekday(document.date) === 7)).toEqual([]);
    const saturdays = rows.filter((row) => weekday(row.date) === 6 && row.date !== '2025-11-01');
    const branches = new Set(saturdays.filter((row) => !isWorkedSaturday(row.date)).map((row) => row.branch));
    expect([...branches].sort()).toEqual(['Филиал Екатеринбург', 'Филиал Киров', 'Филиал Новосибирск']);
  });

  test('VAT is 10 % for some goods, else 20 %, from 2026 on 22 %', () => {
    const big = rows.filter((row) => row.kind === 'sale' && row.gross > 100_000);
    const rates = (own: readonly Row[]) =>
      [...new Set(own.map((row) => Math.round((row.gross / row.net - 1) * 100)))].sort();
    expect(rates(big.filter((row) => row.date < '2026-01-01'))).toEqual([10, 20]);
    expect(rates(big.filter((row) => row.date >= '2026-01-01'))).toEqual([10, 22]);
  });

  test('quantity times price is the amount, returns and corrections are negative', () => {
    const wrong = rows.filter(({ kind, quantity, price, gross }) =>
      kind === 'sale' ? Math.round(((quantity ?? 0) * (price ?? 0)) / 1000) !== gross : gross >= 0,
    );
    expect(wrong).toEqual([]);
  });

  test('every product of the shipments is in products.csv, in one of eight categories', () => {
    const products = readCsv(files.companions[1] ?? '');
    const codes = new Set(products.map((product) => product['Код номенклатуры']));
    expect(rows.every((row) => row.sku === '' || codes.has(row.sku))).toBe(true);
    expect(new Set(products.map((product) => product['Категория товара'])).size).toBe(8);
    expect(products.length).toBe(files.facts.products);
  });

  test('drinks have their season', () => {
    const categories = new Map(
      readCsv(files.companions[1] ?? '').map((product) => [
        product['Код номенклатуры'],
        product['Категория товара'],
      ]),
    );
    const drinks = (months: readonly string[]) => {
      const own = rows.filter((row) => months.includes(row.date.slice(5, 7)) && row.sku !== '');
      return own.filter((row) => categories.get(row.sku) === 'Напитки').length / own.length;
    };
    expect(drinks(['06', '07', '08'])).toBeGreaterThan(1.2 * drinks(['01', '02', '12']));
  });
});

describe('the base is dirty in the known ways', () => {
  test('ИНН: only region 00; some missing, one zero short, mistyped', () => {
    const inns = cards.map((card) => card.inn);
    expect(inns.filter((inn) => inn !== '' && !/^(00\d{8}|00\d{10}|0\d{8}|0\d{10})$/.test(inn))).toEqual([]);
    const found = new Map<string, number>();
    for (const inn of inns) {
      const reading = readInn(inn).finding?.code ?? (inn === '' ? 'missing' : 'fine');
      found.set(reading, (found.get(reading) ?? 0) + 1);
    }
    expect([...found.keys()].sort()).toEqual(['fine', 'innChecksum', 'innLeadingZero', 'missing']);
    expect((found.get('fine') ?? 0) / inns.length).toBeGreaterThan(0.85);
    // A mended zero leads back to a number of the safe range as well.
    expect(inns.every((inn) => !isValidInn(inn) || inn.startsWith('00'))).toBe(true);
  });

  test('phones: ten spellings, every number in a range without subscribers', () => {
    const phones = cards.flatMap((card) => readPhones(card.phone));
    expect(phones.filter((phone) => phone.e164 === null)).toEqual([]);
    expect(
      phones.filter(
        ({ e164 }) => !/^\+7(900000\d{4}|(8332|4852|8172)0\d{5}|(343|383)0\d{6})$/.test(e164 ?? ''),
      ),
    ).toEqual([]);
    const shape = (text: string) => text.replaceAll(/\d/g, '9');
    expect(new Set(cards.map((card) => shape(card.phone)).filter(Boolean)).size).toBeGreaterThanOrEqual(10);
  });

  test('cities in three spellings, names with blanks at the end, e-mails of nobody', () => {
    const cities = new Set(rows.map((row) => row.city));
    for (const spelling of ['Киров', 'г. Киров', 'КИРОВ ']) expect(cities).toContain(spelling);
    expect(cards.some((card) => card.name !== card.name.trim())).toBe(true);
    expect(cards.every((card) => card.email === '' || card.email.endsWith('.example'))).toBe(true);
  });

  test('planted duplicates share the phone of the original and buy under a code of their own', () => {
    const duplicates: PlantedDuplicate[] = JSON.parse(readFileSync(files.duplicates, 'utf8'));
    const byCode = new Map(cards.map((card) => [card.code, card]));
    const digits = (code: string) => readPhones(byCode.get(code)?.phone ?? '')[0]?.e164;
    expect(duplicates.length).toBe(files.facts.duplicates);
    expect(new Set(duplicates.map((pair) => pair.corruption)).size).toBeGreaterThanOrEqual(5);
    for (const { original, duplicate } of duplicates) {
      const [one, two] = [digits(original), digits(duplicate)];
      if (one !== undefined && two !== undefined) expect(two).toBe(one);
      expect(byCode.get(original)).not.toEqual(byCode.get(duplicate));
      expect(rows.some((row) => row.client === duplicate)).toBe(true);
    }
  });
});

test('a later export corrects documents of the main one and loses less than half of each', () => {
  const before = new Map(
    documents.map((document) => [`${document.kind} ${document.number} ${document.date}`, document]),
  );
  const corrected = shipmentsOf(readShipments(files.late.slice(0, 1)));
  let change = 0;
  for (const after of corrected) {
    const old = before.get(`${after.kind} ${after.number} ${after.date}`);
    if (old === undefined) throw new Error(`${after.number} is not in the main files`);
    expect(after.client).toBe(old.client);
    expect(after.rows).not.toEqual(old.rows);
    expect(after.rows.length * 2).toBeGreaterThan(old.rows.length);
    expect(after.gross * 2).toBeGreaterThan(old.gross);
    change += after.gross - old.gross;
  }
  expect(corrected.length).toBeGreaterThan(10);
  expect(files.facts.late[0]?.documents).toBe(corrected.length);
  expect(kopecks(files.facts.late[0]?.salesChange ?? '')).toBe(change);
});

function kopecks(decimal: string): number {
  return Number(decimal.replace('.', ''));
}

/** Saturdays that the government moved a working day to: every branch ships. */
function isWorkedSaturday(date: string): boolean {
  return ['2024-04-27', '2024-11-02', '2024-12-28', '2025-11-01'].includes(date);
}
