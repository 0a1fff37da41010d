import { once } from 'node:events';
import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { folderHolder } from '../../../domain/access.ts';
import { Refusal } from '../../../domain/problem.ts';
import type { Application } from '../../../facade.ts';
import type { Binding } from '../../http/address.ts';
import { servedBy } from '../../http/served-folder.ts';
import { type CommandSpec, wholeNumber } from '../command-spec.ts';
import { exitCodes } from '../exit.ts';
import { dataFolder, type Session, withApplication } from '../session.ts';

interface Options {
  readonly host?: string;
  readonly port?: string;
  readonly tlsCert?: string;
  readonly tlsKey?: string;
}

const defaultPort = '8765';

export const startCommand: CommandSpec<Options> = {
  name: 'start',
  args: [],
  options: [
    { flag: '--port', value: 'arg.number', help: 'option.port' },
    { flag: '--host', value: 'arg.address', help: 'option.host' },
    { flag: '--tls-cert', value: 'arg.file', help: 'option.tlsCert' },
    { flag: '--tls-key', value: 'arg.file', help: 'option.tlsKey' },
  ],
  formats: [],
  run: async (session, options) => {
    const { io, print, remark, say, version } = session;
    const dataDir = dataFolder(session);
    const { proxyOrigin, refuseOpenBinding } = await import('../../http/address.ts');
    const binding = await bindingOf(session, options, proxyOrigin(io.env.AKB_TRUSTED_PROXY));
    refuseOpenBinding(binding);
    const served = await servedBy(dataDir);
    if (served) throw new Refusal({ code: 'alreadyServed', params: { folder: dataDir, url: served.url } });
    const serve = async (application: Application) => {
      const { startServer } = await import('../../http/server.ts');
      const { keepReadyMeanwhile } = await import('../../http/keep-ready.ts');
      const server = await startServer({ application, dataDir, binding, version });
      const stop = new AbortController();
      const keeping = keepReadyMeanwhile(application, stop.signal);
      try {
        await print(say('start.listening', { url: server.url }));
        // Links are for the one owner; users come in by themselves.
        if (await application.access.door.hasUsers()) {
          const { length: count } = await application.access.users(folderHolder);
          await print(say('start.users', { count }));
        } else await print(say('start.link', { link: server.newLink() }));
        remark(say('start.stop'));
        if (!io.interrupt.aborted) await once(io.interrupt, 'abort');
      } finally {
        stop.abort();
        await server.close();
        await keeping;
      }
      remark(say('start.stopped'));
    };
    await withApplication(session, { dataDir }, serve, 'leaveToWork');
    return exitCodes.done;
  },
};

async function bindingOf(
  { io }: Session,
  { host = '127.0.0.1', port = defaultPort, tlsCert, tlsKey }: Options,
  proxy: string | undefined,
): Promise<Binding> {
  if ((tlsCert === undefined) !== (tlsKey === undefined)) throw new Refusal({ code: 'tlsPair' });
  const text = async (file: string) => {
    try {
      return await readFile(path.resolve(io.cwd, file), 'utf8');
    } catch (error) {
      const reason = error instanceof Error && 'code' in error ? String(error.code) : '';
      throw new Refusal({ code: 'tlsFile', params: { file, reason } });
    }
  };
  return {
    host,
    port: wholeNumber('--port', port),
    ...(tlsCert !== undefined &&
      tlsKey !== undefined && { tls: { cert: await text(tlsCert), key: await text(tlsKey) } }),
    ...(proxy !== undefined && { proxy }),
  };
}
