import { mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import {
  type Card,
  readCards,
  readShipments,
  type Shipment,
  shipmentsOf,
} from '../../../tests/demo/demo-fixture.ts';
import { normaliseAddress } from '../../domain/address.ts';
import { bareClientName } from '../../domain/client-name.ts';
import { readInn } from '../../domain/inn.ts';
import { addDays, addToMonth, daysBetween, lastDayOfMonth } from '../../domain/iso-date.ts';
import { readPhones } from '../../domain/phone.ts';
import { type DemoCase, type DemoFiles, writeDemoCompany } from './write-demo-company.ts';

const until = '2026-10-31';
const root = mkdtempSync(join(tmpdir(), 'akb-demo-schemes-'));
let files: DemoFiles;
let documents: Shipment[];
let late: Shipment[];
let cards: Map<string, Card>;
let cases: DemoCase[];

beforeAll(async () => {
  files = await writeDemoCompany({ lines: 30_000, until, folder: root });
  documents = shipmentsOf(readShipments(files.shipments));
  late = shipmentsOf(readShipments(files.late.slice(1)));
  cards = new Map(readCards(files).map((card) => [card.code, card]));
  cases = JSON.parse(readFileSync(files.cases, 'utf8'));
});
afterAll(() => rmSync(root, { recursive: true }));

const of = (scheme: number) => cases.filter((found) => found.scheme === scheme);
const bought = (client: string, from: string, to: string) =>
  documents.filter((d) => d.client === client && d.kind === 'sale' && d.date >= from && d.date <= to);
const inMonth = (client: string, month: string) => bought(client, `${month}-01`, lastDayOfMonth(month));
const lastDays = (month: string) => addDays(lastDayOfMonth(month), -5);
const median = (values: readonly number[]) =>
  values.toSorted((a, b) => a - b)[Math.floor(values.length / 2)] ?? Number.NaN;

/** The documents of a case. */
function own(found: DemoCase, kind: Shipment['kind'] = 'sale'): Shipment[] {
  return [...documents, ...late].filter(
    (d) => d.kind === kind && found.documents.some((named) => isSame(d, named)),
  );
}

function isSame(
  a: Pick<Shipment, 'kind' | 'number' | 'date'>,
  b: Pick<Shipment, 'kind' | 'number' | 'date'>,
) {
  return a.kind === b.kind && a.number === b.number && a.date === b.date;
}

describe('the list of cases', () => {
  test('every scheme at least twice, each by another rep', () => {
    for (const scheme of [1, 2, 4, 8, 9, 10, 11, 13, 14, 16])
      expect(of(scheme).length).toBeGreaterThanOrEqual(2);
    expect(new Set(cases.map((found) => found.rep)).size).toBe(cases.length);
  });

  test('the customers and documents exist, the rep signed them and keeps the customers', () => {
    for (const found of cases) {
      const all = [...own(found), ...own(found, 'return')];
      expect(all.length).toBe(found.documents.length);
      expect(all.length).toBeGreaterThanOrEqual(3);
      for (const d of all) {
        expect(d.rep).toBe(found.rep);
        expect(found.clients).toContain(d.client);
      }
      for (const client of found.clients) expect(cards.get(client)?.manager).toBe(found.rep);
    }
  });

  test('everything happens before the data end', () => {
    for (const d of [...documents, ...late]) expect(d.date <= until).toBe(true);
    for (const found of cases) expect(found.month <= until.slice(0, 7)).toBe(true);
  });
});

describe('1: the cheapest item ticks a customer', () => {
  const isTick = (d: Shipment, cheapest: string) =>
    d.kind === 'sale' && d.rows.length === 1 && d.rows[0]?.sku === cheapest && d.rows[0].quantity === 1000;

  test('one piece of it in the last days, far below what the customer usually buys', () => {
    const cheapest = cheapestSku();
    for (const found of of(1)) {
      for (const client of found.clients) {
        const [tick, ...more] = inMonth(client, found.month);
        expect(more).toEqual([]);
        expect(tick && isTick(tick, cheapest)).toBe(true);
        expect(tick && tick.date >= lastDays(found.month)).toBe(true);
        const before = bought(client, '2000-01-01', `${found.month}-01`);
        expect(before.length).toBeGreaterThan(3);
        expect(Math.min(...before.map((d) => d.gross))).toBeGreaterThan((tick?.gross ?? 0) * 10);
      }
    }
  });

  test('nobody else does so by accident', () => {
    const cheapest = cheapestSku();
    const planted = new Set(of(1).flatMap((found) => found.clients));
    expect(documents.filter((d) => isTick(d, cheapest) && !planted.has(d.client))).toEqual([]);
  });

  function cheapestSku(): string {
    const prices = documents.flatMap((d) => d.rows).filter((row) => (row.price ?? 0) > 0);
    return prices.reduce((least, row) => ((row.price ?? 0) < (least.price ?? 0) ? row : least)).sku;
  }
});

test('2: ghosts share a phone, have no valid ИНН and no street, buy once in the month of their card', () => {
  const phoneOf = (card: Card | undefined) => readPhones(card?.phone ?? '')[0]?.e164 ?? null;
  for (const found of of(2)) {
    const ghosts = found.clients.map((client) => cards.get(client));
    const phones = new Set(ghosts.map(phoneOf).filter((phone) => phone !== null));
    expect(phones.size).toBe(1);
    const sharing = [...cards.values()].filter((card) => phones.has(phoneOf(card) ?? ''));
    expect(sharing.every((card) => found.clients.includes(card.code))).toBe(true);
    for (const ghost of ghosts) {
      expect(readInn(ghost?.inn ?? '').inn).toBeNull();
      expect(ghost?.created.slice(0, 7)).toBe(found.month);
      expect(ghost?.address).not.toContain('ул');
      const purchases = bought(ghost?.code ?? '', '2000-01-01', until);
      expect(purchases.map((d) => d.date.slice(0, 7))).toEqual([found.month]);
    }
  }
});

test('4: the usual volume of one customer is spread over five sleeping ones on one day', () => {
  for (const found of of(4)) {
    const [usual = '', ...sleepers] = found.clients;
    const parts = own(found);
    expect(parts.map((d) => d.client).sort()).toEqual(sleepers.toSorted());
    expect(new Set(parts.map((d) => d.date)).size).toBe(1);
    expect(new Set(parts.map((d) => d.rows.map((row) => row.sku).join())).size).toBe(1);
    const sums = parts.map((d) => d.gross);
    expect(Math.max(...sums) / Math.min(...sums)).toBeLessThan(1.3);
    for (const sleeper of sleepers) {
      expect(bought(sleeper, `${addToMonth(found.month, -4)}-01`, `${found.month}-01`)).toEqual([]);
      expect(bought(sleeper, '2000-01-01', `${found.month}-01`).length).toBeGreaterThan(0);
    }
    expect(inMonth(usual, found.month)).toEqual([]);
    const before = [1, 2, 3].map((back) => total(inMonth(usual, addToMonth(found.month, -back))));
    expect(total(parts) / median(before)).toBeGreaterThan(0.85);
    expect(total(parts) / median(before)).toBeLessThan(1.15);
  }
});

test('8: shipped on the last days, all of it returned on the first days of the next month', () => {
  for (const found of of(8)) {
    for (const client of found.clients) {
      const [shipped, ...more] = inMonth(client, found.month);
      expect(more).toEqual([]);
      expect(shipped && shipped.date >= lastDays(found.month)).toBe(true);
      const returned = own(found, 'return').filter((d) => d.client === client);
      expect(total(returned)).toBe(-(shipped?.gross ?? 0));
      const next = addToMonth(found.month, 1);
      for (const d of returned) expect(d.date >= `${next}-01` && d.date <= `${next}-16`).toBe(true);
    }
  }
});

test('9: loaded for weeks on the last days, then a gap far beyond the usual interval', () => {
  for (const found of of(9)) {
    for (const client of found.clients) {
      const all = bought(client, '2000-01-01', until).toSorted((a, b) => (a.date < b.date ? -1 : 1));
      const load = all.findIndex((d) => found.documents.some((named) => isSame(d, named)));
      const day = all[load]?.date ?? '';
      expect(day >= lastDays(found.month)).toBe(true);
      expect(all[load]?.gross).toBeGreaterThan(3 * median(all.map((d) => d.gross)));
      const gaps = all.slice(1, load).map((d, i) => daysBetween(all[i]?.date ?? '', d.date));
      const gap = daysBetween(day, all[load + 1]?.date ?? until);
      expect(gap).toBeGreaterThan(3 * median(gaps));
    }
  }
});

test('10: an old customer comes back under a new card with the same phone and address', () => {
  for (const found of of(10)) {
    for (let i = 0; i < found.clients.length; i += 2) {
      const [old, again] = [cards.get(found.clients[i] ?? ''), cards.get(found.clients[i + 1] ?? '')];
      if (old === undefined || again === undefined) throw new Error('no card');
      expect(again.created.slice(0, 7)).toBe(found.month);
      expect(again.inn).toBe('');
      expect(again.name).not.toBe(old.name);
      expect(sharedLetters(bareClientName(old.name), bareClientName(again.name))).toBeGreaterThan(0.4);
      const [phone, samePhone] = [old, again].map((card) => readPhones(card.phone)[0]?.e164);
      if (phone !== undefined && samePhone !== undefined) expect(samePhone).toBe(phone);
      const [place, samePlace] = [old, again].map((card) =>
        normaliseAddress(card.address, { city: card.city }),
      );
      expect(samePlace).toBe(place);
      expect(bought(old.code, '2000-01-01', `${found.month}-01`).length).toBeGreaterThan(3);
      expect(bought(old.code, `${found.month}-01`, until)).toEqual([]);
      expect(bought(again.code, '2000-01-01', until)[0]?.date.slice(0, 7)).toBe(found.month);
    }
  }
});

test('11: for a year one half of the customers buys in even months only, the other in odd ones', () => {
  for (const found of of(11)) {
    const from = `${addToMonth(found.month, -11)}-01`;
    const halves = found.clients.map((client) => {
      const parities = new Set(bought(client, from, until).map((d) => Number(d.date.slice(5, 7)) % 2));
      expect(parities.size).toBe(1);
      expect(bought(client, from, until).length).toBe(6);
      return [...parities][0];
    });
    expect(halves.filter((parity) => parity === 0).length).toBe(halves.length / 2);
  }
});

describe('13: one address under several points', () => {
  const places = () => {
    const groups = new Map<string, Map<string, string>>();
    for (const { rows, date } of documents.toSorted((a, b) => (a.date < b.date ? -1 : 1))) {
      for (const { client, pointCode, address, city } of rows) {
        if (pointCode === '' || address === '') continue;
        const key = `${client} ${normaliseAddress(address, { city })}`;
        const points = groups.get(key) ?? new Map<string, string>();
        if (!points.has(pointCode)) points.set(pointCode, date);
        groups.set(key, points);
      }
    }
    return [...groups].filter(([, points]) => points.size > 1);
  };

  test('four more points turn up in the month at the address of the first', () => {
    for (const found of of(13)) {
      const [[, points] = ['', new Map<string, string>()], ...more] = places().filter(([key]) =>
        key.startsWith(`${found.clients[0]} `),
      );
      expect(more).toEqual([]);
      const firstSeen = [...points.values()].sort();
      expect(firstSeen.length).toBe(5);
      expect((firstSeen[0] ?? '') < `${found.month}-01`).toBe(true);
      expect(firstSeen.slice(1).map((date) => date.slice(0, 7))).toEqual(Array(4).fill(found.month));
    }
  });

  test('no other customer has two points at one address', () => {
    const planted = of(13).flatMap((found) => found.clients);
    expect(
      places()
        .map(([key]) => key.split(' ')[0])
        .toSorted(),
    ).toEqual(planted.toSorted());
  });
});

test('14: shipments of a closed month that only the late export has, with numbers out of order', () => {
  expect(late.length).toBe(of(14).flatMap((found) => own(found)).length);
  for (const found of of(14)) {
    const end = lastDayOfMonth(found.month);
    for (const client of found.clients) {
      expect(inMonth(client, found.month)).toEqual([]);
      const [backdated] = late.filter((d) => d.client === client);
      expect(backdated?.date.slice(0, 7)).toBe(found.month);
      const prefix = backdated?.number.split('-')[0] ?? '?';
      const year = end.slice(0, 4);
      const sameSequence = documents.filter(
        (d) => d.kind === 'sale' && d.number.startsWith(`${prefix}-`) && d.date.startsWith(year),
      );
      const earlier = sameSequence.filter((d) => d.date <= end).map((d) => d.number);
      expect(earlier.length).toBeGreaterThan(0);
      expect(earlier.every((number) => number < (backdated?.number ?? ''))).toBe(true);
      expect(sameSequence.map((d) => d.number)).not.toContain(backdated?.number);
    }
  }
});

test('16: the only shipments of the month are free of charge', () => {
  for (const found of of(16)) {
    for (const client of found.clients) {
      const free = inMonth(client, found.month);
      expect(free.length).toBe(1);
      for (const row of free.flatMap((d) => d.rows)) {
        expect(row.gross).toBe(0);
        expect(row.quantity).toBeGreaterThan(0);
      }
      expect(bought(client, '2000-01-01', `${found.month}-01`).every((d) => d.gross > 0)).toBe(true);
    }
  }
});

function total(shipments: readonly Shipment[]): number {
  return shipments.reduce((sum, d) => sum + d.gross, 0);
}

/** Part of the letter pairs of two names that both have. */
function sharedLetters(a: string, b: string): number {
  const pairs = (text: string) => new Set([...text].slice(1).map((letter, i) => text.charAt(i) + letter));
  const [one, two] = [pairs(a), pairs(b)];
  return [...one].filter((pair) => two.has(pair)).length / Math.min(one.size, two.size);
}
