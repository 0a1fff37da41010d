// @ts-check
// Reads the report of vitest's JSON reporter.

/**
 * @typedef {{ fullName: string, status: string, duration?: number, meta?: { budget?: string } }} TestResult
 * @typedef {{ name: string, status: string, startTime: number, endTime: number, assertionResults: TestResult[] }} FileResult
 * @typedef {{ testResults: FileResult[] }} VitestReport
 * @typedef {{ passed: number, failed: number, skipped: number }} Counts
 */

/**
 * A file that broke outside its tests counts as one failure, and so does a run that failed for another reason.
 * @param {VitestReport} report
 * @param {number} exitCode vitest's
 * @returns {Counts}
 */
export function countTests(report, exitCode) {
  const tests = report.testResults.flatMap((file) => file.assertionResults);
  const having = (/** @type {string} */ status) => tests.filter((test) => test.status === status).length;
  const brokenFiles = report.testResults.filter(
    (file) => file.status === 'failed' && !file.assertionResults.some((test) => test.status === 'failed'),
  ).length;
  const passed = having('passed');
  const failed = having('failed') + brokenFiles;
  const skipped = tests.length - passed - having('failed');
  return { passed, failed: failed === 0 && exitCode !== 0 ? 1 : failed, skipped };
}

/** @param {Counts} counts */
export function lastLine({ passed, failed, skipped }) {
  return `${passed} passed, ${failed} failed${skipped > 0 ? `, ${skipped} skipped` : ''}`;
}

/**
 * The record of a run at full size, free of the machine it ran on.
 * @param {{ date: string, commit: string, counts: Counts, report: VitestReport, root: string }} run
 * @returns {string} Markdown
 */
export function longRunRecord({ date, commit, counts, report, root }) {
  const files = report.testResults.map((file) => ({ ...file, name: file.name.replace(`${root}/`, '') }));
  const areas = new Map();
  for (const file of files) {
    const area = file.name.split('/').slice(0, -1).slice(0, 3).join('/');
    const sum = areas.get(area) ?? { files: 0, tests: 0, milliseconds: 0 };
    sum.files += 1;
    sum.tests += file.assertionResults.length;
    sum.milliseconds += file.endTime - file.startTime;
    areas.set(area, sum);
  }
  const rows = [...areas]
    .sort()
    .map(([area, sum]) => [area, sum.files, sum.tests, seconds(sum.milliseconds)]);
  const budgets = files.flatMap((file) =>
    file.assertionResults
      .filter((test) => test.meta?.budget)
      .map((test) => [test.fullName, test.meta?.budget ?? '', test.status, seconds(test.duration ?? 0)]),
  );
  return `# The last run at full size

\`npm run test:long\` runs the same tests as \`npm test\` with the random ones at full size, and writes this file.

- Date: ${date}
- Commit: ${commit}
- Result: ${lastLine(counts)}

## Random tests

${table(['test', 'size', 'result', 'seconds'], budgets)}
## By area

${table(['area', 'files', 'tests', 'seconds'], rows)}`;
}

/** @param {number} milliseconds */
function seconds(milliseconds) {
  return (milliseconds / 1000).toFixed(1);
}

/**
 * @param {readonly string[]} head
 * @param {readonly (readonly (string | number)[])[]} rows
 */
function table(head, rows) {
  const line = (/** @type {readonly (string | number)[]} */ cells) =>
    `| ${cells.map((cell) => String(cell).replaceAll('|', '\\|')).join(' | ')} |\n`;
  return line(head) + line(head.map(() => '---')) + rows.map(line).join('');
}
