import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { Refusal } from '../../domain/problem.ts';
import type { Asked, Endpoint } from './contracts/endpoint.ts';
import { createGate } from './gate.ts';
import { languageOf } from './problem-answer.ts';
import type { Download, Route, Server } from './route.ts';
import { begun, inPieces, jsonLines, jsonPieces, serverSent } from './streams.ts';

/** Requests at a time, by what they hold: the engine, the disk, a connection. */
const gates = { work: createGate(32), upload: createGate(8), events: createGate(64) };

const gateOf = ({ body, answer }: Endpoint) =>
  body === 'file' ? gates.upload : answer.as === 'events' ? gates.events : gates.work;

export const apiRoot = '/api/v1';

/** Puts a route on the server: parse, call, answer. */
export function mount(app: FastifyInstance, { endpoint, handle }: Route, server: Server): void {
  app.route({
    method: endpoint.method,
    url: `${apiRoot}${endpoint.path.replace(/\{(\w+)\}/g, ':$1')}`,
    handler: async (request, reply) => {
      const visitor = endpoint.open ? undefined : server.guard.checkVisitor(request);
      if (endpoint.keyOnly && visitor !== 'key') throw new Refusal({ code: 'onlyByKey' });
      const leave = gateOf(endpoint)();
      const gone = new AbortController();
      reply.raw.once('close', () => {
        leave();
        if (!reply.raw.writableFinished) gone.abort();
      });
      // What took long to come in may also take long to answer.
      request.raw.socket.setTimeout(0);
      const language = languageOf(request.headers['accept-language']);
      const visit = { signal: gone.signal, language, visitor, request, reply };
      try {
        const given = await handle(asked(endpoint, request), server, visit);
        return await answer(endpoint, given, reply);
      } catch (error) {
        // Nobody is there to be told, and the product has not failed.
        if (gone.signal.aborted) return reply.hijack();
        throw error;
      }
    },
  });
}

function asked(endpoint: Endpoint, { params, query, body }: FastifyRequest): Asked<Endpoint> {
  return {
    params: parsed(endpoint.params, params, 'params'),
    query: parsed(endpoint.query, query, 'query'),
    body: endpoint.body === 'file' ? body : parsed(endpoint.body, body, 'body'),
  } as Asked<Endpoint>;
}

/** What does not fit the contract is refused with the place where it does not. */
function parsed(schema: z.ZodType | undefined, value: unknown, part: string): unknown {
  if (schema === undefined) return undefined;
  const result = schema.safeParse(value);
  if (result.success) return result.data;
  const places = result.error.issues.map(({ path }) => [part, ...path].join('.'));
  throw new Refusal({ code: 'requestWrong', params: { where: [...new Set(places)].slice(0, 5).join(', ') } });
}

async function answer({ answer }: Endpoint, given: unknown, reply: FastifyReply): Promise<FastifyReply> {
  const stream = (texts: AsyncIterable<string>) => reply.send(Readable.from(texts, { objectMode: false }));
  switch (answer.as) {
    case 'nothing':
      return reply.code(204).send();
    case 'json':
      reply.code(answer.status ?? 200).type('application/json; charset=utf-8');
      return stream(inPieces(jsonPieces(given)));
    case 'rows': {
      const rows = await begun(given as AsyncIterable<unknown>);
      reply.type('application/jsonl; charset=utf-8');
      return stream(inPieces(jsonLines(rows)));
    }
    case 'events':
      reply.type('text/event-stream; charset=utf-8');
      return stream(serverSent(given as AsyncIterable<unknown>));
    case 'file': {
      const { type, name, content } = given as Download;
      reply
        .type(type)
        .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`);
      return content instanceof Readable ? reply.send(content) : stream(inPieces(content));
    }
  }
}
