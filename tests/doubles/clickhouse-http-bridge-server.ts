import { randomUUID } from 'node:crypto';
import { once } from 'node:events';
import { createReadStream } from 'node:fs';
import { rm, writeFile } from 'node:fs/promises';
import { createServer, type IncomingMessage, type ServerResponse } from 'node:http';
import type { AddressInfo } from 'node:net';
import { join } from 'node:path';
import { pipeline } from 'node:stream/promises';
import { Session } from 'chdb';

const folder = process.env.BRIDGE_FOLDER ?? '';
const keeper = new Session(folder);

// Not settings of the engine but of the HTTP interface itself.
const NOT_SETTINGS = new Set(['query', 'query_id', 'database', 'wait_end_of_query', 'default_format']);

interface Request {
  readonly sql: string;
  /** Binary rows behind an `INSERT … FORMAT Parquet`. */
  readonly parquet?: Buffer;
  readonly url: URLSearchParams;
  readonly params: ReadonlyMap<string, string>;
}

const server = createServer((request, response) => {
  if (request.url?.startsWith('/ping') === true) {
    response.end('Ok.\n');
  } else if (!allowed(request)) {
    fail(response, 'Code: 516. DB::Exception: Authentication failed. (AUTHENTICATION_FAILED)');
  } else {
    answer(request, response).catch((error: unknown) => fail(response, messageOf(error)));
  }
});
server.requestTimeout = 0;
server.listen(0, '127.0.0.1', () => process.send?.((server.address() as AddressInfo).port));

process.once('SIGTERM', () => {
  keeper.close();
  process.exit(0);
});
process.once('disconnect', () => process.exit(0));

function allowed(request: IncomingMessage): boolean {
  const [user, password] = Buffer.from(request.headers.authorization?.split(' ')[1] ?? '', 'base64')
    .toString('utf8')
    .split(/:(.*)/s);
  return user === process.env.BRIDGE_USER && password === process.env.BRIDGE_PASSWORD;
}

/** A session of its own for each request: like a server, it keeps no settings between them. */
async function answer(request: IncomingMessage, response: ServerResponse): Promise<void> {
  const asked = await read(request);
  const session = new Session(folder);
  try {
    const database = asked.url.get('database');
    if (database !== null) await session.queryAsync(`USE \`${database}\``);
    const settings = [
      ...Array.from(asked.url).filter(([name]) => !NOT_SETTINGS.has(name) && !name.startsWith('param_')),
      ...asked.params,
    ];
    // Parameters may be longer than a statement, which is all that they are here.
    await session.queryAsync('SET max_query_size = 67108864');
    if (settings.length > 0) {
      const assignments = settings.map(([name, value]) => `${name} = ${literal(value)}`);
      await session.queryAsync(`SET ${assignments.join(', ')}`);
    }
    const parquet = /\s+FORMAT\s+Parquet\s*$/i;
    if (parquet.test(asked.sql)) {
      await withParquet(session, asked.sql.replace(parquet, ''), asked.parquet, response);
      return;
    }
    const buffered = asked.url.get('wait_end_of_query') === '1';
    if (buffered || !/\bFORMAT\s+\w+\s*$/.test(asked.sql)) {
      const result = await session.queryAsync(asked.sql, { format: 'TabSeparated' });
      response.end(result.bytes());
    } else {
      await stream(session, asked.sql, response);
    }
  } finally {
    session.close();
  }
}

/** chDB streams each block as a Parquet file of its own, so the whole one goes through the disk. */
async function withParquet(
  session: Session,
  sql: string,
  rows: Buffer | undefined,
  response: ServerResponse,
): Promise<void> {
  const file = join(folder, `${randomUUID()}.parquet`);
  try {
    if (rows === undefined) {
      await session.queryAsync(`INSERT INTO FUNCTION file(${literal(file)}, 'Parquet') ${sql}`);
      await pipeline(createReadStream(file), response);
    } else {
      await writeFile(file, rows);
      const [, into = '', columns = '', settings = ''] =
        /^(INSERT INTO \S+) \((.*?)\)\s*(SETTINGS .*)?$/.exec(sql) ?? [];
      await session.queryAsync(
        `${into} (${columns}) SELECT ${columns} FROM file(${literal(file)}, 'Parquet') ${settings}`,
      );
      response.end();
    }
  } finally {
    await rm(file, { force: true });
  }
}

/** Rows leave as they come; what goes wrong after the first is written behind them, as servers from 25.11 do. */
async function stream(session: Session, sql: string, response: ServerResponse): Promise<void> {
  const tag = randomUUID().replaceAll('-', '').slice(0, 16);
  try {
    for await (const chunk of session.queryStream(sql)) {
      if (!response.headersSent) response.setHeader('X-ClickHouse-Exception-Tag', tag);
      if (!response.write(chunk.raw())) await drained(response);
    }
    response.end();
  } catch (error) {
    if (!response.headersSent) throw error;
    const message = `${messageOf(error)}\n`;
    const mark = `\r\n__exception__\r\n`;
    response.end(`${mark}${tag}\r\n${message}${Buffer.byteLength(message)} ${tag}${mark}`);
  }
}

async function drained(response: ServerResponse): Promise<void> {
  const listening = new AbortController();
  const { signal } = listening;
  try {
    await Promise.race([once(response, 'drain', { signal }), once(response, 'close', { signal })]);
  } finally {
    listening.abort();
  }
  if (response.destroyed) throw new Error('The client has gone.');
}

async function read(request: IncomingMessage): Promise<Request> {
  const url = new URL(request.url ?? '/', 'http://bridge').searchParams;
  const params = new Map(Array.from(url).filter(([name]) => name.startsWith('param_')));
  const pieces: Buffer[] = [];
  for await (const piece of request) pieces.push(piece as Buffer);
  const body = Buffer.concat(pieces);
  const type = request.headers['content-type'] ?? '';
  const query = url.get('query');
  if (query !== null && /\bINSERT\b.*FORMAT\s+Parquet\s*$/i.test(query)) {
    return { sql: query, parquet: body, url, params };
  }
  let text = body.toString('utf8');
  if (type.startsWith('multipart/form-data')) {
    const form = await new Response(body, { headers: { 'content-type': type } }).formData();
    for (const [name, value] of form) if (name.startsWith('param_')) params.set(name, String(value));
    text = String(form.get('query') ?? '');
  }
  return { sql: [url.get('query'), text].filter(Boolean).join('\n'), url, params };
}

function fail(response: ServerResponse, message: string): void {
  if (response.headersSent) {
    response.destroy();
    return;
  }
  const code = /^Code: (\d+)/.exec(message)?.[1] ?? '1000';
  response.writeHead(code === '516' ? 403 : 500, { 'X-ClickHouse-Exception-Code': code });
  response.end(message);
}

function messageOf(error: unknown): string {
  return error instanceof Error ? error.message : String(error);
}

function literal(text: string): string {
  return `'${text.replace(/['\\]/g, '\\$&')}'`;
}
