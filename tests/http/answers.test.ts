import { get } from 'node:http';
import { readXlsx } from 'hucre/xlsx';
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest';
import type { z } from 'zod';
import { dimensions } from '../../src/domain/dimensions.ts';
import { catalogueEndpoint, stateEndpoint } from '../../src/edges/http/contracts/catalogue.ts';
import { customer } from '../../src/edges/http/contracts/customers.ts';
import { figuresEndpoint } from '../../src/edges/http/contracts/figures.ts';
import { csvHeader, csvRow } from '../../src/edges/output/csv.ts';
import { customerColumns, customerJson } from '../../src/edges/output/customer-columns.ts';
import { exportColumns, figureTableRows } from '../../src/edges/output/figure-columns.ts';
import { reportJson } from '../../src/edges/output/report-json.ts';
import type { Application } from '../../src/facade.ts';
import { translator } from '../../src/messages/index.ts';
import { isLongRun } from '../budget.ts';
import { customersOf, reportsOf } from '../harness/application.ts';
import { type Answer, newServer, type TestServer } from '../harness/server.ts';
import { numbers, shipmentsFile } from '../harness/shipments.ts';

const formula = `=cmd|'/c calc'!A0`;
const many = 20_000;

let server: TestServer;
/** How each question to the application has ended: answered, or why not. */
let endings: Promise<string>[] = [];

const ending = (work: Promise<unknown>) =>
  work.then(
    () => 'answered',
    (error: unknown) => (error instanceof Error ? error.name : String(error)),
  );

/** Writes down how reading ends, whoever reads. */
function observed(application: Application): Application {
  return {
    ...application,
    as: (viewer, errand) => observed(application.as(viewer, errand)),
    figures: (query, signal) => {
      const work = application.figures(query, signal);
      endings.push(ending(work));
      return work;
    },
    customers: async function* (query, signal) {
      const end = Promise.withResolvers<string>();
      endings.push(end.promise);
      try {
        yield* application.customers(query, signal);
        end.resolve('answered');
      } finally {
        end.resolve('left');
      }
    },
  };
}

beforeAll(async () => {
  server = await newServer({}, observed);
  const rows = numbers(0, many).map((n) => [
    `${String((n % 28) + 1).padStart(2, '0')}.10.2026`,
    `Д-${n}`,
    String(n).padStart(6, '0'),
    n === 0 ? formula : `Клиент ${n}`,
    `Товар ${n % 50}`,
    1,
    100 + (n % 7),
    `Менеджер ${n % 5}`,
  ]);
  await server.akb.load({ 'отгрузки.csv': shipmentsFile(rows) });
});
afterAll(async () => {
  await server.remove();
});
beforeEach(() => {
  endings = [];
});

const october = { period: '2026-10' };
const ask = (path: string, body?: unknown) =>
  server.ask(`/api/v1${path}`, body === undefined ? {} : { body });
const codesOf = (answer: Answer) => answer.json().problems?.map(({ code }) => code);
const rowsOf = ({ text }: Answer) =>
  text
    .split('\n')
    .filter((line) => line !== '')
    .map((line) => JSON.parse(line));

describe('figures', () => {
  test('are those of the product, whole and by every dimension', async () => {
    for (const by of [undefined, ...dimensions.filter((_, at) => isLongRun || at % 4 === 3)]) {
      const answer = await ask('/figures', { periods: ['2026-10', '2026-Q4'], ...(by && { by }) });
      const reports = await reportsOf(server.akb.application, ['2026-10', '2026-Q4'], by ? { by } : {});
      expect(answer.json()).toEqual(JSON.parse(JSON.stringify({ reports })));
      figuresEndpoint.answer.schema.parse(answer.json());
    }
  });

  test('take periods as people write them, in Russian too', async () => {
    const [words, label] = [
      await ask('/figures', { periods: ['октябрь 2026'] }),
      await ask('/figures', { periods: ['2026-10'] }),
    ];
    expect(words.json()).toEqual(label.json());
  });
});

describe('the customers behind a figure', () => {
  test('are as many as it says, and those of the product', async () => {
    const answer = await ask('/customers', october);
    const rows = rowsOf(answer);
    expect(answer.headers['content-type']).toContain('application/jsonl');
    expect(rows).toHaveLength(many);
    expect(rows).toEqual(await customersOf(server.akb, '2026-10'));
    for (const row of rows.slice(0, 100)) customer.parse(row);
  });

  test('of one member', async () => {
    const { reports } = (
      await ask('/figures', { periods: ['2026-10'], by: 'rep' })
    ).json() as unknown as z.output<typeof figuresEndpoint.answer.schema>;
    const [member] = reports[0]?.rows ?? [];
    const by = { dimension: 'rep', code: member?.key.code };
    expect(rowsOf(await ask('/customers', { ...october, by }))).toHaveLength(member?.figures.activeBase ?? 0);
  });
});

