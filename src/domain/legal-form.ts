import { foldText } from './fold.ts';

export interface LegalForm {
  /** As it is written officially: `ООО`, `ИП`, `КФХ`, `LLC`. */
  readonly name: string;
  /** Whose form it is: КФХ is headed by a sole trader or is an organisation, the form alone does not tell. */
  readonly holder: 'organisation' | 'soleTrader' | 'either';
}

/** Official name → spellings, folded. Longer spellings are looked for first; `по`, `пк`, `co` are too common as words. */
const spellings: Readonly<Record<LegalForm['holder'], Readonly<Record<string, string>>>> = {
  organisation: {
    ООО: 'общество с ограниченной ответственностью, ооо, ooo, о о о',
    ОАО: 'открытое акционерное общество, оао, oao',
    ЗАО: 'закрытое акционерное общество, зао, zao',
    ПАО: 'публичное акционерное общество, пао, pao',
    НАО: 'непубличное акционерное общество, нао',
    АО: 'акционерное общество, ао',
    ТОО: 'товарищество с ограниченной ответственностью, тоо',
    ОДО: 'общество с дополнительной ответственностью, одо',
    АОЗТ: 'акционерное общество закрытого типа, аозт',
    АООТ: 'акционерное общество открытого типа, аоот',
    ФГУП: 'федеральное государственное унитарное предприятие, фгуп',
    ГУП: 'государственное унитарное предприятие, гуп',
    МУП: 'муниципальное унитарное предприятие, муп',
    ФГБУ: 'федеральное государственное бюджетное учреждение, фгбу',
    ФКУ: 'федеральное казенное учреждение, фку',
    ГБУ: 'государственное бюджетное учреждение, гбу',
    ГКУ: 'государственное казенное учреждение, гку',
    МБУ: 'муниципальное бюджетное учреждение, мбу',
    МКУ: 'муниципальное казенное учреждение, мку',
    МАУ: 'муниципальное автономное учреждение, мау',
    МБОУ: 'муниципальное бюджетное общеобразовательное учреждение, мбоу',
    МБДОУ: 'муниципальное бюджетное дошкольное образовательное учреждение, мбдоу',
    МКОУ: 'муниципальное казенное общеобразовательное учреждение, мкоу',
    МКДОУ: 'муниципальное казенное дошкольное образовательное учреждение, мкдоу',
    АНО: 'автономная некоммерческая организация, ано',
    НКО: 'некоммерческая организация, нко',
    ТСЖ: 'товарищество собственников жилья, тсж',
    СПК: 'сельскохозяйственный производственный кооператив, спк',
    СХПК: 'схпк',
    ЧУП: 'частное унитарное предприятие, чуп, чтуп',
    LLC: 'limited liability company, llc',
    LLP: 'llp',
    Ltd: 'limited, ltd',
    Inc: 'incorporated, inc',
    Corp: 'corporation, corp',
    JSC: 'joint stock company, jsc',
    PJSC: 'pjsc',
    OJSC: 'ojsc',
    CJSC: 'cjsc',
    PLC: 'plc',
    GmbH: 'gmbh',
  },
  soleTrader: {
    ИП: 'индивидуальный предприниматель, ип',
    ПБОЮЛ: 'предприниматель без образования юридического лица, пбоюл',
    ЧП: 'частный предприниматель, чп, ичп',
  },
  either: {
    КФХ: 'крестьянское фермерское хозяйство, крестьянско фермерское хозяйство, фермерское хозяйство, кфх, к ф х',
  },
};

interface Spelling {
  readonly words: readonly string[];
  readonly form: LegalForm;
}

/** By first word, the longest spelling first. */
const byFirstWord = new Map<string, Spelling[]>();
for (const [holder, forms] of Object.entries(spellings) as [LegalForm['holder'], Record<string, string>][]) {
  for (const [name, list] of Object.entries(forms)) {
    for (const spelling of list.split(', ')) {
      const words = spelling.split(' ');
      const first = words[0] ?? '';
      const known = byFirstWord.get(first) ?? [];
      byFirstWord.set(
        first,
        [...known, { words, form: { name, holder } }].sort((a, b) => b.words.length - a.words.length),
      );
    }
  }
}

/** Folded words of a name: letters and digits only; apostrophes join («О'Кей»), all else parts. */
export function nameWords(name: string): readonly string[] {
  return foldText(name)
    .replace(/['’`]/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean);
}

/** Takes legal forms out of a list of folded words, in any position; `forms` in the order they stood. */
export function takeLegalForms(words: readonly string[]): {
  readonly words: readonly string[];
  readonly forms: readonly LegalForm[];
} {
  const left: string[] = [];
  const forms: LegalForm[] = [];
  for (let at = 0; at < words.length; ) {
    const spelling = byFirstWord
      .get(words[at] ?? '')
      ?.find((candidate) => candidate.words.every((word, offset) => words[at + offset] === word));
    if (spelling) forms.push(spelling.form);
    else left.push(words[at] ?? '');
    at += spelling?.words.length ?? 1;
  }
  return { words: left, forms };
}

/** The legal form in a name («Ромашка ООО», «ИП Зорин»), or null. Of several (ИП глава КФХ) the first counts. */
export function legalForm(name: string): LegalForm | null {
  return takeLegalForms(nameWords(name)).forms[0] ?? null;
}
