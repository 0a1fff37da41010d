import type { Problem } from '../../domain/problem.ts';
import { lookUp, sentence } from '../../messages/index.ts';
import type { Language } from '../../messages/message.ts';
import { optionLabel, questionText } from '../../messages/questions.ts';
import type { JobSnapshot } from './contracts/jobs.ts';

/** Problems with their words beside their codes. */
export const saidProblems = (problems: readonly Problem[], language: Language) =>
  problems.map((problem) => ({ ...problem, text: sentence(problem, language) }));

/** A job with its problems and its question in words beside their codes. */
export function said(job: JobSnapshot, language: Language): JobSnapshot {
  const inWords = (problems: readonly Problem[]) => saidProblems(problems, language);
  switch (job.state) {
    case 'asking': {
      const { question } = job;
      const labels = question.options.map((option) => optionLabel(question.code, option, language));
      const text = questionText(question, language);
      return { ...job, question: { ...question, text, labels }, refused: inWords(job.refused) };
    }
    case 'prepared': {
      const { summary, refused } = job;
      const tables = summary.tables.map((table) => ({ ...table, findings: inWords(table.findings) }));
      const rejects = summary.rejects.map((reject) => ({
        ...reject,
        text: rejectText(reject.code, language),
      }));
      const findings = inWords(summary.findings);
      return { ...job, summary: { ...summary, tables, rejects, findings }, refused: inWords(refused) };
    }
    case 'failed':
      return { ...job, problems: inWords(job.problems) };
    default:
      return job;
  }
}

/** Why rows were rejected, in a few words. */
export const rejectText = (code: string, language: Language): string =>
  lookUp(`reject.${code}`, language) ?? sentence({ code }, language);