describe('what there is', () => {
  test('the catalogue names everything in the language asked for', async () => {
    const catalogue = await server.ask('/api/v1/catalogue', {
      headers: { 'accept-language': 'en-GB,ru;q=0.5' },
    });
    const { units, fields } = catalogueEndpoint.answer.schema.parse(catalogue.json());
    expect(units).toContainEqual({ id: 'legalEntity', label: 'legal entities' });
    expect(fields.length).toBeGreaterThan(50);
  });

  test('the state of the data', async () => {
    const state = stateEndpoint.answer.schema.parse((await ask('/state')).json());
    expect(state).toEqual(await server.akb.application.dataState());
  });
});

describe('an export', () => {
  const say = translator('ru');
  const exported = (path: string, query: Record<string, string>) =>
    ask(`/exports/${path}?${new URLSearchParams(query)}`);

  test('of customers as CSV is the list, with its mark and formulas made harmless', async () => {
    const answer = await exported('customers', { format: 'csv', ...october, report: 'full' });
    const columns = customerColumns('full', say);
    const rows = await customersOf(server.akb, '2026-10');
    expect(answer.text).toBe(csvHeader(columns) + rows.map((row) => csvRow(columns, row, 'ru')).join(''));
    expect(answer.text.startsWith('\ufeff')).toBe(true);
    expect(answer.text).toContain(`000000;'${formula}`);
    expect(answer.headers['content-disposition']).toBe("attachment; filename*=UTF-8''akb-active-2026-10.csv");
  });

  test('of customers as JSON lines has every field', async () => {
    const answer = await exported('customers', { format: 'jsonl', ...october, sort: 'name' });
    const rows = await customersOf(server.akb, '2026-10', { sort: 'name' });
    expect(rowsOf(answer)).toEqual(rows.map(customerJson));
  });

  test('of figures as CSV and JSON lines is the table of the report', async () => {
    const query = { periods: '2026-09..2026-10', by: 'rep' };
    const reports = await reportsOf(server.akb.application, ['2026-09', '2026-10'], { by: 'rep' });
    const rows = figureTableRows(reports);
    const columns = exportColumns(rows, 'rep', say);
    const csv = await exported('report', { format: 'csv', ...query });
    expect(csv.text).toBe(csvHeader(columns) + rows.map((row) => csvRow(columns, row, 'ru')).join(''));
    expect(rowsOf(await exported('report', { format: 'jsonl', ...query }))).toEqual(reports.map(reportJson));
  });

  test('as a workbook holds the figures, the customers with codes as text, and how it was counted', async () => {
    const query = { format: 'xlsx', periods: '2026-10', customers: 'true', lang: 'en' };
    const book = await fetch(`${server.url}/api/v1/exports/report?${new URLSearchParams(query)}`, {
      headers: { authorization: `Bearer ${server.key}` },
    });
    const { sheets } = await readXlsx(Buffer.from(await book.arrayBuffer()));
    expect(sheets.map(({ name }) => name)).toEqual(['Report', 'Customers', 'How it was counted']);
    expect(sheets[0]?.rows[1]).toContain(many);
    expect(sheets[1]?.rows).toHaveLength(many + 1);
    const full = await fetch(
      `${server.url}/api/v1/exports/customers?format=xlsx&period=2026-10&report=full`,
      {
        headers: { authorization: `Bearer ${server.key}` },
      },
    );
    const list = await readXlsx(Buffer.from(await full.arrayBuffer()));
    const first = list.sheets[0]?.rows.find(([code]) => code === '000000');
    expect(first?.[1]).toBe(formula);
  });
});

