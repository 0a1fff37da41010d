import type { Reporter, TestCase, TestModule, TestSuite } from 'vitest/node';

/** Tells failures as they happen: a long run that is stopped keeps what it has found, seeds and all. */
export default class TellFailures implements Reporter {
  onTestCaseResult(test: TestCase): void {
    const { errors = [] } = test.result();
    if (errors.length > 0) tell(test.module, test.fullName, errors);
  }

  onTestSuiteResult(suite: TestSuite): void {
    if (suite.errors().length > 0) tell(suite.module, suite.fullName, suite.errors());
  }

  onTestModuleEnd(module: TestModule): void {
    if (module.errors().length > 0) tell(module, '', module.errors());
  }
}

interface Failure {
  readonly message: string;
  readonly stack?: string;
  readonly diff?: string;
}

function tell(module: TestModule, name: string, errors: readonly Failure[]): void {
  const said = errors.map(({ message, stack = message, diff = '' }) => `${stack}\n${diff}`).join('\n');
  process.stderr.write(`\n✗ ${module.relativeModuleId} > ${name}\n${said}\n`);
}
