import { lineKinds, type Method, mainMethod } from '../domain/method.ts';
import { formatMoney, formatNumber } from '../domain/money.ts';
import { formatDate } from './format.ts';
import type { labelMessages } from './labels.ts';
import type { Language, MessageParams } from './message.ts';
import type { methodWordMessages } from './method-words.ts';
import type { setWordMessages } from './set-words.ts';

type Rule = Exclude<keyof Method, 'id' | 'version' | 'name'>;

type Code = keyof (typeof methodWordMessages & typeof setWordMessages & typeof labelMessages);

/** Says the words of methods, sets and labels: any translator that knows them. */
interface Speaker {
  readonly say: (code: Code, params?: MessageParams) => string;
  readonly language: Language;
}

/** Every rule of a method in words that stand alone. What a method may say besides gets its words here. */
const wordsOf: Readonly<Record<Rule, (method: Method, by: Speaker) => string>> = {
  kinds: ({ kinds }, { say }) =>
    say('method.kinds', {
      kinds: lineKinds
        .filter((kind) => kinds.includes(kind))
        .map((kind) => say(`method.kind.${kind}`))
        .join(', '),
    }),
  returns: ({ returns }, { say }) =>
    returns.mode === 'days'
      ? say('method.returns.days', { days: returns.days })
      : say(`method.returns.${returns.mode}`),
  thresholds: ({ thresholds }, { say, language }) => {
    const { amount, quantity, products, documents } = thresholds;
    const least = {
      amount: amount && formatMoney(amount, language, { decimals: placesOf(amount) }),
      quantity: quantity && formatNumber(quantity, language),
      products: products && formatNumber(products, language),
      documents: documents && formatNumber(documents, language),
    };
    const said = (['amount', 'quantity', 'products', 'documents'] as const).flatMap((name) =>
      least[name] ? [say(`method.threshold.${name}`, { least: least[name] })] : [],
    );
    return said.length === 0
      ? say('method.thresholds.none')
      : say('method.thresholds', { thresholds: said.join(', ') });
  },
  products: ({ products = {} }, by) => {
    const { categories, brands } = products;
    const which = [
      ...(categories ? [membersWords('setReading.by.category', categories, by)] : []),
      ...(brands ? [membersWords('setReading.by.brand', brands, by)] : []),
    ].join(' ');
    return which === '' ? by.say('method.products.all') : by.say('method.products', { which });
  },
  excludedParties: ({ excludedParties }, { say }) =>
    say('method.excluded', { count: excludedParties.length }),
  unit: ({ unit }, { say }) => say('method.unit', { unit: say(`unit.${unit}`) }),
  basePeriod: ({ basePeriod }, { say }) =>
    typeof basePeriod === 'string'
      ? say(`method.basePeriod.${basePeriod}`)
      : say(`method.basePeriod.${basePeriod.of}`, { length: basePeriod.length }),
  vat: ({ vat }, { say }) => say(`method.vat.${vat}`),
  totalBase: ({ totalBase }, { say }) => say(`base.${totalBase}`),
  attribution: ({ attribution }, { say }) => say(`method.attribution.${attribution}`),
  validFrom: ({ validFrom }, { say, language }) =>
    validFrom === null
      ? say('method.validFrom.always')
      : say('method.validFrom', { month: formatDate(validFrom, language) }),
};

/** All rules of a method; `own`: unlike the method of the counting rules, as it is built in. */
export function methodRules(
  method: Method,
  by: Speaker,
): readonly { readonly words: string; readonly own: boolean }[] {
  return Object.values(wordsOf).map((wordsIn) => {
    const words = wordsIn(method, by);
    return { words, own: words !== wordsIn(mainMethod, by) };
  });
}

/** Whole roubles without kopecks, kopecks always in twos. */
const placesOf = (amount: string): number => {
  const places = amount.split('.')[1]?.length ?? 0;
  return places === 0 ? 0 : Math.max(2, places);
};

/** More than these are counted, not named. */
const mostNamed = 5;

function membersWords(
  code: 'setReading.by.category' | 'setReading.by.brand',
  members: readonly string[],
  { say, language }: Speaker,
): string {
  const shown = members.slice(0, mostNamed).map((name) => say('setReading.member', { name }));
  return say(code, {
    count: members.length,
    members:
      members.length > mostNamed
        ? say('setReading.more', { shown: shown.join(', '), rest: members.length - mostNamed })
        : new Intl.ListFormat(language, { type: 'disjunction' }).format(shown),
  });
}
