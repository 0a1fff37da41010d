import { z } from 'zod';
import { basePeriodDocument } from './base-period.ts';
import { isKeepable } from './display-name.ts';
import { countUnits } from './units.ts';

const decimal = z.string().regex(/^\d{1,14}(\.\d{1,4})?$/);

/** Kinds of ledger lines, as the warehouse names them. */
export const lineKinds = ['shipment', 'return', 'correction', 'free', 'monthTotal'] as const;
export type LineKind = (typeof lineKinds)[number];

export const totalBaseModes = ['everBought', 'allRegistered', 'assigned'] as const;
export type TotalBaseMode = (typeof totalBaseModes)[number];

/**
 * Whose lines and customers are, by members of the organisation (counting rules, §6): of those on the document, or of
 * those who are responsible for the customer on the last day of the period.
 */
export const attributions = ['document', 'assigned'] as const;
export type Attribution = (typeof attributions)[number];

const keepable = z.string().refine(isKeepable);

/**
 * A method («методика»): every rule by which a customer counts as active, as a versioned document. One answer uses one
 * version and names it.
 */
export const methodDocument = z.strictObject({
  id: z.string().regex(/^[a-zA-Z][\w-]{0,39}$/),
  version: z.int().positive(),
  name: z.strictObject({ ru: keepable, en: keepable }),
  /** Kinds of lines that can make a customer active. */
  kinds: z.array(z.enum(lineKinds)).min(1),
  /**
   * `month`: returns of the calendar month settle against its shipments; `days`: returns up to `days` days after a
   * shipment as well; `off`: gross.
   */
  returns: z.discriminatedUnion('mode', [
    z.strictObject({ mode: z.literal('month') }),
    z.strictObject({ mode: z.literal('days'), days: z.int().min(1).max(366) }),
    z.strictObject({ mode: z.literal('off') }),
  ]),
  /** What the counted lines of a unit in the period have to reach together. */
  thresholds: z.strictObject({
    amount: decimal.optional(),
    quantity: decimal.optional(),
    products: z.int().positive().optional(),
    documents: z.int().positive().optional(),
  }),
  /** Only lines of these products count; absent: all. */
  products: z
    .strictObject({
      categories: z.array(keepable).optional(),
      brands: z.array(keepable).optional(),
    })
    .optional(),
  /** Ids of service counterparties (own companies, retail buyer…) that never count. */
  excludedParties: z.array(z.int().positive()),
  unit: z.enum(countUnits),
  /** Asked about when a question names no period: the last one that is over. */
  basePeriod: basePeriodDocument.default('month'),
  /** Whether the amount that a unit has to reach is with VAT or without. */
  vat: z.enum(['included', 'excluded']).default('included'),
  totalBase: z.enum(totalBaseModes),
  attribution: z.enum(attributions).default('document'),
  /** First month (`YYYY-MM`) in which plan-fact and bonus use this version; null: always. */
  validFrom: z
    .string()
    .regex(/^\d{4}-\d{2}$/)
    .nullable(),
});

export type Method = z.infer<typeof methodDocument>;

/** Whoever buys little is not active: what a unit's lines add up to decides, in each period and slice anew. */
export const isJudged = ({ thresholds }: Pick<Method, 'thresholds'>): boolean =>
  Object.keys(thresholds).length > 0;

/** A method as a question names it: without a version as it is today, with what the question changes of it. */
export const methodReference = z.strictObject({
  id: z.string().max(40),
  version: z.int().positive().optional(),
  totalBase: z.enum(totalBaseModes).optional(),
  attribution: z.enum(attributions).optional(),
});
export type MethodReference = z.infer<typeof methodReference>;

/** The method of the counting rules: one unit of one product in the month makes a customer active, returns settled. */
export const mainMethod: Method = {
  id: 'main',
  version: 1,
  name: { ru: 'Основная: возвраты месяца вычтены', en: 'Main: returns of the month settled' },
  kinds: ['shipment', 'monthTotal'],
  returns: { mode: 'month' },
  thresholds: {},
  excludedParties: [],
  unit: 'client',
  basePeriod: 'month',
  vat: 'included',
  totalBase: 'everBought',
  attribution: 'document',
  validFrom: null,
};

/** The same without looking at returns. */
export const grossMethod: Method = {
  ...mainMethod,
  id: 'gross',
  name: { ru: 'Без учёта возвратов', en: 'Gross: returns ignored' },
  returns: { mode: 'off' },
};

/**
 * «Качественная АКБ» (metrics of plan-fact): stands beside the main one, the gap between them is a question to ask. A
 * company states its own thresholds by saving another version.
 */
export const qualifiedMethod: Method = {
  ...mainMethod,
  id: 'qualified',
  name: {
    ru: 'Качественная: от двух разных товаров, не возвращённых за 30 дней',
    en: 'Qualified: two different products at least, not returned within 30 days',
  },
  returns: { mode: 'days', days: 30 },
  thresholds: { products: 2 },
};

export const builtInMethods: readonly Method[] = [mainMethod, grossMethod, qualifiedMethod];
