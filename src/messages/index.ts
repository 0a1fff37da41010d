import type { Place, Problem } from '../domain/problem.ts';
import { accessMessages } from './access.ts';
import { auditMessages } from './audit.ts';
import { auditLabelMessages } from './audit-labels.ts';
import { backupMessages } from './backup.ts';
import { bonusMessages } from './bonus.ts';
import { callMessages } from './calls.ts';
import { cliMessages } from './cli.ts';
import { cliAccessMessages } from './cli-access.ts';
import { cliBaseMessages } from './cli-base.ts';
import { cliDefinitionMessages } from './cli-definitions.ts';
import { cliFactMessages } from './cli-facts.ts';
import { cliHelpMessages } from './cli-help.ts';
import { cliTouchMessages } from './cli-touches.ts';
import { customerFactMessages } from './customer-facts.ts';
import { customerPlanMessages } from './customer-plans.ts';
import { definitionMessages } from './definitions.ts';
import { demoMessages } from './demo.ts';
import { doctorMessages } from './doctor.ts';
import { documentMessages } from './documents.ts';
import { domainMessages } from './domain.ts';
import { duplicateMessages } from './duplicates.ts';
import { fieldMessages } from './field-labels.ts';
import { httpMessages } from './http.ts';
import { importingMessages } from './importing.ts';
import { integrityMessages } from './integrity.ts';
import { labelMessages } from './labels.ts';
import { listMessages } from './lists.ts';
import { formatMessage, type Language, type MessageCatalogue, type MessageParams } from './message.ts';
import { methodWordMessages } from './method-words.ts';
import { organisationMessages } from './organisation.ts';
import { ownDefinitionMessages } from './own-definitions.ts';
import { planMessages } from './plans.ts';
import { readingMessages } from './reading.ts';
import { recognitionMessages } from './recognition.ts';
import { recordsMessages } from './records.ts';
import { setWordMessages } from './set-words.ts';
import { signalWordMessages } from './signal-words.ts';
import { storesMessages } from './stores.ts';
import { touchMessages } from './touches.ts';

/** The sentences of every area by the area's name; no code occurs twice. */
export const catalogues = {
  fields: fieldMessages,
  labels: labelMessages,
  definitions: definitionMessages,
  cliHelp: cliHelpMessages,
  cli: cliMessages,
  cliDefinitions: cliDefinitionMessages,
  domain: domainMessages,
  reading: readingMessages,
  recognition: recognitionMessages,
  importing: importingMessages,
  organisation: organisationMessages,
  stores: storesMessages,
  records: recordsMessages,
  backup: backupMessages,
  audit: auditMessages,
  auditLabels: auditLabelMessages,
  demo: demoMessages,
  doctor: doctorMessages,
  customerFacts: customerFactMessages,
  plans: planMessages,
  customerPlans: customerPlanMessages,
  bonus: bonusMessages,
  calls: callMessages,
  integrity: integrityMessages,
  signalWords: signalWordMessages,
  http: httpMessages,
  lists: listMessages,
  setWords: setWordMessages,
  ownDefinitions: ownDefinitionMessages,
  methodWords: methodWordMessages,
  documents: documentMessages,
  access: accessMessages,
  cliAccess: cliAccessMessages,
  cliTouches: cliTouchMessages,
  cliFacts: cliFactMessages,
  cliBase: cliBaseMessages,
  touches: touchMessages,
  duplicates: duplicateMessages,
} as const;

type Catalogues = typeof catalogues;
export type MessageCode = { [Area in keyof Catalogues]: keyof Catalogues[Area] }[keyof Catalogues] & string;

const messages: MessageCatalogue = Object.assign({}, ...Object.values(catalogues));

/** Says a known text in one language. */
export type Say = (code: MessageCode, params?: MessageParams) => string;

export function translator(language: Language): Say {
  return (code, params) => speak(code, language, params);
}

/** As `Say`, for codes that only the running program knows; undefined where the catalogue has no such code. */
export function lookUp(code: string, language: Language, params?: MessageParams): string | undefined {
  return Object.hasOwn(messages, code) ? speak(code, language, params) : undefined;
}

/**
 * A problem as a sentence for its user, the place in front unless the sentence names it itself. Never throws: a code or
 * parameter that is missing shows as it is, for a report of an error must not become another one.
 */
export function sentence(problem: Problem, language: Language): string {
  const { code, place = {}, params = {} } = problem;
  const template = Object.hasOwn(messages, code) ? messages[code]?.[language] : undefined;
  const text =
    template === undefined
      ? `${code} ${JSON.stringify(params)}`
      : speak(code, language, { ...placeParams(place), ...params });
  const where = describePlace(place, template ?? '', language);
  return where === '' ? text : `${where}: ${text}`;
}

function speak(code: string, language: Language, params: MessageParams = {}): string {
  return formatMessage(messages[code]?.[language] ?? code, language, lenient(harmless(params)));
}

/** A parameter that is missing shows as «…»: a sentence with a gap is better than none. */
function lenient(params: MessageParams): MessageParams {
  return new Proxy(params, {
    has: () => true,
    get: (given, name) => (typeof name === 'string' ? (given[name] ?? '…') : undefined),
  });
}

/** Values come from users' files: control characters must not reach a terminal, nor marks that turn text round. */
function harmless(params: MessageParams): MessageParams {
  return Object.fromEntries(
    Object.entries(params).map(([name, value]) => [
      name,
      typeof value === 'string'
        ? value.replace(/[\p{Cc}\p{Zl}\p{Zp}\u200e\u200f\u202a-\u202e\u2066-\u2069]+/gu, ' ')
        : value,
    ]),
  );
}

const placeWords = {
  ru: { sheet: 'лист', row: 'строка', column: 'столбец', quote: ['«', '»'] },
  en: { sheet: 'sheet', row: 'row', column: 'column', quote: ['“', '”'] },
} as const;

const placeParams = ({ file, sheet, row, column }: Place): MessageParams => ({
  ...(file !== undefined && { file }),
  ...(sheet !== undefined && { sheet }),
  ...(row !== undefined && { row }),
  ...(column !== undefined && { column }),
});

function describePlace(place: Place, template: string, language: Language): string {
  const words = placeWords[language];
  const [open, close] = words.quote;
  const { file, sheet, row, column } = harmless(placeParams(place));
  const said = (name: string) => new RegExp(`\\{\\s*${name}\\s*[,}]`).test(template);
  const parts: string[] = [];
  if (file !== undefined && !said('file')) parts.push(String(file));
  if (sheet !== undefined && !said('sheet')) parts.push(`${words.sheet} ${open}${sheet}${close}`);
  if (row !== undefined && !said('row')) parts.push(`${words.row} ${row}`);
  if (column !== undefined && !said('column')) parts.push(`${words.column} ${open}${column}${close}`);
  return parts.join(', ');
}
