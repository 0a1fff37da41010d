import { today } from '../../domain/clock.ts';
import type { Scope } from '../../domain/scope.ts';
import { type CustomerSet, nodesOf, type SetNode } from '../../domain/sets/customer-set.ts';
import type { Stores } from '../../stores/stores.ts';
import { keptOf } from '../activity/kept/kept.ts';
import type { SetContext } from '../activity/set-sql.ts';
import { limitsAgreed } from '../customers/limits-agreed.ts';
import type { DataVersion } from '../ledger/data-version.ts';
import { refreshMarks } from '../quality/refresh-marks.ts';
import { methodAsked } from './methods.ts';
import { withStored } from './stored-sets.ts';

/**
 * What a set is compiled in: its method, what is kept for it, and the stored sets that it is made of.
 * @throws Refusal `methodUnknown`, `storedSetUnknown`, `storedSetOfOtherUnit`
 */
export async function setContext(
  stores: Stores,
  set: CustomerSet,
  { version, scope }: { readonly version: DataVersion; readonly scope: Scope },
): Promise<SetContext> {
  return await withStored(stores, set, scope, async ({ unit, method: reference }) => {
    const method = await methodAsked(stores, reference);
    return {
      ...{ version, unit, method, scope },
      today: version.asOf ?? today(),
      kept: await keptOf(stores.warehouse, version, method),
      marks: await marksFor(stores, set),
      limits: await limitsFor(stores, set),
    };
  });
}

const marksFor = async (stores: Stores, set: CustomerSet): Promise<number | null> =>
  asks(set, ({ kind }) => kind === 'flawed') ? await refreshMarks(stores) : null;

const limitsFor = async (stores: Stores, set: CustomerSet): Promise<ReadonlyMap<number, string> | null> =>
  asks(set, (node) => node.kind === 'receivable' && node.which === 'limitUse')
    ? await limitsAgreed(stores, today())
    : null;

/** A stored set among its nodes may ask for anything. */
const asks = ({ set }: CustomerSet, wanted: (node: SetNode) => boolean): boolean =>
  [...nodesOf(set)].some(({ node }) => node.kind === 'stored' || wanted(node));
