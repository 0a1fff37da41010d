import { Refusal } from '../../../domain/problem.ts';
import { createLinkEndpoint } from '../../http/contracts/sign-in.ts';
import { servedBy } from '../../http/served-folder.ts';
import type { CommandSpec } from '../command-spec.ts';
import { exitCodes } from '../exit.ts';
import { printJson } from '../output/print.ts';
import { existingDataFolder } from '../session.ts';

export const openCommand: CommandSpec = {
  name: 'open',
  args: [],
  options: [],
  formats: ['json'],
  run: async (session) => {
    const { format, print, say } = session;
    const dataDir = existingDataFolder(session);
    const served = await servedBy(dataDir);
    if (served === undefined) throw new Refusal({ code: 'notServed', params: { folder: dataDir } });
    const { connect } = await import('../../remote/connection.ts');
    const connection = await connect(dataDir, served);
    try {
      const link = await connection.call(createLinkEndpoint);
      if (format.json) await printJson(session, link);
      else await print(say('start.link', { link: link.url }));
    } finally {
      connection.close();
    }
    return exitCodes.done;
  },
};
