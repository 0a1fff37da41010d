import process from 'node:process';
import { holdersHand } from '../../src/domain/audit.ts';
import { openRecords } from '../../src/stores/records/records.ts';
import { openTrail } from '../../src/use-cases/audit/trail.ts';

// Records as fast as it can, in several ways at once, and says what is acknowledged, until somebody kills it.
const [dataDir = '', url] = process.argv.slice(2);
const records = await openRecords({ dataDir, ...(url && { url }) });
const trail = await openTrail(records, { dataDir });

const tell = (kind: string, id: string): void => {
  process.send?.(`${kind} ${id}`);
};
const event = (id: string) =>
  ({ action: 'placeSet', subject: { kind: 'place', id }, details: { written: process.pid } }) as const;

async function recorder(number: number): Promise<never> {
  for (let turn = 0; ; turn++) {
    const id = `${process.pid}-${number}-${turn}`;
    if (number % 3 === 0) await trail.record(holdersHand, event(id));
    else if (number % 3 === 1) {
      const begun = await trail.begin(holdersHand, event(id));
      tell('begun', id);
      await begun.end({ outcome: 'done' });
    } else {
      await records.transaction(async (tx) => {
        await tx.insertInto('place').values({ name: id, within: 'край' }).execute();
        await trail.recordWith(tx, holdersHand, event(id));
      });
    }
    tell('acknowledged', id);
  }
}

process.send?.('ready');
await Promise.all(Array.from({ length: 9 }, (_, number) => recorder(number)));
