import { availableParallelism, cpus, totalmem } from 'node:os';
import type { AskedQuestion, EngineResult } from './run.ts';

/** The result as Markdown: what goes to the screen and, with `--save`, into docs/benchmarks.md. */
export function engineReport(result: EngineResult): string {
  return [...head(result), '', ...questionTable(result), '', ...verdict(result), '', ...rest(result)].join(
    '\n',
  );
}

/** Above this the machine is doing something else. */
const quietLoad = 0.5;

function head({ lines, load, calibration }: EngineResult): string[] {
  const machine = `${availableParallelism()} × ${cpus()[0]?.model}, ${Math.round(totalmem() / 1024 ** 3)} GiB`;
  return [
    `${new Date().toISOString().slice(0, 10)}, ${lines.toLocaleString('en')} lines, Node ${process.versions.node}, ${machine}.`,
    `Calibration (\`sum(cityHash64(number))\` of 200 million) ${whole(calibration)} ms; load average before the start ${load.toFixed(2)}${load < quietLoad ? '' : `, not below ${quietLoad}: **the machine was not quiet**`}.`,
  ];
}

const columns: readonly { readonly title: string; readonly cell: (asked: AskedQuestion) => string }[] = [
  { title: 'question', cell: ({ question }) => question.name },
  { title: 'target p95, ms', cell: ({ question }) => whole(question.target) },
  {
    title: 'p50',
    cell: ({ ours, question }) => (ours ? whole(ours.p50) : question.ours ? 'failed' : 'not yet'),
  },
  { title: 'p95', cell: ({ ours }) => whole(ours?.p95) },
  { title: 'runs', cell: ({ ours }) => whole(ours?.runs) },
  { title: 'MiB', cell: ({ ours }) => whole(ours?.memory) },
  { title: 'loop blocked, ms', cell: ({ ours }) => whole(ours?.blocked) },
  { title: 'source', cell: ({ source }) => source },
  { title: 'chDB p50', cell: ({ chdb }) => whole(chdb?.p50) },
  { title: 'chDB ×', cell: ({ ours, chdb }) => times(chdb?.p50, ours?.p50) },
  { title: 'DuckDB p50', cell: ({ duckdb }) => whole(duckdb?.p50) },
  { title: 'DuckDB ×', cell: ({ ours, duckdb }) => times(duckdb?.p50, ours?.p50) },
  { title: 'DuckDB, MiB', cell: ({ duckdb }) => whole(duckdb?.memory) },
  { title: 'target', cell: metTarget },
  { title: 'answers', cell: answersCell },
];

function answersCell({ wrong, ours, chdb, empty }: AskedQuestion): string {
  if (wrong !== null) return '**WRONG**';
  if (ours === null || chdb === null) return '—';
  return empty ? 'empty' : 'equal';
}

function metTarget({ ours, question }: AskedQuestion): string {
  if (ours === null) return '—';
  return ours.p95 <= question.target ? 'met' : 'not met';
}

const questionTable = ({ asked }: EngineResult): string[] =>
  markdownTable(
    columns.map(({ title }) => title),
    asked.map((one) => columns.map(({ cell }) => cell(one))),
  );

/** Beside the targets: 20 times faster than DuckDB where it matters most, never slower, and nowhere different. */
function verdict({ asked }: EngineResult): string[] {
  const names = (some: readonly AskedQuestion[]): string =>
    some.map(({ question }) => question.name).join('; ') || 'none';
  const ratio = ({ ours, duckdb }: AskedQuestion): number =>
    (duckdb?.p50 ?? Number.NaN) / (ours?.p50 ?? Number.NaN);
  const heavy = asked.filter(({ question }) => /^(dashboard|bridge)/.test(question.name));
  return [
    `Less than 20 times faster than DuckDB among dashboard and bridges: ${names(heavy.filter((one) => ratio(one) < 20))}.`,
    `Slower than DuckDB: ${names(asked.filter((one) => ratio(one) < 1))}.`,
    ...asked.flatMap(({ question, wrong }) => (wrong === null ? [] : [`**${question.name}: ${wrong}**`])),
    ...asked.flatMap(({ question, unanswered }) =>
      unanswered.map((why) => `${question.name}, by hand: ${why}`),
    ),
  ];
}

function rest({ build, loads, users }: EngineResult): string[] {
  const rows = loads.map(({ load, measured, failed }) => [
    load.name,
    measured?.lines.toLocaleString('en') ?? '—',
    `${load.target} s`,
    measured?.usage.seconds.toFixed(1) ?? failed ?? '—',
    whole(measured?.usage.memory),
  ]);
  if (build !== null)
    rows.push([
      `everything derived from nothing, of it ${build.keptSeconds.toFixed(1)} s for what is kept ready`,
      'all',
      '180 s, 4,096 MiB',
      build.seconds.toFixed(1),
      whole(build.memory),
    ]);
  const asked =
    users === null
      ? []
      : [
          '',
          `Eight users, a question a second each: ${users.answers} answers, ${users.failed} failed, p95 ${users.slower.toFixed(1)} times the single user's ` +
            `(target 4), event loop blocked for at most ${whole(users.blocked)} ms (target 50).`,
        ];
  return [...markdownTable(['write', 'lines', 'target', 'seconds', 'MiB'], rows), ...asked];
}

const whole = (value: number | undefined): string =>
  value === undefined ? '—' : Math.round(value).toLocaleString('en');

const times = (theirs: number | undefined, ours: number | undefined): string =>
  theirs === undefined || ours === undefined ? '—' : (theirs / ours).toFixed(1);

function markdownTable(titles: readonly string[], rows: readonly (readonly string[])[]): string[] {
  const table = [titles, ...rows];
  const columns = titles.map((_, column) => ({
    width: Math.max(3, ...table.map((row) => row[column]?.length ?? 0)),
    right: rows.some((row) => /^[\d,.]+$/.test(row[column] ?? '')),
  }));
  const line = (cells: readonly string[]): string =>
    `| ${columns.map(({ width, right }, column) => (right ? cells[column]?.padStart(width) : cells[column]?.padEnd(width))).join(' | ')} |`;
  const rule = columns.map(({ width, right }) => (right ? `${'-'.repeat(width - 1)}:` : '-'.repeat(width)));
  return [line(titles), line(rule), ...rows.map(line)];
}

/** Replaces the section of a document that is this bench's own, or adds it at the end. */
export function withReport(document: string, report: string): string {
  const heading = '## The engine: `npm run bench:engine`\n';
  const [before = '', own = ''] = document.split(heading);
  const after = own.indexOf('\n## ');
  return `${before.trimEnd()}\n\n${heading}\n${report}\n${after < 0 ? '' : own.slice(after)}`;
}
