import { Agent, type IncomingMessage, request as plainRequest } from 'node:http';
import { Agent as TlsAgent, request as tlsRequest } from 'node:https';
import { createInterface } from 'node:readline';
import type { Readable } from 'node:stream';
import { pipeline } from 'node:stream/promises';
import { type Problem, Refusal } from '../../domain/problem.ts';
import type { Language } from '../../messages/message.ts';
import type { Answered, Endpoint, Sent } from '../http/contracts/endpoint.ts';
import type { ServedFolder } from '../http/served-folder.ts';
import { keyFor } from './key-for.ts';

/** A running server, asked with the user's API key, or with the key of the folder. */
export interface Connection {
  readonly url: string;
  /** Throws `Refusal` as the server does, `serverGone` when it does not answer, the reason of `signal`. */
  call<E extends Endpoint>(
    endpoint: E,
    sent?: Sent<E>,
    signal?: AbortSignal,
    /** Of sentences in the answer. */
    language?: Language,
  ): Promise<Answered<E>>;
  /** What is answered with `rows` or `events`, one by one. To stop early ends the request. */
  each<E extends Endpoint>(endpoint: E, sent?: Sent<E>, signal?: AbortSignal): AsyncGenerator<Answered<E>>;
  /** What is answered with a file. To destroy it ends the request. */
  file<E extends Endpoint>(endpoint: E, sent?: Sent<E>, signal?: AbortSignal): Promise<Readable>;
  /** The same with the eyes of a user, to look only. */
  viewing(user: number): Connection;
  /** Ends whatever is still being asked. */
  close(): void;
}

// Not `fetch`: that gives up after five minutes without a word, and an answer may take longer.
export async function connect(
  dataDir: string,
  { url, certificate }: Pick<ServedFolder, 'url' | 'certificate'>,
): Promise<Connection> {
  const { key, own } = await keyFor(dataDir);
  const closed = new AbortController();
  const agent =
    certificate === undefined
      ? new Agent({ keepAlive: true })
      : // Exactly this certificate, which the data folder vouches for, whatever names are in it.
        new TlsAgent({
          keepAlive: true,
          ca: certificate,
          allowPartialTrustChain: true,
          checkServerIdentity: () => undefined,
        });

  const through = (eyes: Readonly<Record<string, string>>): Connection => {
    const send = async (
      endpoint: Endpoint,
      sent: Sent<Endpoint>,
      signal?: AbortSignal,
      language?: Language,
    ): Promise<IncomingMessage> => {
      const stop = AbortSignal.any([closed.signal, ...(signal ? [signal] : [])]);
      const json = endpoint.body !== undefined && endpoint.body !== 'file';
      const options = {
        method: endpoint.method,
        agent,
        signal: stop,
        headers: {
          authorization: `Bearer ${key}`,
          ...eyes,
          ...(language && { 'accept-language': language }),
          ...(json && { 'content-type': 'application/json' }),
          ...(endpoint.body === 'file' && { 'content-type': 'application/octet-stream' }),
        },
      };
      const address = `${url}/api/v1${pathOf(endpoint, sent)}`;
      const request =
        certificate === undefined ? plainRequest(address, options) : tlsRequest(address, options);
      const answered = new Promise<IncomingMessage>((resolve, reject) => {
        request.once('response', resolve).once('error', reject);
      });
      if (endpoint.body === 'file') {
        // A file that cannot be read ends the request; what hindered it is said, not what the request makes of it.
        answered.catch(() => undefined);
        await pipeline(sent.body as NodeJS.ReadableStream, request);
      } else request.end(json ? JSON.stringify(sent.body) : undefined);
      const response = await answered;
      if ((response.statusCode ?? 500) >= 400) {
        if (own && response.statusCode === 401) throw new Refusal({ code: 'keyRefused' });
        throw await failureOf(response);
      }
      return response;
    };

    /** What happens on the way is the server's absence, unless it was called off. */
    const told = (error: unknown, signal: AbortSignal | undefined): unknown => {
      signal?.throwIfAborted();
      const gone =
        error instanceof Error &&
        'code' in error &&
        /^(ECONN|EPIPE|ENOTFOUND|ERR_STREAM_PREM)/.test(String(error.code));
      return gone ? new Refusal({ code: 'serverGone', params: { url } }) : error;
    };

    return {
      url,
      async call<E extends Endpoint>(
        endpoint: E,
        sent: Sent<E> = {},
        signal?: AbortSignal,
        language?: Language,
      ) {
        try {
          const text = await textOf(await send(endpoint, sent as Sent<Endpoint>, signal, language));
          return (text === '' ? undefined : JSON.parse(text)) as Answered<E>;
        } catch (error) {
          throw told(error, signal);
        }
      },
      async *each<E extends Endpoint>(endpoint: E, sent: Sent<E> = {}, signal?: AbortSignal) {
        try {
          const response = await send(endpoint, sent as Sent<Endpoint>, signal);
          try {
            for await (const text of objectsOf(response)) yield JSON.parse(text) as Answered<E>;
          } finally {
            response.destroy();
          }
        } catch (error) {
          throw told(error, signal);
        }
      },
      async file<E extends Endpoint>(endpoint: E, sent: Sent<E> = {}, signal?: AbortSignal) {
        try {
          return await send(endpoint, sent as Sent<Endpoint>, signal);
        } catch (error) {
          throw told(error, signal);
        }
      },
      viewing: (user) => through({ 'akb-view-as': String(user) }),
      close() {
        closed.abort();
        agent.destroy();
      },
    };
  };
  return through({});
}

function pathOf({ path }: Endpoint, { params, query }: Sent<Endpoint>): string {
  const given = (params ?? {}) as Record<string, unknown>;
  const filled = path.replace(/\{(\w+)\}/g, (_, name) => encodeURIComponent(String(given[name])));
  const search = new URLSearchParams((query ?? {}) as Record<string, string>).toString();
  return search === '' ? filled : `${filled}?${search}`;
}

/** Lines of JSON, or data of server-sent events, whose comments are left out. */
async function* objectsOf(response: IncomingMessage): AsyncGenerator<string> {
  const failed = new Promise<never>((_, reject) => {
    response.once('error', reject);
  });
  failed.catch(() => undefined);
  for await (const line of createInterface({ input: response, crlfDelay: Number.POSITIVE_INFINITY })) {
    if (line.startsWith('{')) yield line;
    else if (line.startsWith('data: ')) yield line.slice('data: '.length);
  }
  // readline ends quietly when its input breaks off.
  if (!response.complete) await Promise.race([failed, Promise.reject(response.errored ?? brokenOff())]);
}

const brokenOff = () => Object.assign(new Error('the answer broke off'), { code: 'ECONNRESET' });

async function textOf(response: IncomingMessage): Promise<string> {
  response.setEncoding('utf8');
  let text = '';
  for await (const piece of response) text += piece;
  return text;
}

async function failureOf(response: IncomingMessage): Promise<Error> {
  const { problems = [], detail = '' } = JSON.parse(await textOf(response)) as {
    problems?: readonly Problem[];
    detail?: string;
  };
  return problems.length > 0 ? new Refusal(...problems) : new Error(detail);
}
