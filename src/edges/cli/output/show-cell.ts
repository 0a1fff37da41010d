import { formatNumber, formatPercent } from '../../../domain/money.ts';
import { formatDate } from '../../../messages/format.ts';
import type { Language } from '../../../messages/message.ts';
import { type CellKind, type CellValue, isNumeric } from '../../output/columns.ts';
import { printable } from './text.ts';

/** As people read it. A number or date that is not known is «—». */
export function showCell(value: CellValue, kind: CellKind, language: Language): string {
  if (value === null || value === '') return isNumeric(kind) || kind === 'date' ? '—' : '';
  if (kind === 'count') return formatNumber(value, language);
  if (kind === 'percent') return formatPercent(String(value), language);
  if (kind === 'money' || kind === 'ratio') return formatNumber(String(value), language, { decimals: 2 });
  if (kind === 'date') return formatDate(String(value), language);
  return printable(String(value));
}
