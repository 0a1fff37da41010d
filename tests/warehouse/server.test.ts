import { once } from 'node:events';
import { type AddressInfo, connect, createServer } from 'node:net';
import { afterAll, beforeAll, describe, expect, test, vi } from 'vitest';
import { openWarehouse } from '../../src/stores/warehouse/warehouse.ts';
import { isLongRun } from '../budget.ts';
import { type ClickHouseBridge, startClickHouseBridge } from '../doubles/clickhouse-http-bridge.ts';
import { warehouseContract } from './warehouse-contract.ts';

let bridge: ClickHouseBridge;

beforeAll(async () => {
  bridge = await startClickHouseBridge();
});
afterAll(async () => {
  vi.unstubAllEnvs();
  await bridge.close();
});

const config = (url: string) => ({ dataDir: '/nowhere', url });

describe('a warehouse on a ClickHouse server', () => {
  // The usual run holds the embedded engine to the contract; the server path is gone through by tests/server-path.test.ts.
  if (isLongRun) warehouseContract((limits = {}) => openWarehouse({ ...config(bridge.url), limits }));

  test('has no folder of its own', async () => {
    const warehouse = await openWarehouse(config(bridge.url));
    expect(warehouse).toMatchObject({ kind: 'server', filesRoot: null, backupsRoot: null });
    await warehouse.close();
  });

  test('uses the database that the address names', async () => {
    const warehouse = await openWarehouse(config(`${bridge.url}/akb_filial`));
    expect(await warehouse.rows('SELECT currentDatabase() AS x')).toEqual([{ x: 'akb_filial' }]);
    await warehouse.close();
  });

  test('takes user and password from the environment when the address has none', async () => {
    const url = new URL(bridge.url);
    vi.stubEnv('AKB_CLICKHOUSE_USER', decodeURIComponent(url.username));
    vi.stubEnv('AKB_CLICKHOUSE_PASSWORD', decodeURIComponent(url.password));
    const warehouse = await openWarehouse(config(url.origin));
    expect(await warehouse.rows('SELECT 1 AS x')).toEqual([{ x: 1 }]);
    await warehouse.close();
  });

  test('refuses a wrong password without repeating it', async () => {
    const url = new URL(bridge.url);
    url.password = 'secret';
    const refusal = await openWarehouse(config(url.href)).catch((error: unknown) => error);
    expect(refusal).toMatchObject({ problems: [{ code: 'warehouseLogin', params: { address: url.host } }] });
    expect(JSON.stringify(refusal)).not.toContain('secret');
  });

  test('says when nobody answers', async () => {
    const gone = await startClickHouseBridge();
    await gone.kill();
    await expect(openWarehouse(config(gone.url))).rejects.toMatchObject({
      problems: [{ code: 'warehouseUnreachable', params: { address: new URL(gone.url).host } }],
    });
  });

  test('a question that meets a connection that the server has just closed is asked again, a change is not', async () => {
    const { hostname, port, username, password } = new URL(bridge.url);
    let closing = false;
    const between = createServer((client) => {
      const server = connect(Number(port), hostname);
      client.on('error', () => server.destroy());
      client.on('close', () => server.destroy());
      client.on('data', (piece) => {
        if (closing) client.resetAndDestroy();
        else server.write(piece);
        closing = false;
      });
      server.on('data', (piece) => client.write(piece));
    });
    await once(between.listen(0, '127.0.0.1'), 'listening');
    const address = between.address() as AddressInfo;
    const warehouse = await openWarehouse(config(`http://${username}:${password}@127.0.0.1:${address.port}`));
    closing = true;
    expect(await warehouse.rows('SELECT 1 AS x')).toEqual([{ x: 1 }]);
    closing = true;
    await expect(warehouse.run('CREATE TABLE met_nobody (x UInt8) ENGINE = Memory')).rejects.toThrow();
    await warehouse.close();
    between.close();
  });

  test('a server that dies in the middle of an answer is an error, never half an answer', async () => {
    const dying = await startClickHouseBridge();
    const warehouse = await openWarehouse(config(dying.url));
    const reading = (async () => {
      let rows = 0;
      for await (const _ of warehouse.stream('SELECT number FROM numbers(100000000)')) {
        rows += 1;
        if (rows === 1) await dying.kill();
      }
    })();
    await expect(reading).rejects.toThrow();
    await warehouse.close();
  });
});
