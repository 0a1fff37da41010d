import { createReadStream, createWriteStream } from 'node:fs';
import { Readable } from 'node:stream';
import { text } from 'node:stream/consumers';
import { pipeline } from 'node:stream/promises';
import { ClickHouseError, ClickHouseLogLevel, createClient } from '@clickhouse/client';
import { Refusal } from '../../domain/problem.ts';
import { DEFAULT_DATABASE, type Engine } from './engine.ts';
import { type Params, sqlName } from './params.ts';
import { parseColumns } from './row-text.ts';
import { connectionSettings, type Limits, noMissingColumns, type Role } from './settings.ts';

/** A query whose client is gone is of no use to anybody. */
const endsWithClient = { cancel_http_readonly_queries_on_client_close: 1 } as const;

/**
 * A ClickHouse server by its address. User, password and database come from the address itself or from
 * `AKB_CLICKHOUSE_USER` and `AKB_CLICKHOUSE_PASSWORD`; none of them is ever logged.
 */
export async function openServer(
  address: string,
  askedDatabase: string | undefined,
  limits: Limits,
): Promise<Engine> {
  const url = new URL(address);
  const database = askedDatabase ?? (decodeURIComponent(url.pathname.slice(1)) || DEFAULT_DATABASE);
  const login = {
    username: decodeURIComponent(url.username) || process.env.AKB_CLICKHOUSE_USER || 'default',
    password: decodeURIComponent(url.password) || process.env.AKB_CLICKHOUSE_PASSWORD || '',
  };
  const client = (role: Role, into: string) => {
    const settings = connectionSettings(role, limits);
    return createClient({
      url: url.origin,
      ...login,
      database: into,
      log: { level: ClickHouseLogLevel.OFF },
      // The server ends a query at its limit; the client only has to wait a little longer.
      request_timeout: (Number(settings.max_execution_time) + 30) * 1000,
      use_multipart_params_auto: true,
      // Timers come too late to tell what is stale where the process has been busy.
      keep_alive: { eagerly_destroy_stale_sockets: true },
      clickhouse_settings: settings,
    });
  };

  const first = client('writer', 'default');
  try {
    await first.command({ query: `CREATE DATABASE IF NOT EXISTS ${sqlName(database)}` });
  } catch (error) {
    if (!(error instanceof ClickHouseError)) {
      throw new Refusal({ code: 'warehouseUnreachable', params: { address: url.host } });
    }
    if (error.type === 'AUTHENTICATION_FAILED') {
      throw new Refusal({ code: 'warehouseLogin', params: { address: url.host } });
    }
    // Whoever may not create databases was given one.
    if (error.type !== 'ACCESS_DENIED') throw error;
  } finally {
    await first.close();
  }

  const reader = client('reader', database);
  const writer = client('writer', database);

  return {
    kind: 'server',
    filesRoot: null,
    backupsRoot: null,

    async rows<T extends object>(sql: string, params: Params, signal?: AbortSignal) {
      const ask = async (): Promise<string> => {
        const { stream } = await reader.exec({
          query: `${sql} FORMAT JSONColumns`,
          query_params: { ...params },
          // The server holds the answer back until it is whole, so that a failure is never half an answer.
          clickhouse_settings: { wait_end_of_query: 1, ...endsWithClient },
          ...(signal && { abort_signal: signal }),
        });
        return await text(stream);
      };
      // A connection that was kept may be closed by the other side at the moment of being used again.
      const again = (error: unknown): Promise<string> => {
        if (error instanceof Error && 'code' in error && error.code === 'ECONNRESET') return ask();
        throw error;
      };
      return parseColumns<T>(await ask().catch(again));
    },

    async *stream<T extends object>(sql: string, params: Params, signal?: AbortSignal) {
      // The server's clock runs on while the consumer is busy: hence the long limit of the writer.
      const result = await writer.query({
        query: sql,
        query_params: { ...params },
        format: 'JSONEachRow',
        clickhouse_settings: endsWithClient,
        ...(signal && { abort_signal: signal }),
      });
      for await (const rows of result.stream<T>()) {
        for (const row of rows) yield row.json<T>();
      }
    },

    async run(sql, params) {
      await writer.command({ query: sql, query_params: { ...params } });
    },

    async insert(into, batches) {
      let written = 0;
      for await (const batch of batches) {
        const { stream } = await writer.exec({
          query: `${into} FORMAT JSONCompactEachRow`,
          values: Readable.from(batch.pieces, { objectMode: false }),
        });
        await stream.resume().toArray();
        written += batch.rows();
      }
      return written;
    },

    async writeParquet(sql, file) {
      // What goes wrong late leaves a file without its footer: the reader of the file notices.
      const { stream } = await writer.exec({ query: `${sql} FORMAT Parquet` });
      await pipeline(stream, createWriteStream(file, { flags: 'wx', mode: 0o600 }));
    },

    async readParquet(table, columns, file) {
      const { stream } = await writer.exec({
        query: `INSERT INTO ${table} (${columns.join(', ')}) SETTINGS ${noMissingColumns} FORMAT Parquet`,
        values: createReadStream(file),
      });
      await stream.resume().toArray();
    },

    async close() {
      await Promise.all([reader.close(), writer.close()]);
    },
  };
}
