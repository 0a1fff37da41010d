import { type TermKind, termShapes } from '../../../../../../src/domain/terms.ts';

/** What somebody typed as the server takes it: «80 000,50 ₽» is `80000.50`. */
export function cleanTerm(kind: TermKind, typed: string): string {
  const text = typed.trim();
  if (termShapes[kind] === 'text') return text;
  return text.replace(/[\s\u00a0\u202f%₽]/g, '').replace(',', '.');
}
