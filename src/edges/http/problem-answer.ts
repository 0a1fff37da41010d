import { randomUUID } from 'node:crypto';
import { STATUS_CODES } from 'node:http';
import type { z } from 'zod';
import { type Problem, Refusal } from '../../domain/problem.ts';
import { sentence, translator } from '../../messages/index.ts';
import type { Language } from '../../messages/message.ts';
import type { problemDetails } from './contracts/common.ts';

type ProblemDetails = z.output<typeof problemDetails>;

/** Every other refusal is 422: the request was understood and cannot be followed. */
const statuses: Readonly<Record<string, number>> = {
  requestWrong: 400,
  notSignedIn: 401,
  linkVoid: 401,
  auditNotAllowed: 403,
  foreignHost: 403,
  foreignOrigin: 403,
  onlyByKey: 403,
  notAllowed: 403,
  onlyOfWhole: 403,
  contactsHidden: 403,
  signInRefused: 401,
  folderKeyOff: 401,
  onlyInSession: 403,
  passwordMustChange: 403,
  keyBeyondMaker: 403,
  routeUnknown: 404,
  importUnknown: 404,
  noRejectedRows: 404,
  uploadUnknown: 404,
  jobUnknown: 404,
  tableUnknown: 404,
  userUnknown: 404,
  sessionUnknown: 404,
  keyUnknown: 404,
  assignmentUnitsUnknown: 404,
  customerUnknown: 404,
  documentUnknown: 404,
  customerEditUnknown: 404,
  viewUnknown: 404,
  viewOfAnother: 403,
  customerEditStale: 409,
  entryUnknown: 404,
  entryOfAnother: 403,
  entryStale: 409,
  contactUnknown: 404,
  importedContactUnknown: 404,
  importedContactsSeveral: 409,
  contactStale: 409,
  customerEditChanged: 409,
  handOverUnknown: 404,
  handOverMemberUnknown: 404,
  handOverUndone: 409,
  memberNotThere: 404,
  memberStale: 409,
  memberTaken: 409,
  memberInCharge: 409,
  memberNothingToUndo: 409,
  groupUnknown: 404,
  dealerCircle: 409,
  removalUnknown: 404,
  targetRulesStale: 409,
  planStale: 409,
  customerPlanStale: 409,
  customerProposalStale: 409,
  monthClosed: 409,
  monthNotClosed: 409,
  reopenNotAsked: 409,
  reopenByAnother: 409,
  callUnknown: 404,
  callOfAnother: 403,
  callUndone: 409,
  callRulesStale: 409,
  planApproved: 409,
  planUnknown: 404,
  bonusUnknown: 404,
  bonusSchemeStale: 409,
  bonusKept: 409,
  bonusNotKept: 409,
  signalUnknown: 404,
  signalStale: 409,
  signalOwn: 403,
  signalSamePerson: 403,
  removalHasBought: 409,
  termsStale: 409,
  termsChangeUndone: 409,
  termsChangeUnknown: 404,
  mergeUnknown: 404,
  notDismissed: 404,
  mergeStale: 409,
  mergeOfOne: 409,
  mergeWithdrawn: 409,
  jobNotAsking: 409,
  jobNotPrepared: 409,
  jobCannotStop: 409,
  importStale: 409,
  importNotApplied: 409,
  listVersionGone: 409,
  searchForgotten: 409,
  loginTaken: 409,
  lastOwner: 409,
  requestTooLarge: 413,
  requestNotJson: 415,
  signInWaits: 429,
  tooManySignIns: 429,
  tooManyRequests: 503,
  stopping: 503,
};

/** The first language of Accept-Language that we speak; Russian where there is none. */
export function languageOf(header: string | undefined): Language {
  const wanted = (header ?? '').split(',').map((part) => part.trim().slice(0, 2).toLowerCase());
  return wanted.find((language): language is Language => language === 'ru' || language === 'en') ?? 'ru';
}

/** What went wrong as a problem. A failure of the product itself shows a reference and nothing of the data. */
export function problemAnswer(error: unknown, language: Language): ProblemDetails {
  const problems = problemsOf(error);
  if (problems === undefined) {
    const reference = reportFailure(error);
    const detail = translator(language)('serverFailed', { reference });
    return {
      type: 'urn:akb:problem:failed',
      title: title(500),
      status: 500,
      detail,
      problems: [],
      reference,
    };
  }
  const code = problems[0]?.code ?? '';
  const status = statuses[code] ?? 422;
  const detail = problems.map((problem) => sentence(problem, language)).join('\n');
  return { type: `urn:akb:problem:${code}`, title: title(status), status, detail, problems: [...problems] };
}

const title = (status: number) => STATUS_CODES[status] ?? String(status);

/** Problems of a refusal, ours or the framework's; undefined: the product itself failed. */
export function problemsOf(error: unknown): readonly Problem[] | undefined {
  if (error instanceof Refusal) return error.problems;
  const status = error instanceof Error && 'statusCode' in error ? Number(error.statusCode) : 500;
  if (status === 413) return [{ code: 'requestTooLarge' }];
  if (status === 415) return [{ code: 'requestNotJson' }];
  if (status >= 400 && status < 500) return [{ code: 'requestWrong', params: { where: 'body' } }];
  return undefined;
}

/** Where it failed goes to standard error; its message does not, for it may hold values of the data. */
export function reportFailure(error: unknown): string {
  const reference = randomUUID().slice(0, 8);
  const { name, stack = '' } = error instanceof Error ? error : new Error();
  const frames = stack.split('\n').filter((line) => /^\s+at /.test(line));
  process.stderr.write(`${[reference, name, ...frames].join('\n')}\n`);
  return reference;
}
