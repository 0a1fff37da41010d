import { request } from 'node:http';
import { readOwnerKey } from '../../src/edges/http/served-folder.ts';
import { type ServerConfig, startServer } from '../../src/edges/http/server.ts';
import type { Application } from '../../src/facade.ts';
import { newApplication, type TestApplication } from './application.ts';

export interface Answer {
  readonly status: number;
  readonly headers: Readonly<Record<string, string | string[] | undefined>>;
  readonly text: string;
  readonly content: Buffer;
  /** The body as JSON. */
  readonly json: () => Record<string, unknown> & { readonly problems?: readonly { readonly code: string }[] };
}

export interface Question {
  readonly method?: string;
  readonly headers?: Record<string, string>;
  readonly body?: unknown;
  /** Bytes as they are, in place of a JSON body. */
  readonly bytes?: Buffer | string;
  readonly signal?: AbortSignal;
  /** With the owner's key, which is the default. */
  readonly withKey?: boolean;
}

export interface TestServer {
  readonly akb: TestApplication;
  readonly url: string;
  readonly key: string;
  newLink(): string;
  ask(path: string, question?: Question): Promise<Answer>;
  /** Stops the server and removes everything. */
  remove(): Promise<void>;
}

/** A server on a port of its own over the real engines. */
export async function newServer(
  config: Partial<ServerConfig> = {},
  around: (application: Application) => Application = (application) => application,
): Promise<TestServer> {
  const akb = await newApplication();
  const { dataDir } = akb;
  const binding = { host: '127.0.0.1', port: 0 };
  const server = await startServer({
    application: around(akb.application),
    dataDir,
    binding,
    version: '1.2.3',
    ...config,
  });
  const key = await readOwnerKey(dataDir);
  return {
    akb,
    url: server.url,
    key,
    newLink: () => server.newLink(),
    ask: (path, { withKey = true, ...question } = {}) =>
      askServer(`${server.url}${path}`, {
        ...question,
        headers: { ...(withKey && { authorization: `Bearer ${key}` }), ...question.headers },
      }),
    async remove() {
      await server.close();
      await akb.remove();
    },
  };
}

/** Not `fetch`, which lets nobody say what Host and Origin are. */
export function askServer(url: string, { method, headers, body, bytes, signal }: Question): Promise<Answer> {
  const sent = bytes ?? (body === undefined ? undefined : JSON.stringify(body));
  const type = bytes === undefined ? 'application/json' : 'application/octet-stream';
  return new Promise((resolve, reject) => {
    const asked = request(url, {
      method: method ?? (sent === undefined ? 'GET' : 'POST'),
      headers: { ...(sent !== undefined && { 'content-type': type }), ...headers },
      ...(signal && { signal }),
    });
    asked.on('error', reject);
    asked.on('response', async (response) => {
      try {
        const content = Buffer.concat(await response.toArray());
        const text = content.toString('utf8');
        const { statusCode: status = 0, headers } = response;
        resolve({ status, headers, text, content, json: () => JSON.parse(text) });
      } catch (error) {
        reject(error);
      }
    });
    asked.end(sent);
  });
}
