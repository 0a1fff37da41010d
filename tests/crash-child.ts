import process from 'node:process';
import pg from 'pg';
import { openApplication } from '../src/application.ts';

/** Where a process kills itself; undefined: it works to the end. */
export type Moment = 'journal stored' | 'months built' | 'commit written';

export type Order =
  | { readonly command: 'import'; readonly files: readonly string[] }
  | { readonly command: 'undo'; readonly importId: number }
  | { readonly command: 'merge'; readonly absorbed: number; readonly survivor: number };

// A process of the product that imports, undoes or merges, and dies at the moment it is told, as from SIGKILL by others: no
// handler runs, nothing is flushed.
const [dataDir = '', moment = '', order = ''] = process.argv.slice(2);
const die = (): void => process.kill(process.pid, 'SIGKILL') as unknown as undefined;

const query = pg.Client.prototype.query as (this: pg.Client, ...args: unknown[]) => unknown;
let committing = false;
function watched(this: pg.Client, ...args: unknown[]): unknown {
  const [text] = args;
  if (typeof text === 'string' && text.startsWith('insert into "commit"')) {
    if (moment === 'months built') die();
    committing = true;
  }
  const answer = Reflect.apply(query, this, args);
  if (committing && text === 'commit' && moment === 'commit written')
    return (answer as Promise<unknown>).then(die);
  return answer;
}
Object.assign(pg.Client.prototype, { query: watched });

const application = await openApplication({ dataDir });
process.send?.('ready');
const asked = JSON.parse(order) as Order;
const onProgress = ({ stage }: { stage: string }): void => {
  if (stage === 'ledger' && moment === 'journal stored') die();
};
if (asked.command === 'undo') await application.undo(asked.importId, onProgress);
else if (asked.command === 'merge') {
  const { absorbed, survivor } = asked;
  await application.duplicates.merge([{ unit: 'client', absorbed, survivor, take: ['name'] }]);
} else {
  const prepared = await application.prepareImport(asked.files, {}, async () => undefined, onProgress);
  await prepared.apply();
}
process.send?.('done');
await application.close();
process.disconnect?.();
