import { mistypedInn } from './identifiers.ts';
import { addressStyles } from './names.ts';
import { at, below, pick, type Random } from './random.ts';
import type { DeliveryPoint, LegalEntity, Register } from './register.ts';

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
export function addDuplicates(
  register: Register,
  firstPoints: readonly DeliveryPoint[],
  days: number,
  random: Random,
): PlantedDuplicate[] {
  const result: PlantedDuplicate[] = [];
  for (const { entity: original, rhythm, place, address } of firstPoints) {
    if (original.form === 'person' || rhythm === null || random() >= 0.011) continue;
    const wanted = pick(random, everyday);
    const needsInn = wanted === 'noInn' || wanted === 'lostZero' || wanted === 'mistypedInn';
    const impossible = needsInn ? !/^00(.{8}|.{10})$/.test(original.inn) : wanted === 'sameAddress' && address === '';
    const corruption = impossible ? 'legalForm' : wanted;
    const firstDay = rhythm.firstDay + below(random, days - rhythm.firstDay);
    const twin = register.addEntity({
      ...secondCard(original, corruption),
      like: original,
      kind: original.kind,
      slot: original.slot,
      created: firstDay - below(random, 10),
    });
    const sameDoor = { place, address: at(addressStyles, 1)(twin.city.name, place) };
    register.addPoint(twin, {
      rhythm: { ...rhythm, firstDay },
      ...(corruption === 'sameAddress' && sameDoor),
    });
    result.push({ original: original.code, duplicate: twin.code, corruption });
  }
  return result;
}

/** What the second card says in place of the first. */
export function secondCard(
  original: LegalEntity,
  corruption: Corruption,
): { bareName: string; name: string; inn: string } {
  const { bareName, name, inn } = original;
  switch (corruption) {
    case 'legalForm':
      return { bareName, inn, name: otherForm(original) };
    case 'swappedLetters':
      return { bareName, inn, name: swapLetters(name) };
    case 'latinLetters':
      return { bareName, inn, name: name.replaceAll('о', 'o').replaceAll('е', 'e').replaceAll('а', 'a') };
    case 'upperCase':
      return { bareName, inn, name: name.toUpperCase() };
    case 'noInn':
      return { bareName, inn: '', name: otherForm(original) };
    case 'lostZero':
      return { bareName, inn: inn.slice(1), name };
    case 'mistypedInn':
      return { bareName, inn: mistypedInn(inn), name };
    case 'sameAddress':
      return { bareName, inn: '', name: `${bareName.split(' ')[0]} (новый)` };
    case 'newCard':
      return { bareName, inn: '', name: swapLetters(otherForm(original)) };
  }
}

function swapLetters(name: string): string {
  return name.replace(/(\p{L})(\p{Ll})(\p{Ll})(?=\p{Ll})/u, '$1$3$2');
}

function otherForm({ form, bareName, name }: LegalEntity): string {
  if (form === 'ИП') return name.startsWith('ИП') ? `${bareName} (ИП)` : `ИП «${bareName}»`;
  return name.startsWith('ООО') ? `${bareName}, ООО` : `ООО «${bareName}»`;
}
