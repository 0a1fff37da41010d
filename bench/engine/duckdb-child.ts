import { type DuckDBConnection, DuckDBInstance } from '@duckdb/node-api';
import { answerParent } from '../child-process.ts';
import type { Rows } from './answer.ts';
import { type Measured, openMeter, type TimingPlan } from './timing.ts';

export interface DuckdbTask {
  /** File of the database. */
  readonly database: string;
  /** Statements that come first and are not measured. */
  readonly before: readonly string[];
  readonly questions: readonly { readonly name: string; readonly statements: readonly string[] }[];
  readonly plan: TimingPlan;
}

export interface DuckdbAnswer {
  readonly name: string;
  /** Null: DuckDB could not; `failed` says why. */
  readonly measured: Measured<readonly Rows[]> | null;
  readonly failed?: string;
}

answerParent(async ({ database, before, questions, plan }: DuckdbTask): Promise<DuckdbAnswer[]> => {
  const instance = await DuckDBInstance.create(database);
  const connection = await instance.connect();
  for (const statement of before) await connection.run(statement);
  const meter = openMeter();
  const answers: DuckdbAnswer[] = [];
  for (const { name, statements } of questions) {
    const ask = async (): Promise<Rows[]> => {
      const answer: Rows[] = [];
      for (const statement of statements) answer.push(await rowsOf(connection, statement));
      return answer;
    };
    try {
      answers.push({ name, measured: await meter.time(plan, ask) });
    } catch (error) {
      answers.push({ name, measured: null, failed: String(error) });
    }
  }
  meter.close();
  connection.closeSync();
  instance.closeSync();
  return answers;
});

async function rowsOf(connection: DuckDBConnection, statement: string): Promise<Rows> {
  const reader = await connection.runAndReadAll(statement);
  return reader.getRows().map((row) => row.map((value) => (value === null ? null : String(value))));
}
