import { type CustomerMetric, customerMetrics } from './customer-plan.ts';
import { foldText } from './fold.ts';
import { type PlanMetric, type PlanTarget, planMetrics } from './plan.ts';

type Product = PlanTarget['product'];

/** How plan files head a metric: «План АКБ», «План АКБ Молочное». The words stand in every file, Russian or not. */
const heads: Readonly<Record<PlanMetric, string>> = {
  activeBase: 'План АКБ',
  qualifiedBase: 'План качественной АКБ',
  sales: 'План продаж',
  avgSkuPerClient: 'План ср. SKU',
  avgCheck: 'План среднего чека',
  new: 'План новых клиентов',
  coverage: 'План охвата',
};

export const planHeader = (metric: PlanMetric, product: Product): string =>
  [heads[metric], ...(product === null ? [] : [product.member])].join(' ');

export interface ReadHeader {
  readonly metric: PlanMetric;
  readonly product: Product;
}

/** Words by which a metric is known, the more telling ones first. */
const telling: readonly (readonly [RegExp, PlanMetric])[] = [
  [/(качеств|квалифиц)\S* акб|qualified\S*( active)? base/u, 'qualifiedBase'],
  [/акб|активн\S* баз\S*|active base/u, 'activeBase'],
  [/средн\S* чек\S*|ср чек\S*|average check/u, 'avgCheck'],
  [/(ср\S* |средн\S* )?(sku|ску)( на клиента)?|avg sku/u, 'avgSkuPerClient'],
  [/новы\S*( клиент\S*)?|new( customers)?/u, 'new'],
  [/охват\S*|покрыти\S*|coverage/u, 'coverage'],
  [/продаж\S*|отгрузк\S*|отгрузок|выручк\S*|sales/u, 'sales'],
];

/**
 * What a column of a plan file plans. What its header says beyond the metric has to be one of the goods: «молочка» is the
 * category «Молочное» where no other one begins so. undefined: nobody can say.
 */
export function readHeader(header: string, known: readonly NonNullable<Product>[]): ReadHeader | undefined {
  const folded = fold(header);
  for (const metric of planMetrics)
    for (const product of [null, ...known])
      if (fold(planHeader(metric, product)) === folded) return { metric, product };
  const words = folded.replace(/(^| )(план|по|цель|plan|target|тыс|руб|rub)(?= |$)/gu, ' ').trim();
  for (const [pattern, metric] of telling) {
    const match = pattern.exec(words);
    if (match === null) continue;
    const rest = words.replace(match[0], ' ').replace(/\s+/g, ' ').trim();
    if (rest === '') return { metric, product: null };
    const product = productOf(rest, known);
    return product === undefined ? undefined : { metric, product };
  }
  return undefined;
}

function productOf(words: string, known: readonly NonNullable<Product>[]): NonNullable<Product> | undefined {
  const same = known.filter(({ member }) => fold(member) === words);
  if (same.length === 1) return same[0];
  // «молочка» and «Молочное» are alike in what grammar leaves of them.
  const stem = words.slice(0, Math.max(4, words.length - 2));
  const alike = known.filter(
    ({ dimension, member }) => dimension === 'category' && words.length >= 4 && fold(member).startsWith(stem),
  );
  return alike.length === 1 ? alike[0] : undefined;
}

const fold = (text: string): string =>
  foldText(text)
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

export const customerHeader = (metric: CustomerMetric): string =>
  metric === 'documents' ? 'План документов' : planHeader(metric, null);

/** What a column plans of single customers; undefined: nothing that can be planned of one. */
export function readCustomerHeader(header: string): CustomerMetric | undefined {
  if (/документ|закупк|покуп|documents|purchases/u.test(fold(header))) return 'documents';
  const read = readHeader(header, []);
  return customerMetrics.find((one) => one === read?.metric);
}
