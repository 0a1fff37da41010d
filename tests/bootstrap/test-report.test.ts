import { expect, test } from 'vitest';
import { countTests, lastLine, longRunRecord } from '../../bin/bootstrap/test-report.js';

type Report = Parameters<typeof countTests>[0];

function report(files: Record<string, readonly string[]>, broken: readonly string[] = []): Report {
  return {
    testResults: Object.entries(files).map(([name, statuses]) => ({
      name: `/repo/${name}`,
      status: statuses.includes('failed') || broken.includes(name) ? 'failed' : 'passed',
      startTime: 1000,
      endTime: 3500,
      assertionResults: statuses.map((status, at) => ({
        fullName: `${name} ${at}`,
        status,
        duration: 1250,
        ...(at === 0 && { meta: { budget: '50 SIGKILLs' } }),
      })),
    })),
  };
}

test('passed and failed make the last line', () => {
  const counts = countTests(report({ 'a.test.ts': ['passed', 'passed'], 'b.test.ts': ['failed'] }), 1);
  expect(lastLine(counts)).toBe('2 passed, 1 failed');
});

test('skipped ones are named where there are any', () => {
  const counts = countTests(report({ 'a.test.ts': ['passed', 'skipped', 'todo', 'pending'] }), 0);
  expect(lastLine(counts)).toBe('1 passed, 0 failed, 3 skipped');
});

test('a file that breaks before its first test counts as a failure', () => {
  const counts = countTests(report({ 'a.test.ts': ['passed'], 'b.test.ts': [] }, ['b.test.ts']), 1);
  expect(lastLine(counts)).toBe('1 passed, 1 failed');
});

test('an error outside every test is no success', () => {
  expect(lastLine(countTests(report({ 'a.test.ts': ['passed'] }), 1))).toBe('1 passed, 1 failed');
});

test('the record of the long run names date, commit, sizes and areas, and not the machine', () => {
  const long = report({
    'src/domain/period.test.ts': ['passed', 'passed'],
    'src/domain/units.test.ts': ['passed'],
    'tests/crash.test.ts': ['passed'],
  });
  const counts = countTests(long, 0);
  const record = longRunRecord({
    date: '2026-01-31',
    commit: 'abc1234',
    counts,
    report: long,
    root: '/repo',
  });
  expect(record).toContain('- Date: 2026-01-31\n- Commit: abc1234\n- Result: 4 passed, 0 failed\n');
  expect(record).toContain('| tests/crash.test.ts 0 | 50 SIGKILLs | passed | 1.3 |\n');
  expect(record).toContain('| src/domain | 2 | 3 | 5.0 |\n| tests | 1 | 1 | 2.5 |\n');
  expect(record).not.toContain('/repo');
});
