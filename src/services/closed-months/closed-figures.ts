import type { Decimal } from '../../domain/units.ts';
import type { Stores } from '../../stores/stores.ts';

/** Of whom and of which goods ('' all) a figure of a closed month is. */
export interface FigurePlace {
  readonly level: string;
  readonly member: number;
  readonly metric: string;
  readonly product: { readonly dimension: string; readonly member: string } | null;
}

export const placeKey = ({ level, member, metric, product }: FigurePlace): string =>
  JSON.stringify([level, member, metric, product?.dimension ?? '', product?.member ?? '']);

/** Every figure that a closed month was closed with, by `placeKey`. Unknown ones are not there. */
export async function closedFigures(
  { records }: Pick<Stores, 'records'>,
  close: number,
): Promise<ReadonlyMap<string, Decimal>> {
  const rows = await records.db.selectFrom('closed_figure').selectAll().where('close', '=', close).execute();
  return new Map(
    rows.map(({ level, member, metric, product_of: of, product, value }) => [
      placeKey({ level, member, metric, product: of === '' ? null : { dimension: of, member: product } }),
      value,
    ]),
  );
}
