// A program of its own, started and killed by the tests: `writer.ts DATA_FOLDER write|hold`.
import { sql } from 'kysely';
import { Refusal } from '../../src/domain/problem.ts';
import { openRecords } from '../../src/stores/records/records.ts';

export const GROUP_ROWS = 50;

async function main(dataDir: string, task: string): Promise<void> {
  const records = await openRecords({ dataDir }, []).catch((error: unknown) => {
    if (!(error instanceof Refusal)) throw error;
    say('refused', ...error.problems.map(({ code }) => code));
    process.exit(3);
  });
  if (task === 'hold') {
    say('open');
    process.stdin.resume().once('end', () => records.close());
    return;
  }
  await records.pool.query('CREATE TABLE IF NOT EXISTS journal (id bigserial PRIMARY KEY, grp text)');
  const single = async (): Promise<never> => {
    while (true) {
      const { rows } = await records.pool.query('INSERT INTO journal DEFAULT VALUES RETURNING id');
      say('row', rows[0].id);
    }
  };
  const groups = async (): Promise<never> => {
    for (let number = 1; ; number += 1) {
      const name = `${process.pid}-${number}`;
      await records.transaction(async (tx) => {
        for (let i = 0; i < GROUP_ROWS; i += 1)
          await sql`INSERT INTO journal (grp) VALUES (${name})`.execute(tx);
      });
      say('group', name);
    }
  };
  await Promise.all([single(), single(), groups()]);
}

function say(...words: string[]): void {
  process.stdout.write(`${words.join(' ')}\n`);
}

const [, program = '', dataDir, task] = process.argv;
if (import.meta.filename === program && dataDir !== undefined && task !== undefined)
  await main(dataDir, task);
