import { Refusal } from '../../../domain/problem.ts';
import type { DoctorCheck } from '../../../facade.ts';
import { lookUp, sentence } from '../../../messages/index.ts';
import type { Column } from '../../output/columns.ts';
import type { CommandSpec } from '../command-spec.ts';
import { exitCodeOf, exitCodes } from '../exit.ts';
import { printCsv, printJson } from '../output/print.ts';
import { wrap } from '../output/text.ts';
import { existingDataFolder, type Session, withApplication } from '../session.ts';

export const doctorCommand: CommandSpec = {
  name: 'doctor',
  args: [],
  options: [],
  formats: ['json', 'csv'],
  run: async (session) => {
    const { checks, exitCode } = await examine(session);
    const { format, print } = session;
    if (format.json) await printJson(session, checks);
    else if (format.csv) await printCsv(session, checkColumns(session), checks);
    else await print(checks.flatMap((check) => checkLines(check, session)).join('\n'));
    return exitCode;
  },
};

/** An installation that does not even open is a finding, not a failure of the doctor. */
async function examine(session: Session): Promise<{ checks: readonly DoctorCheck[]; exitCode: number }> {
  const dataDir = existingDataFolder(session);
  try {
    return await withApplication(session, { dataDir }, async (application) => {
      const checks = await application.doctor();
      return { checks, exitCode: checks.every(({ ok }) => ok) ? exitCodes.done : exitCodes.refused };
    });
  } catch (error) {
    if (!(error instanceof Refusal)) throw error;
    const checks = error.problems.map((problem) => ({ check: 'open', ok: false, problem }));
    return { checks, exitCode: exitCodeOf(error) };
  }
}

const checkName = ({ check }: DoctorCheck, { language }: Session) =>
  lookUp(`doctor.${check}`, language) ?? check;

const checkRemark = ({ problem, detail }: DoctorCheck, { language }: Session) =>
  [problem && sentence(problem, language), detail].filter(Boolean).join(' ');

function checkLines(check: DoctorCheck, session: Session): readonly string[] {
  const { io, paint } = session;
  const mark = check.ok ? paint('ok', '✓') : paint('error', '×');
  const remark = checkRemark(check, session);
  return [
    `${mark} ${checkName(check, session)}`,
    ...(remark === '' ? [] : wrap(remark, io.columns, '  ').map((line) => paint('faint', line))),
  ];
}

function checkColumns(session: Session): readonly Column<DoctorCheck>[] {
  const { say } = session;
  return [
    { title: say('doctor.check'), kind: 'text', value: (check) => checkName(check, session) },
    { title: say('doctor.state'), kind: 'text', value: ({ ok }) => say(ok ? 'doctor.ok' : 'doctor.failed') },
    { title: say('doctor.remark'), kind: 'text', value: (check) => checkRemark(check, session) },
  ];
}
