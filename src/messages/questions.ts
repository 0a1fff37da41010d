import { lookUp } from './index.ts';
import type { Language, MessageParams } from './message.ts';

/** The question of an import, the file and sheet in front unless it names them itself. */
export function questionText(
  { code, key, params }: { readonly code: string; readonly key: string; readonly params: MessageParams },
  language: Language,
): string {
  const text = lookUp(`question.${code}`, language, { key, ...params }) ?? `${code} ${key}`;
  const { file, sheet } = params;
  if (file === undefined || text.includes(String(file))) return text;
  return `${file}${sheet === undefined ? '' : ` · ${sheet}`}: ${text}`;
}

/** Options are code words or field names; what is neither (a file, a header) stands for itself. */
export const optionLabel = (code: string, option: string, language: Language): string =>
  lookUp(`answer.${code}.${option}`, language) ??
  lookUp(`field.${option}`, language) ??
  lookUp(`kind.${option}`, language) ??
  option;
