import { Readable } from 'node:stream';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import type { z } from 'zod';
import { checkAllowed, folderHolder, type Viewer } from '../../domain/access.ts';
import { Refusal } from '../../domain/problem.ts';
import type { Visitor } from '../../use-cases/access/visitor.ts';
import type { Asked, Endpoint } from './contracts/endpoint.ts';
import { createGate } from './gate.ts';
import { lentEyes } from './lent-eyes.ts';
import { languageOf, problemsOf, reportFailure } from './problem-answer.ts';
import type { Download, Route, Server } from './route.ts';
import { begun, inPieces, jsonLines, jsonPieces, serverSent } from './streams.ts';

const apiRoot = '/api/v1';

/** Who has come in, known before a byte of the body is read. */
const visitors = new WeakMap<FastifyRequest, Visitor>();
/** With whose eyes he looks: his own, unless they are lent. */
const looks = new WeakMap<FastifyRequest, Viewer>();

/** Puts the routes on the server: who may, how many at a time, parse, call, answer. */
export function mountAll(app: FastifyInstance, routes: readonly Route[], server: Server): void {
  // By what a request holds: the engine, the disk, a connection.
  const gates = { work: createGate(32), upload: createGate(8), events: createGate(64) };
  const eyesOf = lentEyes(
    (visitor, request) => server.application.as(visitor.viewer, handOf(server, visitor, request)).access.door,
  );
  for (const { endpoint, handle } of routes) {
    const enter = gates[gateOf(endpoint)];
    app.route({
      method: endpoint.method,
      url: `${apiRoot}${endpoint.path.replace(/\{(\w+)\}/g, ':$1')}`,
      onRequest: async (request, reply) => {
        if (!endpoint.open) {
          const visitor = await admitted(endpoint, request, server);
          visitors.set(request, visitor);
          const eyes = await eyesOf(visitor, request);
          if (endpoint.needs) checkAllowed(eyes, endpoint.needs);
          looks.set(request, eyes);
        }
        const leave = enter();
        // Who has gone while we looked tells nobody a second time.
        if (reply.raw.closed) leave();
        else reply.raw.once('close', leave);
      },
      handler: async (request, reply) => {
        const gone = new AbortController();
        if (reply.raw.closed) gone.abort();
        reply.raw.once('close', () => {
          if (!reply.raw.writableFinished) gone.abort();
        });
        // What has come in may take long to answer.
        request.raw.socket.setTimeout(0);
        const language = languageOf(request.headers['accept-language']);
        const visit = {
          ...{ signal: gone.signal, language, request, reply },
          get visitor() {
            const visitor = visitors.get(request);
            if (visitor === undefined)
              throw new Error(`${endpoint.name} is open: nobody has been asked who he is`);
            return visitor;
          },
        };
        try {
          const seen = seenBy(server, endpoint, request);
          const given = await handle(asked(endpoint, request), seen, visit);
          return await answer(endpoint, given, reply, gone.signal);
        } catch (error) {
          // Nobody is there to be told, and the product has not failed.
          if (gone.signal.aborted) return reply.hijack();
          throw error;
        }
      },
    });
  }
}

/** The server as somebody sees it, who is known to do what he does. What is answered with a file leaves the product. */
function seenBy(server: Server, endpoint: Endpoint, request: FastifyRequest): Server {
  // Whoever knocks has no rights yet; what is open to him asks for none.
  const { viewer, key } = visitors.get(request) ?? { viewer: folderHolder };
  const eyes = looks.get(request) ?? viewer;
  const errand = {
    ...handOf(server, { viewer, ...(key && { key }) }, request),
    onBehalfOf: eyes.lent ? eyes.user : null,
    exporting: endpoint.answer.as === 'file',
  };
  return {
    ...server,
    application: server.application.as(eyes, errand),
    jobs: server.jobs.of(viewer.user),
    uploads: server.uploads.of(viewer.user),
  };
}

const handOf = ({ guard }: Server, { viewer, key }: Visitor, request: FastifyRequest) => ({
  user: viewer.user,
  address: guard.addressOf(request),
  ...(key?.id != null && { key: String(key.id) }),
});

async function admitted(endpoint: Endpoint, request: FastifyRequest, { guard }: Server): Promise<Visitor> {
  const visitor = await guard.checkVisitor(request);
  if (endpoint.keyOnly && visitor.key?.id !== null) throw new Refusal({ code: 'onlyByKey' });
  if (visitor.session?.oneTimePassword && !endpoint.beforeOwnPassword)
    throw new Refusal({ code: 'passwordMustChange' });
  return visitor;
}

function gateOf({ body, answer }: Endpoint): 'work' | 'upload' | 'events' {
  if (body === 'file') return 'upload';
  return answer.as === 'events' ? 'events' : 'work';
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

async function answer(
  { answer }: Endpoint,
  given: unknown,
  reply: FastifyReply,
  gone: AbortSignal,
): Promise<FastifyReply> {
  const send = (content: AsyncIterable<string> | Readable) => {
    const stream = content instanceof Readable ? content : Readable.from(content, { objectMode: false });
    // Too late for an answer: the connection breaks off, and what failed is to be found here.
    stream.once('error', (error) => {
      // Whose connection closed under a long answer may not yet be known to be gone.
      const left = 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE';
      if (!gone.aborted && !left && problemsOf(error) === undefined) reportFailure(error);
    });
    return reply.send(stream);
  };
  switch (answer.as) {
    case 'nothing':
      return reply.code(204).send();
    case 'json':
      reply.code(answer.status ?? 200).type('application/json; charset=utf-8');
      return send(inPieces(jsonPieces(given)));
    case 'rows': {
      const rows = await begun(given as AsyncIterable<unknown>);
      reply.type('application/jsonl; charset=utf-8');
      return send(inPieces(jsonLines(rows)));
    }
    case 'events':
      reply.type('text/event-stream; charset=utf-8');
      return send(serverSent(given as AsyncIterable<unknown>));
    case 'file': {
      const { type, name, content } = given as Download;
      reply
        .type(type)
        .header('content-disposition', `attachment; filename*=UTF-8''${encodeURIComponent(name)}`);
      return send(content instanceof Readable ? content : inPieces(content));
    }
  }
}
