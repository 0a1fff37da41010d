import { bareName, entityCode, entityInn, entityKpp, entityName } from './card-texts.ts';
import { mistypedInn } from './identifiers.ts';
import { below, pick, type Random } from './random.ts';
import type { LegalEntity, Register, TypedCard } from './register.ts';

/** One customer with two cards, and what was done to the second one. */
export interface PlantedDuplicate {
  readonly original: string;
  readonly duplicate: string;
  readonly corruption: Corruption;
}

const everyday = [
  'legalForm',
  'swappedLetters',
  'latinLetters',
  'upperCase',
  'noInn',
  'lostZero',
  'mistypedInn',
  'sameAddress',
] as const;

/** `newCard`: of a planted case, an old customer in the guise of a new one. */
export type Corruption = (typeof everyday)[number] | 'newCard';

/** Gives one in a hundred of the entities a second card, which takes over from some day on or buys beside the first. */
export function addDuplicates(register: Register, days: number, random: Random): PlantedDuplicate[] {
  const result: PlantedDuplicate[] = [];
  const originals = register.entityCount;
  for (let index = 0; index < originals; index++) {
    const original = register.entity(index);
    const { kind, slot, innDefect } = original;
    if (kind === 'person' || kind === 'chain' || random() >= 0.011) continue;
    const office = register.point(original.office);
    if (office.rhythm === null) continue;
    const wanted = pick(random, everyday);
    const needsInn = wanted === 'noInn' || wanted === 'lostZero' || wanted === 'mistypedInn';
    const impossible = needsInn ? innDefect !== 'none' : wanted === 'sameAddress' && office.implicit;
    const corruption = impossible ? 'legalForm' : wanted;
    const firstDay = office.rhythm.firstDay + below(random, days - office.rhythm.firstDay);
    const created = firstDay - below(random, 10);
    const twin = register.addEntity({
      kind,
      slot,
      created,
      like: original,
      typed: secondCard(original, corruption),
    });
    register.addPoint(twin, {
      rhythm: { ...office.rhythm, firstDay },
      ...(corruption === 'sameAddress' && { place: office.place, addressStyle: 1 }),
    });
    result.push({ original: entityCode(original), duplicate: entityCode(register.entity(twin)), corruption });
  }
  return result;
}

/** What the second card says. */
export function secondCard(original: LegalEntity, corruption: Corruption): Required<TypedCard> {
  const name = entityName(original);
  const inn = entityInn(original);
  const kpp = entityKpp(original);
  switch (corruption) {
    case 'legalForm':
      return { inn, kpp, name: otherForm(original) };
    case 'swappedLetters':
      return { inn, kpp, name: swapLetters(name) };
    case 'latinLetters':
      return { inn, kpp, name: name.replaceAll('о', 'o').replaceAll('е', 'e').replaceAll('а', 'a') };
    case 'upperCase':
      return { inn, kpp, name: name.toUpperCase() };
    case 'noInn':
      return { inn: '', kpp: '', name: otherForm(original) };
    case 'lostZero':
      return { inn: inn.slice(1), kpp, name };
    case 'mistypedInn':
      return { inn: mistypedInn(inn), kpp, name };
    case 'sameAddress':
      return { inn: '', kpp: '', name: `${bareName(original).split(' ')[0]} (новый)` };
    case 'newCard':
      return { inn: '', kpp: '', name: swapLetters(otherForm(original)) };
  }
}

function swapLetters(name: string): string {
  return name.replace(/(\p{L})(\p{Ll})(\p{Ll})(?=\p{Ll})/u, '$1$3$2');
}

function otherForm(original: LegalEntity): string {
  const name = entityName(original);
  const bare = bareName(original);
  if (original.form === 'ИП') return name.startsWith('ИП') ? `${bare} (ИП)` : `ИП «${bare}»`;
  return name.startsWith('ООО') ? `${bare}, ООО` : `ООО «${bare}»`;
}
