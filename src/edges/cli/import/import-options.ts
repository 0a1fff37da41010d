import { type Field, fields } from '../../../domain/fields.ts';
import { Refusal } from '../../../domain/problem.ts';
import type { Language } from '../../../messages/message.ts';
import type { ImportOptions } from '../../../services/intake/import-summary.ts';
import { nearest } from '../nearest.ts';

/** The options of `akb import` as typed. */
export interface ImportFlags {
  readonly source?: string;
  readonly map?: readonly string[];
  readonly answer?: readonly string[];
  readonly basis?: string;
  readonly purpose?: string;
  readonly acceptShrunk?: boolean;
}

export function importOptions(flags: ImportFlags, language: Language): ImportOptions {
  const { source, basis, purpose, acceptShrunk } = flags;
  return {
    language,
    ...(source !== undefined && { source }),
    ...(basis !== undefined && { basis }),
    ...(purpose !== undefined && { purpose }),
    ...(acceptShrunk && { acceptShrunk }),
    ...(flags.map && { map: Object.fromEntries(flags.map.map(mapping)) }),
    ...(flags.answer && { answers: Object.fromEntries(flags.answer.map(answer)) }),
  };
}

/** `Header=field`; the header may hold `=`, a field cannot. An empty field or `-` leaves the column out. */
function mapping(text: string): readonly [string, Field | null] {
  const at = text.lastIndexOf('=');
  const header = text.slice(0, at).trim();
  if (at < 0 || header === '') throw new Refusal({ code: 'mappingWrong', params: { value: text } });
  const name = text.slice(at + 1).trim();
  if (name === '' || name === '-') return [header, null];
  const field = fields.find((known) => known.toLowerCase() === name.toLowerCase());
  if (field) return [header, field];
  const suggestion = nearest(name, fields) ?? 'none';
  throw new Refusal({ code: 'fieldUnknown', params: { field: name, suggestion } });
}

/** `key=value`; a key may hold `=` (it can be a header), a value cannot. */
function answer(text: string): readonly [string, string] {
  const at = text.lastIndexOf('=');
  if (at < 1) throw new Refusal({ code: 'answerWrong', params: { value: text } });
  return [text.slice(0, at).trim(), text.slice(at + 1).trim()];
}
