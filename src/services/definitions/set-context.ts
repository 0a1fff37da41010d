import { today } from '../../domain/clock.ts';
import type { Scope } from '../../domain/scope.ts';
import { type CustomerSet, nodesOf, type SetNode } from '../../domain/sets/customer-set.ts';
import type { Stores } from '../../stores/stores.ts';
import { keptOf } from '../activity/kept/kept.ts';
import type { SetContext } from '../activity/set-sql.ts';
import { dealerTies } from '../customers/dealer-ties.ts';
import { limitsAgreed } from '../customers/limits-agreed.ts';
import type { DataVersion } from '../ledger/data-version.ts';
import { refreshMarks } from '../quality/refresh-marks.ts';
import { rhythmBuild } from '../rhythm/rhythm.ts';
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
  return await withStored(stores, set, scope, async (of) => {
    const { unit, method: reference } = of;
    const method = await methodAsked(stores, reference);
    return {
      ...{ version, unit, method, scope },
      today: version.asOf ?? today(),
      kept: await keptOf(stores.warehouse, version, method),
      marks: asksFor(of, ({ kind }) => kind === 'flawed') ? await refreshMarks(stores) : null,
      rhythm: asksFor(of, ({ kind }) => kind === 'rhythm') ? await rhythmBuild(stores, version, unit) : null,
      dealerTies: asksFor(of, ({ kind }) => kind === 'dealerNetwork')
        ? await dealerTies(stores, version)
        : null,
      limits: asksFor(of, (node) => node.kind === 'receivable' && node.which === 'limitUse')
        ? await limitsAgreed(stores, today())
        : null,
    };
  });
}

/** A stored set has a context of its own. */
const asksFor = ({ set }: CustomerSet, wanted: (node: SetNode) => boolean): boolean =>
  [...nodesOf(set)].some(({ node }) => wanted(node));
