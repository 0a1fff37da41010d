import { useMemo } from 'react';
import { type TermKind, termShapes } from '../../../../../../src/domain/terms.ts';
import { useFormats } from '../../../../language/formats.ts';
import { useWords } from '../../../../language/language.tsx';
import { termsWords } from './words.ts';

/** The value of a term as people say it: «6 %», «14 дней», «80 000 ₽». */
export function useTermWords(): (kind: TermKind, value: string) => string {
  const say = useWords(termsWords);
  const formats = useFormats();
  return useMemo(
    () => (kind, value) => {
      if (value === '') return say('none');
      const shape = termShapes[kind];
      // What a file says may be no number.
      if (shape === 'text' || !/^\d+(\.\d+)?$/.test(value)) return value;
      if (shape === 'percent') return say('percent', { value: formats.number(value) });
      if (shape === 'days') return say('days', { n: Number(value) });
      return formats.roubles(value);
    },
    [say, formats],
  );
}
