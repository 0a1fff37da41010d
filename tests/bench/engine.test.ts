import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, describe, expect, it } from 'vitest';
import { difference } from '../../bench/engine/answer.ts';
import { type EngineData, folderOf, openData, prepareData } from '../../bench/engine/data-folder.ts';
import { loads, measureLoad } from '../../bench/engine/loads.ts';
import { engineReport, withReport } from '../../bench/engine/report.ts';
import { runEngineBench } from '../../bench/engine/run.ts';
import type { DataVersion } from '../../src/services/ledger/data-version.ts';
import { isLongRun } from '../budget.ts';

const duckdb = await import('@duckdb/node-api').catch(() => null);
const lines = 20_000;
const once = { warmUp: 0, runs: 1, seconds: 60 };

let cache: string;
beforeAll(async () => {
  cache = await mkdtemp(join(tmpdir(), 'akb-engine-bench-'));
});
afterAll(() => rm(cache, { recursive: true, force: true }));

describe.skipIf(duckdb === null)('the bench of the engine (DuckDB does not load here: skipped)', () => {
  // Half a minute of three engines: the full run only.
  it.runIf(isLongRun)(
    'gets from the product what both engines find in the raw lines',
    async () => {
      const asOften = { ours: once, byHand: once, userSeconds: 1, loads: [] };
      const run = { lines, cache, keepDerived: false, only: '', ...asOften };
      const result = await runEngineBench({ ...run, say: () => undefined });
      const differing = result.asked.filter(({ wrong }) => wrong !== null);
      expect(differing.map(({ question, wrong }) => `${question.name}: ${wrong}`)).toEqual([]);
      const unheardOf = result.asked.filter(
        ({ question, chdb, duckdb }) => question.byHand && !(chdb && duckdb),
      );
      expect(unheardOf).toEqual([]);
      const compared = result.asked.filter(({ ours, chdb, empty }) => ours && chdb && !empty);
      expect(compared.length).toBeGreaterThan(15);
      expect(result.asked.map(({ source }) => source)).toContain('kept');
      expect(result.users?.answers).toBeGreaterThan(0);
      expect(engineReport(result)).toContain('| dashboard ');
    },
    300_000,
  );
});

describe.runIf(isLongRun)('the company of the bench', () => {
  let data: EngineData;
  beforeAll(async () => {
    const folder = folderOf(cache, lines);
    await prepareData({ folder, lines, keepDerived: true });
    data = await openData(folder, lines);
  });
  afterAll(() => data.close());

  it('is as large and as untidy as it says', async () => {
    const [company] = await data.stores.warehouse.rows(`
      SELECT count() AS lines, uniqExact(client) / ${data.company.customers} > 0.98 AS customers, uniqExact(ym) AS months,
        countIf(kind = 'return') / lines BETWEEN 0.03 AND 0.05 AS returned,
        countIf(kind = 'shipment' AND NOT settled) > 0 AS unsettled,
        countIf(product = 0) > 0 AS without_product,
        uniqExact(branch) AS branches
      FROM ledger`);
    expect(company).toEqual({
      lines: String(lines),
      customers: 1,
      months: '12',
      returned: 1,
      unsettled: 1,
      without_product: 1,
      branches: '8',
    });
    const [order] = await data.stores.warehouse.rows(`
      SELECT arraySort(since) = since AS sorted FROM (
        SELECT groupArray(since) AS since FROM (SELECT client, min(ym) AS since FROM ledger GROUP BY client ORDER BY client)
      )`);
    expect(order).toEqual({ sorted: 1 });
  });

  it.each(loads.map((load, turn) => ({ ...load, turn })))(
    'sees the lines of $name and leaves nothing behind',
    async ({ turn, ...load }) => {
      const { stores, company, version } = data;
      const linesOf = async (months: Readonly<Record<string, number>>): Promise<number> => {
        const pairs = Object.entries(months).map(([ym, generation]) => `(${ym}, ${generation})`);
        const [row] = await stores.warehouse.rows<{ lines: string }>(
          `SELECT count() AS lines FROM ledger WHERE (ym, generation) IN (${pairs.join(', ')})`,
        );
        return Number(row?.lines);
      };
      const ask = ({ months }: DataVersion) => linesOf(months);
      const measured = await measureLoad(stores, company, version, { load, turn, ask });
      expect(measured.result).toBe(lines + measured.lines);
      const [left] = await stores.warehouse.rows(
        'SELECT (SELECT count() FROM journal) AS journal, (SELECT count() FROM ledger) AS ledger',
      );
      expect(left).toEqual({ journal: String(lines), ledger: String(lines) });
    },
  );
});

describe('the saved report', () => {
  it('replaces the one before and nothing else', () => {
    const document = withReport('# Benchmarks\n\ntext\n', 'first');
    expect(document).toMatch(/text\n\n## The engine[^\n]*\n\nfirst\n$/);
    const followed = `${document}\n## Other\n\nmore\n`;
    expect(withReport(followed, 'second')).toBe(followed.replace('first', 'second'));
  });
});

describe('two answers', () => {
  it('are compared as sets of rows, numbers however they are written', () => {
    const ours = [[[24282, 'Киров', '1.50', 3] as const, [24282, null, 0, '0.00'] as const]];
    expect(difference(ours, [[[24282, 'Киров', '1.5000', '3']]], [2])).toBeNull();
  });

  it('differ by one figure, by a row, by a member', () => {
    const ours = [[[24282, 7, 1]]];
    for (const theirs of [[[24282, 7, 2]], [], [[24282, null, 1]], [...(ours[0] ?? []), [24283, 7, 1]]])
      expect(difference(ours, [theirs], [2])).toContain('rows');
  });
});
