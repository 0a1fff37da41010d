import { Refusal } from '../../domain/problem.ts';
import type { Application, OpenApplication } from '../../facade.ts';
import { servedBy } from '../http/served-folder.ts';

/** The application of a folder that a server has open; undefined where there is none. */
export async function servedApplication(
  { dataDir, temporary }: Parameters<OpenApplication>[0],
  version: string,
): Promise<Application | undefined> {
  if (temporary) return undefined;
  const served = await servedBy(dataDir);
  if (served === undefined) return undefined;
  if (served.version !== version) {
    throw new Refusal({ code: 'serverOtherVersion', params: { served: served.version, own: version } });
  }
  const { connect } = await import('./connection.ts');
  const { remoteApplication } = await import('./remote-application.ts');
  return remoteApplication(await connect(dataDir, served));
}
