import { useFormats } from '../../language/formats.ts';
import { useWords } from '../../language/language.tsx';
import { handOverWords } from './words.ts';

interface Days {
  readonly since: string;
  readonly until: string | null;
}

/** Days of a hand-over in words. */
export function useDaysOf(): (days: Days) => string {
  const say = useWords(handOverWords);
  const formats = useFormats();
  return ({ since, until }) =>
    say('days', { since: formats.date(since), until: until === null ? 'none' : formats.date(until) });
}
