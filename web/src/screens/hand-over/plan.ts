import type { HandOverPlan } from '../../../../src/domain/hand-over.ts';

/** What is typed into the form; days as the fields give them, empty: not yet. */
export interface Draft {
  readonly from: number | null;
  readonly to: readonly number[];
  readonly since: string;
  readonly forGood: boolean;
  readonly until: string;
  /** Only these; null: all of the giver’s. */
  readonly clients: readonly number[] | null;
}

/** The plan that a form says, or what is still missing of it. */
export function planOf(draft: Draft): HandOverPlan | 'from' | 'to' | 'since' | 'until' | 'order' {
  const { from, to, since, forGood, until, clients } = draft;
  if (from === null) return 'from';
  const receivers = to.filter((rep) => rep !== from);
  if (receivers.length === 0) return 'to';
  if (since === '') return 'since';
  if (!forGood && until === '') return 'until';
  if (!forGood && until < since) return 'order';
  return { from, since, ...(!forGood && { until }), to: receiversOf(receivers, clients) };
}

/** Those by name go to one receiver: several of them share the whole portfolio only. */
const receiversOf = (reps: readonly number[], clients: Draft['clients']): HandOverPlan['to'] =>
  clients === null ? reps.map((rep) => ({ rep })) : reps.slice(0, 1).map((rep) => ({ rep, clients }));
/** The plan as somebody shares by hand, by customer: who is given to nobody of the plan stays where he is. */
export function planByHand(
  plan: HandOverPlan,
  chosen: ReadonlyMap<number, number>,
): HandOverPlan | 'clients' {
  const to = plan.to.flatMap(({ rep }) => {
    const clients = [...chosen].flatMap(([client, receiver]) => (receiver === rep ? [client] : []));
    return clients.length === 0 ? [] : [{ rep, clients }];
  });
  return to.length === 0 ? 'clients' : { ...plan, to };
}
