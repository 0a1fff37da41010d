import { loadavg } from 'node:os';
import type { Usage } from '../child-process.ts';
import { difference, type Rows } from './answer.ts';
import { openData } from './data-folder.ts';
import { askDuckdb, duckdbFile } from './duckdb.ts';
import { type AskedByUsers, askAsUsers } from './eight-users.ts';
import { type Load, loads, measureLoad } from './loads.ts';
import type { Asking, EngineQuestion } from './question.ts';
import { engineQuestions } from './questions.ts';
import { warehouseTables } from './raw-lines.ts';
import { openMeter, type Timing, type TimingPlan } from './timing.ts';

export interface EngineRun {
  readonly lines: number;
  readonly cache: string;
  readonly keepDerived: boolean;
  /** Only questions whose name has this in it. */
  readonly only: string;
  readonly ours: TimingPlan;
  readonly byHand: TimingPlan;
  /** How long the eight users ask. */
  readonly userSeconds: number;
  readonly say: (text: string) => void;
}

export interface AskedQuestion {
  readonly question: EngineQuestion;
  readonly source: string;
  readonly ours: Timing | null;
  readonly chdb: Timing | null;
  readonly duckdb: Timing | null;
  /** Where the answers differ. */
  readonly wrong: string | null;
}

export interface EngineResult {
  readonly lines: number;
  /** Load average of the last minute before the first measurement. */
  readonly load: number;
  /** The calibration query, ms. */
  readonly calibration: number;
  readonly build: Usage | null;
  readonly asked: readonly AskedQuestion[];
  readonly loads: readonly { readonly load: Load; readonly lines: number; readonly usage: Usage }[];
  readonly users: AskedByUsers | null;
}

const calibrationQuery = 'SELECT sum(cityHash64(number)) FROM numbers(200000000)';

/** Asks everything, one after another: us, the same engine by hand, DuckDB by hand; then loads, then users. */
export async function runEngineBench(run: EngineRun): Promise<EngineResult> {
  const { say } = run;
  const data = await openData(run);
  const { stores, version, company, build } = data;
  const asking: Asking = { stores, version };
  try {
    const questions = engineQuestions(company).filter(({ name }) => name.includes(run.only));
    const database = await duckdbFile(data);
    const [load = Number.NaN] = loadavg();
    const meter = openMeter();
    const { timing: calibration } = await meter.time({ warmUp: 1, runs: 3, seconds: 60 }, () =>
      stores.warehouse.rows(calibrationQuery),
    );
    const alone = new Map<EngineQuestion, Timing>();
    const here: Omit<AskedQuestion, 'duckdb'>[] = [];
    const answers = new Map<string, readonly Rows[]>();
    for (const question of questions) {
      say(question.name);
      const { ours: ask, byHand } = question;
      const ours = ask && (await meter.time(run.ours, () => ask(asking)));
      const chdb =
        byHand && (await meter.time(run.byHand, () => rowsByHand(asking, byHand(warehouseTables(version)))));
      if (ours !== null) alone.set(question, ours.timing);
      if (chdb !== null) answers.set(question.name, chdb.result);
      const wrong = ours && chdb && difference(ours.result(), chdb.result, question.keys);
      here.push({
        question,
        source: question.source(asking),
        ours: ours?.timing ?? null,
        chdb: chdb?.timing ?? null,
        wrong: wrong && `ours and chDB: ${wrong}`,
      });
    }
    meter.close();
    say('DuckDB');
    const theirs = await askDuckdb(database, questions, run.byHand);
    const asked = here.map((one): AskedQuestion => {
      const duckdb = theirs.find(({ name }) => name === one.question.name);
      const differs = duckdb && difference(answers.get(duckdb.name) ?? [], duckdb.answer, one.question.keys);
      return {
        ...one,
        duckdb: duckdb?.timing ?? null,
        wrong: one.wrong ?? (differs ? `chDB and DuckDB: ${differs}` : null),
      };
    });
    const loaded: { load: Load; lines: number; usage: Usage }[] = [];
    const [dashboard] = engineQuestions(company);
    for (const one of loads.filter(({ name }) => name.includes(run.only))) {
      say(one.name);
      const ask = (fresh: Asking['version']) => dashboard?.ours?.({ stores, version: fresh });
      loaded.push({
        load: one,
        ...(await measureLoad(stores, company, version, one, async (fresh) => ask(fresh))),
      });
    }
    let users: AskedByUsers | null = null;
    if (run.userSeconds > 0) {
      say('eight users');
      users = await askAsUsers(asking, alone, { users: 8, seconds: run.userSeconds });
    }
    return { lines: run.lines, load, calibration: calibration.p50, build, asked, loads: loaded, users };
  } finally {
    await data.close();
  }
}

async function rowsByHand({ stores }: Asking, statements: readonly string[]): Promise<Rows[]> {
  const answer: Rows[] = [];
  for (const statement of statements)
    answer.push((await stores.warehouse.rows(statement)).map((row) => Object.values(row)));
  return answer;
}
