import type { AddressInfo } from 'node:net';
import Fastify, {
  type FastifyInstance,
  type FastifyReply,
  type FastifyRequest,
  type FastifyServerOptions,
} from 'fastify';
import { Refusal } from '../../domain/problem.ts';
import type { Application } from '../../facade.ts';
import { type Binding, browserUrl, localUrl, refuseOpenBinding } from './address.ts';
import { createAttempts } from './attempts.ts';
import { createGuard } from './guard.ts';
import { createJobs } from './jobs.ts';
import { mountAll } from './mount.ts';
import { newLink } from './new-link.ts';
import { openApiDocument } from './openapi.ts';
import { languageOf, problemAnswer } from './problem-answer.ts';
import type { Server } from './route.ts';
import { routes } from './routes/index.ts';
import { announce, ownerKey, withdraw } from './served-folder.ts';
import { createSignIn } from './sign-in.ts';
import { createUploads } from './uploads.ts';
import { asksForPage, sendPage, serveWebApp } from './web-app.ts';

export interface ServerConfig {
  readonly application: Application;
  readonly dataDir: string;
  readonly binding: Binding;
  readonly version: string;
  /** For tests: the clock of links and sessions, milliseconds, and how long a job waits for who has gone. */
  readonly now?: () => number;
  readonly patience?: number;
}

export interface RunningServer {
  /** Where it listens. */
  readonly url: string;
  /** A new link for a browser. */
  newLink(): string;
  /** Ends what is running and leaves; the application stays open. */
  close(): Promise<void>;
}

const second = 1000;

/** Serves an application. Throws `Refusal` (`bindingOpen`, `cannotListen`) when it may not or cannot listen. */
export async function startServer(config: ServerConfig): Promise<RunningServer> {
  const { application, dataDir, binding, version } = config;
  refuseOpenBinding(binding);
  const signIn = createSignIn(await ownerKey(dataDir), config.now);
  const app = createApp(binding);
  const port = () => (app.server.address() as AddressInfo).port;
  const server: Server = {
    application,
    signIn,
    attempts: createAttempts(config.now),
    jobs: createJobs(config.patience),
    uploads: createUploads(dataDir),
    guard: createGuard(binding, port, signIn, application.access.door),
    browserUrl: () => browserUrl(binding, port()),
  };
  addRoutes(app, server, version);
  await serveWebApp(app);
  await listen(app, binding);
  const url = localUrl(binding, port());
  const certificate = binding.tls && { certificate: binding.tls.cert };
  await announce(dataDir, { url, version, ...certificate });
  return {
    url,
    newLink: () => newLink(server).url,
    async close() {
      await withdraw(dataDir);
      await server.jobs.close();
      await app.close();
      await server.uploads.close();
    },
  };
}

function createApp({ tls }: Binding): FastifyInstance {
  const options = {
    bodyLimit: 1024 ** 2,
    // Silence: of a request that does not come in, and of a connection that nobody uses.
    connectionTimeout: 60 * second,
    keepAliveTimeout: 20 * second,
    // An upload takes as long as it takes; the timeout above ends those that stand still.
    requestTimeout: 0,
    forceCloseConnections: true,
    routerOptions: { maxParamLength: 4096 },
    return503OnClosing: true,
    exposeHeadRoutes: false,
    frameworkErrors: tellProblem,
  } satisfies FastifyServerOptions;
  const node = { maxHeaderSize: 16 * 1024, headersTimeout: 15 * second };
  const app = tls
    ? (Fastify({ ...options, https: { ...node, ...tls } }) as unknown as FastifyInstance)
    : Fastify({ ...options, http: node });
  app.server.maxConnections = 512;
  // The bytes of a file go to whoever asked for them; everything else is JSON.
  app.removeContentTypeParser('text/plain');
  app.addContentTypeParser('application/octet-stream', (_request, payload, done) => done(null, payload));
  return app;
}

function tellProblem(error: unknown, request: FastifyRequest, reply: FastifyReply): void {
  // Whoever has gone before he was answered (a search that is typed on) is told nothing, and nothing has failed.
  const left = error instanceof Error && 'code' in error && error.code === 'ERR_STREAM_PREMATURE_CLOSE';
  if (reply.raw.closed || left) {
    reply.hijack();
    return;
  }
  const language = languageOf(request.headers['accept-language']);
  const problem = problemAnswer(error, language);
  if (problem.status === 503) reply.header('retry-after', '1');
  if (problem.status === 429)
    reply.header('retry-after', String(60 * Number(problem.problems[0]?.params?.minutes ?? 1)));
  if (problem.status === 401) reply.header('www-authenticate', 'Bearer');
  reply
    .code(problem.status)
    .header('content-language', language)
    .type('application/problem+json; charset=utf-8')
    .send(JSON.stringify(problem));
}

function addRoutes(app: FastifyInstance, server: Server, version: string): void {
  app.addHook('onRequest', async (request, reply) => {
    reply.headers(server.guard.headersFor(request));
    server.guard.checkPlace(request);
  });
  app.setErrorHandler(tellProblem);
  app.setNotFoundHandler(async (request, reply) => {
    if (asksForPage(request)) return sendPage(reply, languageOf(request.headers['accept-language']));
    await server.guard.checkVisitor(request);
    throw new Refusal({ code: 'routeUnknown' });
  });
  app.get('/health', async () => ({ status: 'ok' }));
  app.get('/api/openapi.json', async (request) => {
    await server.guard.checkVisitor(request);
    return openApiDocument(routes, version);
  });
  mountAll(app, routes, server);
}

async function listen(app: FastifyInstance, { host, port }: Binding): Promise<void> {
  try {
    await app.listen({ host, port });
  } catch (error) {
    await app.close();
    const reason = error instanceof Error && 'code' in error ? String(error.code) : '';
    if (reason === '') throw error;
    throw new Refusal({ code: 'cannotListen', params: { host, port, reason } });
  }
}