describe('what cannot be answered is a problem', () => {
  test('in the language of the reader, with codes for programs', async () => {
    const english = await server.ask('/api/v1/figures', {
      headers: { 'accept-language': 'en' },
      body: { periods: ['никогда'] },
    });
    expect(english.status).toBe(422);
    expect(english.headers['content-type']).toBe('application/problem+json; charset=utf-8');
    expect(english.json()).toMatchObject({
      type: 'urn:akb:problem:periodUnreadable',
      title: 'Unprocessable Entity',
      status: 422,
      problems: [{ code: 'periodUnreadable', params: { text: 'никогда' } }],
    });
    const russian = await ask('/figures', { periods: ['никогда'] });
    expect(russian.json().detail).toMatch(/[а-яё]{3}/);
    expect(english.json().detail).not.toBe(russian.json().detail);
  });

  test.each([
    [{}, 'body.periods'],
    [{ periods: [] }, 'body.periods'],
    [{ periods: ['2026-10'], by: "rep'; DROP TABLE ledger; --" }, 'body.by'],
    [{ periods: ['2026-10'], unit: 'constructor' }, 'body.unit'],
    [{ periods: ['2026-10'], extra: 1 }, 'body'],
    [{ periods: [{ toString: 'x' }] }, 'body.periods.0'],
    [[], 'body'],
    ['text', 'body'],
  ])('%o does not fit the contract', async (body, where) => {
    const answer = await ask('/figures', body);
    expect([answer.status, answer.json().problems]).toEqual([
      400,
      [{ code: 'requestWrong', params: { where } }],
    ]);
  });

  test.each(['{"periods": ["2026-10"], "__proto__": {"unit": "x"}}', '{', '', 'null'])(
    'JSON that is none: %s',
    async (text) => {
      const answer = await server.ask('/api/v1/figures', {
        method: 'POST',
        bytes: text,
        headers: { 'content-type': 'application/json' },
      });
      expect([answer.status, codesOf(answer)]).toEqual([400, ['requestWrong']]);
    },
  );

  test('a request of a megabyte, another kind of content, an address that is none', async () => {
    const large = await ask('/figures', { periods: ['x'.repeat(1024 ** 2)] });
    expect([large.status, codesOf(large)]).toEqual([413, ['requestTooLarge']]);
    const form = await server.ask('/api/v1/figures', {
      method: 'POST',
      bytes: 'a=1',
      headers: { 'content-type': 'application/x-www-form-urlencoded' },
    });
    expect([form.status, codesOf(form)]).toEqual([415, ['requestNotJson']]);
    for (const path of ['/api/v1/../../secret', '/%2e%2e/secret', '/secret', '/api/v1/jobs/%00']) {
      expect([400, 404], path).toContain((await server.ask(path)).status);
    }
  });

  test('a member whose code is SQL is just a member that is not there', async () => {
    const by = { dimension: 'city', code: "' OR 1=1 --\\" };
    const answer = await ask('/customers', { ...october, by });
    expect([answer.status, answer.text]).toEqual([200, '']);
    expect(rowsOf(await ask('/customers', october))).toHaveLength(many);
  });

  test('a failure of the product shows a reference and nothing of the data', async () => {
    const failing = await newServerFailing();
    const answer = await failing.ask('/api/v1/state');
    expect(answer.status).toBe(500);
    expect(answer.text).not.toContain('Иванова');
    expect(answer.json()).toMatchObject({ problems: [], reference: expect.stringMatching(/^[\da-f]{8}$/) });
    expect(failing.told()).toContain(answer.json().reference);
    expect(failing.told()).not.toContain('Иванова');
    await failing.close();
  });
});

/** A server whose product fails with the name of a person in the message, and what it writes to standard error. */
async function newServerFailing() {
  const { startServer } = await import('../../src/edges/http/server.ts');
  const { fakeApplication } = await import('../doubles/fake-application.ts');
  const { askServer } = await import('../harness/server.ts');
  const { vi } = await import('vitest');
  const written = vi.spyOn(process.stderr, 'write').mockReturnValue(true);
  const application = fakeApplication({
    dataState: async () => Promise.reject(new Error('no row for Иванова Анна, +79991234567')),
  });
  const { dataDir } = server.akb;
  const running = await startServer({
    application,
    dataDir,
    binding: { host: '127.0.0.1', port: 0 },
    version: '1',
  });
  return {
    ask: (path: string) =>
      askServer(`${running.url}${path}`, { headers: { authorization: `Bearer ${server.key}` } }),
    told: () => written.mock.calls.map(([text]) => String(text)).join(''),
    close: async () => {
      written.mockRestore();
      await running.close();
    },
  };
}

describe('a client that goes away', () => {
  const years = numbers(1900, 2300)
    .map((year) => String(year))
    .filter((year) => year < '2200');

  test('takes its question along: the engine is free for the next one', async () => {
    const leaving = new AbortController();
    const asked = numbers(0, 12).map(() =>
      server.ask('/api/v1/figures', { body: { periods: years, by: 'rep' }, signal: leaving.signal }),
    );
    await expect.poll(() => endings.length).toBe(12);
    leaving.abort();
    await Promise.allSettled(asked);
    expect(await Promise.all(endings)).toEqual(Array(12).fill('AbortError'));
    expect((await ask('/figures', { periods: ['2026-10'] })).status).toBe(200);
  });

  test.each(['csv', 'xlsx', 'jsonl'])('in the middle of a %s ends the list', async (format) => {
    await new Promise<void>((resolve, reject) => {
      get(
        `${server.url}/api/v1/exports/customers?format=${format}&period=2026-10`,
        { headers: { authorization: `Bearer ${server.key}` } },
        (response) => {
          response.once('data', () => {
            response.destroy();
            resolve();
          });
        },
      ).on('error', reject);
    });
    expect(await Promise.all(endings)).toEqual(['left']);
    expect((await ask('/state')).status).toBe(200);
  });
});
