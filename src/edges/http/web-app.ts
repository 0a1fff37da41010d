import { existsSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { translator } from '../../messages/index.ts';
import type { Language } from '../../messages/message.ts';

/** The same place from the sources and from the package: beside `src` and `dist`. */
const built = fileURLToPath(new URL('../../../web/dist', import.meta.url));

/**
 * What the page may do: take its files from here, ask here, and nothing else. Styles may stand in elements (the
 * component library sets variables so), scripts never.
 */
const pagePolicy = [
  "default-src 'none'",
  "script-src 'self'",
  "style-src 'self' 'unsafe-inline'",
  "font-src 'self'",
  "img-src 'self' data: blob:",
  "connect-src 'self'",
  "base-uri 'none'",
  "form-action 'none'",
  "frame-ancestors 'none'",
].join('; ');

/** The web application: its files for everybody (they hold nothing of the data), its page for every address of its own. */
export async function serveWebApp(app: FastifyInstance, folder = built): Promise<void> {
  if (!existsSync(path.join(folder, 'index.html'))) return;
  await app.register(fastifyStatic, {
    root: folder,
    wildcard: false,
    index: false,
    preCompressed: true,
    cacheControl: false,
    setHeaders: (reply, file) => {
      // What has a hash in its name never changes under that name.
      const lasting = file.startsWith(path.join(folder, 'assets'));
      reply.header('cache-control', lasting ? 'public, max-age=31536000, immutable' : 'no-cache');
      if (file.includes('index.html')) reply.header('content-security-policy', pagePolicy);
    },
  });
}

/** Whether a browser asks for a page, not a program for an answer. */
export const asksForPage = ({ method, url, headers }: FastifyRequest): boolean =>
  method === 'GET' && !url.startsWith('/api/') && (headers.accept ?? '').includes('text/html');

/** Every page of the application is the same file; which one it is, the browser reads from the address. */
export function sendPage(reply: FastifyReply, language: Language): FastifyReply {
  if ('sendFile' in reply && existsSync(path.join(built, 'index.html'))) return reply.sendFile('index.html');
  return reply
    .code(503)
    .type('text/plain; charset=utf-8')
    .send(`${translator(language)('webNotBuilt')}\n`);
}
