import { touchWords } from '../../../../design/touch-words.ts';
import { useWords } from '../../../../language/language.tsx';
import type { Contact } from '../../../../server/api.ts';

/** «Директор, решает»: position and role, each where it says something. */
export function usePersonWords() {
  const say = useWords(touchWords);
  return ({ position, role }: Pick<Contact, 'position' | 'role'>): string => {
    if (position === '') return say('role', { role });
    const decides = say('decides', { role });
    const isSaid = role === 'other' || position.toLowerCase().includes(decides);
    return isSaid ? position : `${position}, ${decides}`;
  };
}
