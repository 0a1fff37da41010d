import { basePeriodAt } from '../../domain/base-period.ts';
import type { FigureQuery } from '../../domain/figure-query.ts';
import { type NamedBase, type NamedBaseDocument, namedBaseDocument } from '../../domain/named-base.ts';
import { Refusal } from '../../domain/problem.ts';
import type { IsoDate } from '../../domain/units.ts';
import type { Stores } from '../../stores/stores.ts';
import { methodAsked } from './methods.ts';

type Records = Pick<Stores, 'records'>;

const collator = new Intl.Collator('ru', { sensitivity: 'accent' });

/** The named АКБ of the company, by name. */
export async function namedBases({ records }: Records): Promise<NamedBase[]> {
  const rows = await records.db.selectFrom('named_base').select(['id', 'document']).execute();
  return rows
    .map(({ id, document }) => ({ id, ...namedBaseDocument.parse(document) }))
    .sort((a, b) => collator.compare(a.name, b.name) || a.id - b.id);
}

/** @throws Refusal `methodUnknown`, `nameTaken` */
export async function addNamedBase(stores: Stores, document: NamedBaseDocument): Promise<NamedBase> {
  await methodAsked(stores, document.method);
  if ((await namedBases(stores)).some(({ name }) => collator.compare(name, document.name) === 0))
    throw new Refusal({ code: 'nameTaken', params: { name: document.name } });
  const { id } = await stores.records.db
    .insertInto('named_base')
    .values({ document: JSON.stringify(document) })
    .returning('id')
    .executeTakeFirstOrThrow();
  return { id, ...document };
}

/** @throws Refusal `namedBaseUnknown` */
export async function removeNamedBase({ records }: Records, id: number): Promise<void> {
  const gone = await records.db.deleteFrom('named_base').where('id', '=', id).returning('id').execute();
  if (gone.length === 0) throw new Refusal({ code: 'namedBaseUnknown', params: { id } });
}

/** What is asked of each named АКБ; method, unit and period are its own. */
export type BaseQuestion = Pick<
  FigureQuery,
  'metrics' | 'rows' | 'columns' | 'slice' | 'history' | 'compare'
>;

/** The question to one named АКБ as of a day. */
export const questionOf = (base: NamedBase, day: IsoDate, question: BaseQuestion): FigureQuery => ({
  ...question,
  attributes: 'today',
  slice: [...question.slice, ...base.products],
  period: basePeriodAt(base.period, day).label,
  unit: base.unit,
  methods: [base.method],
});
