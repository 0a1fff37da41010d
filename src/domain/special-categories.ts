import { plainWords } from './search-words.ts';

/** Kinds of personal data that nobody may keep without a written consent: 152-ФЗ, article 10. */
export const specialCategories = ['health', 'religion', 'politics'] as const;
export type SpecialCategory = (typeof specialCategories)[number];

/** Beginnings of words. Rather too many: what is refused by mistake can be said otherwise. */
const hints: Readonly<Record<SpecialCategory, readonly string[]>> = {
  health:
    'болезн болеет болел заболел диагноз инвалид онкол диабет астм гипертон инсульт инфаркт беремен алкогол наркозав наркоман психиатр депресси операци больниц госпитал хронич аллерги эпилеп гепатит туберкул ковид covid вич'.split(
      ' ',
    ),
  religion:
    'православ мусульман ислам иудей иуде буддист католик протестант верующ атеист религи церк мечет синагог намаз рамадан христиан баптист адвентист'.split(
      ' ',
    ),
  politics:
    'политич партийн единоросс коммунист лдпр кпрф оппозици митинг голосует голосовал депутат либерал навальн избирател'.split(
      ' ',
    ),
};
/** Words that only begin like one of those. */
const harmless = /^(?:операционн|операцион|вичуг|церковн(?:ая|ой)$)/;

/** Of which kind a text seems to be, with the word that says so; null: of none. */
export function specialCategoryOf(text: string): { category: SpecialCategory; word: string } | null {
  for (const word of plainWords(text))
    for (const category of specialCategories)
      if (
        !harmless.test(word) &&
        hints[category].some((one) => (one === 'вич' ? word === one : word.startsWith(one)))
      )
        return { category, word };
  return null;
}
