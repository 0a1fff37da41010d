import { once } from 'node:events';
import { readFile, rm, writeFile } from 'node:fs/promises';
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
  readonly open?: boolean;
}

const defaultPort = '8765';

export const startCommand: CommandSpec<Options> = {
  name: 'start',
  args: [],
  options: [
    { flag: '--port', value: 'arg.number', help: 'option.port' },
    { flag: '--host', value: 'arg.address', help: 'option.host' },
    { flag: '--open', help: 'option.open' },
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
      const server = await startServer({ application, dataDir, binding, version }).catch((error) => {
        // Another program has the usual port, maybe another folder of ours: nobody has asked for that very one.
        if (
          options.port !== undefined ||
          !(error instanceof Refusal) ||
          error.problems[0]?.params?.reason !== 'EADDRINUSE'
        )
          throw error;
        return startServer({ application, dataDir, binding: { ...binding, port: 0 }, version });
      });
      const stop = new AbortController();
      const keeping = keepReadyMeanwhile(application, stop.signal);
      try {
        await print(say('start.listening', { url: server.url }));
        // Links are for the one owner; users come in by themselves.
        if (await application.access.door.hasUsers()) {
          const { length: count } = await application.access.users(folderHolder);
          await print(say('start.users', { count }));
        } else await print(say('start.link', { link: server.newLink() }));
        if (options.open)
          await showInBrowser(
            (await application.access.door.hasUsers()) ? server.url : server.newLink(),
            dataDir,
          );
        remark(say('start.stop'));
        if (!io.interrupt.aborted) await once(io.interrupt, 'abort');
      } finally {
        stop.abort();
        await rm(path.join(dataDir, 'open.html'), { force: true });
        await server.close();
        await keeping;
      }
      remark(say('start.stopped'));
    };
    await withApplication(session, { dataDir }, serve, 'leaveToWork');
    return exitCodes.done;
  },
};

/**
 * Where there is a screen to show it on; whoever has none goes by the printed link. What a program is started with others
 * on the computer may read: the link goes through a file that is its owner's alone.
 */
async function showInBrowser(url: string, dataDir: string): Promise<void> {
  const screen = process.platform !== 'linux' || process.env.DISPLAY || process.env.WAYLAND_DISPLAY;
  if (!screen) return;
  const page = path.join(dataDir, 'open.html');
  await writeFile(page, `<!doctype html><meta http-equiv="refresh" content="0;url=${url}">`, { mode: 0o600 });
  const { default: open } = await import('open');
  await open(page).catch(() => undefined);
}

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
