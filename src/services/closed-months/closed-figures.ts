import type { Scope } from '../../domain/scope.ts';
import type { Decimal } from '../../domain/units.ts';
import type { Stores } from '../../stores/stores.ts';
import type { ClosedMonth } from './closed-months.ts';

/** Of whom and of which goods ('' all) a figure of a closed month is. */
export interface FigurePlace {
  readonly level: string;
  readonly member: number;
  readonly metric: string;
  readonly product: { readonly dimension: string; readonly member: string } | null;
}

export const placeKey = ({ level, member, metric, product }: FigurePlace): string =>
  JSON.stringify([level, member, metric, product?.dimension ?? '', product?.member ?? '']);

/** What a month was closed with, as far as a scope shows it. */
export interface ClosedFigures {
  /** null: unknown, or not to be seen. */
  readonly valueOf: (place: FigurePlace) => Decimal | null;
  readonly isSeen: ClosedMembers;
}

export async function closedFigures(
  { records }: Pick<Stores, 'records'>,
  { id }: ClosedMonth,
  scope: Scope,
): Promise<ClosedFigures> {
  const rows = await records.db.selectFrom('closed_figure').selectAll().where('close', '=', id).execute();
  const values = new Map(
    rows.map(({ level, member, metric, product_of: of, product, value }) => [
      placeKey({ level, member, metric, product: of === '' ? null : { dimension: of, member: product } }),
      value,
    ]),
  );
  const isSeen = await closedMembers({ records }, id, scope);
  return {
    valueOf: (place) => (isSeen(place.member) ? (values.get(placeKey(place)) ?? null) : null),
    isSeen,
  };
}

/** Whether everything that a member's figures were made of was within a scope when the month was closed. */
type ClosedMembers = (member: number) => boolean;

/** Nodes of the scope, and members all of whose lines stood within it; where lines stood is not known of older closings. */
export async function closedMembers(
  { records }: Pick<Stores, 'records'>,
  close: number,
  { nodes }: Scope,
): Promise<ClosedMembers> {
  if (nodes === null) return () => true;
  const own = new Set(nodes.map(({ member }) => member));
  const places = await records.db
    .selectFrom('closed_place')
    .select('members')
    .where('close', '=', close)
    .execute();
  const [inside, outside] = [new Set<number>(), new Set<number>()];
  for (const { members } of places)
    for (const member of members) (members.some((one) => own.has(one)) ? inside : outside).add(member);
  return (member) => own.has(member) || (inside.has(member) && !outside.has(member));
}
