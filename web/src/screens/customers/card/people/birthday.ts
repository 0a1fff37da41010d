import { isIsoDate } from '../../../../../../src/domain/iso-date.ts';

/** `05.03.1980` → `1980-03-05`, `5.3` → `--03-05`, '' → null; undefined: no day of the year. */
export function birthdayOf(typed: string): string | null | undefined {
  const text = typed.trim();
  if (text === '') return null;
  const [, day, month, year] = /^(\d{1,2})\.(\d{1,2})(?:\.(\d{4}))?\.?$/.exec(text) ?? [];
  if (day === undefined || month === undefined) return undefined;
  const of = `${month.padStart(2, '0')}-${day.padStart(2, '0')}`;
  // Somebody may have been born on 29 February.
  if (!isIsoDate(`${year ?? '2000'}-${of}`)) return undefined;
  return `${year ?? '-'}-${of}`;
}

export function birthdayText(birthday: string | null): string {
  const [, year, month, day] = /^(\d{4}|-)-(\d\d)-(\d\d)$/.exec(birthday ?? '') ?? [];
  if (month === undefined) return '';
  return [day, month, ...(year === '-' ? [] : [year])].join('.');
}
