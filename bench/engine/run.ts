import { loadavg } from 'node:os';
import type { DataVersion } from '../../src/services/ledger/data-version.ts';
import { inChild, type Usage } from '../child-process.ts';
import { type Answer, difference, plainRows, type Rows } from './answer.ts';
import { type Build, type DataRequest, type EngineData, folderOf, openData } from './data-folder.ts';
import { askDuckdb, duckdbFile } from './duckdb.ts';
import type { DuckdbAnswer } from './duckdb-child.ts';
import { type AskedByUsers, askAsUsers } from './eight-users.ts';
import { type Load, measureLoad } from './loads.ts';
import type { Asking, EngineQuestion } from './question.ts';
import { engineQuestions } from './questions.ts';
import { warehouseTables } from './raw-lines.ts';
import { sourceOf } from './source.ts';
import { type Measured, type Meter, openMeter, type Timing, type TimingPlan } from './timing.ts';

export interface EngineRun {
  readonly lines: number;
  readonly cache: string;
  readonly keepDerived: boolean;
  /** Only questions whose name has this in it. */
  readonly only: string;
  readonly ours: TimingPlan;
  readonly byHand: TimingPlan;
  readonly loads: readonly Load[];
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
  /** Nothing but zeros: nothing was compared. */
  readonly empty: boolean;
  /** Where the answers differ, or why the product has none. */
  readonly wrong: string | null;
  /** Why there is nothing to compare with. */
  readonly unanswered: readonly string[];
}

interface AskedLoad extends Tried<{ readonly lines: number; readonly usage: Usage }> {
  readonly load: Load;
}

export interface EngineResult {
  readonly lines: number;
  /** Load average of the last minute before anything was done. */
  readonly load: number;
  /** The calibration query, ms. */
  readonly calibration: number;
  readonly build: Build | null;
  readonly asked: readonly AskedQuestion[];
  readonly loads: readonly AskedLoad[];
  readonly users: AskedByUsers | null;
}

/** Asks everything, one after another: us, the same engine by hand, DuckDB by hand; then loads, then users. */
export async function runEngineBench(run: EngineRun): Promise<EngineResult> {
  const { lines, keepDerived, say } = run;
  const [load = Number.NaN] = loadavg();
  const folder = folderOf(run.cache, lines);
  say('the journal and what follows from it');
  const request: DataRequest = { folder, lines, keepDerived };
  const build = await inChild<DataRequest, Build | null>('./engine/prepare-data-child.ts', request);
  const data = await openData(folder, lines);
  try {
    say('the same lines for DuckDB');
    const database = await duckdbFile(folder, data);
    const questions = engineQuestions(data.company).filter(({ name }) => name.includes(run.only));
    const meter = openMeter();
    const calibration = await calibrate(data, meter);
    const here: AskedHere[] = [];
    for (const question of questions) {
      say(question.name);
      here.push(await askHere(run, data, meter, question));
    }
    meter.close();
    say('DuckDB');
    const theirs =
      run.byHand.runs === 0
        ? []
        : await askDuckdb(database, questions, run.byHand).catch((error) => {
            say(`DuckDB has ended: ${error}`);
            return [];
          });
    const asked = compared(here, theirs);
    const loaded = await measureLoads(run, data);
    const alone = new Map(
      here.flatMap(({ question, ours: { measured } }) =>
        measured ? [[question, measured.timing] as const] : [],
      ),
    );
    if (run.userSeconds > 0) say('eight users');
    const users =
      run.userSeconds > 0 && alone.size > 0
        ? await askAsUsers(data, alone, { users: 8, seconds: run.userSeconds })
        : null;
    return { lines, load, calibration, build, asked, loads: loaded, users };
  } finally {
    await data.close();
  }
}

/** Runs on different machines and days compare by this. */
async function calibrate({ stores }: EngineData, meter: Meter): Promise<number> {
  const query = 'SELECT sum(cityHash64(number)) FROM numbers(200000000)';
  const { timing } = await meter.time({ warmUp: 1, runs: 5, seconds: 60 }, () =>
    stores.warehouse.rows(query),
  );
  return timing.p50;
}

interface AskedHere {
  readonly question: EngineQuestion;
  readonly source: string;
  readonly ours: Tried<Measured<() => Answer>>;
  readonly chdb: Tried<Measured<Answer>>;
}

interface Tried<T> {
  readonly measured: T | null;
  readonly failed?: string;
}

/** What is too large for an engine is no reason to lose the rest. */
async function tried<T>(measure: () => Promise<T> | null): Promise<Tried<T>> {
  try {
    return { measured: await measure() };
  } catch (error) {
    return { measured: null, failed: String(error).slice(0, 200) };
  }
}

async function askHere(
  run: EngineRun,
  asking: Asking,
  meter: Meter,
  question: EngineQuestion,
): Promise<AskedHere> {
  const { ours, byHand } = question;
  const statements = run.byHand.runs === 0 ? undefined : byHand?.(warehouseTables(asking.version));
  return {
    question,
    source: (await tried(() => ours && sourceOf(asking, ours))).measured ?? '—',
    ours: await tried(() => ours && meter.time(run.ours, () => ours(asking))),
    chdb: await tried(() =>
      statements === undefined ? null : meter.time(run.byHand, () => rowsByHand(asking, statements)),
    ),
  };
}

async function rowsByHand({ stores }: Asking, statements: readonly string[]): Promise<Answer> {
  const answer: Rows[] = [];
  for (const statement of statements)
    answer.push((await stores.warehouse.rows(statement)).map((row) => Object.values(row)));
  return answer;
}

function compared(here: readonly AskedHere[], duckdb: readonly DuckdbAnswer[]): AskedQuestion[] {
  return here.map(({ question, source, ours, chdb }) => {
    const theirs = duckdb.find(({ name }) => name === question.name);
    const [mine, byHand, other] = [ours.measured, chdb.measured, theirs?.measured ?? null];
    const first = mine && byHand && difference(mine.result(), byHand.result, question.keys);
    const second = byHand && other && difference(byHand.result, other.result, question.keys);
    const differs = first ? `ours and chDB: ${first}` : second ? `chDB and DuckDB: ${second}` : null;
    return {
      question,
      source,
      ours: mine?.timing ?? null,
      chdb: byHand?.timing ?? null,
      duckdb: other?.timing ?? null,
      empty:
        byHand !== null &&
        question.keys.every((keys, index) => plainRows(byHand.result[index] ?? [], keys).length === 0),
      wrong: ours.failed ?? differs,
      unanswered: [chdb.failed, theirs?.failed].filter((why) => why !== undefined),
    };
  });
}

async function measureLoads({ loads, say }: EngineRun, data: EngineData): Promise<AskedLoad[]> {
  const { stores, company, version } = data;
  const dashboard = engineQuestions(company).find(({ name }) => name === 'dashboard');
  const asked: AskedLoad[] = [];
  for (const [turn, load] of loads.entries()) {
    say(load.name);
    const ask = async (fresh: DataVersion): Promise<unknown> => dashboard?.ours?.({ stores, version: fresh });
    asked.push({ load, ...(await tried(() => measureLoad(stores, company, version, { load, turn, ask }))) });
  }
  return asked;
}
