import type { Desk } from '../../services/parts/part.ts';

/** How many signals about somebody's work nobody has looked into yet, by member. */
type UnresolvedSignals = (desk: Desk, month: string) => Promise<(member: number) => number>;

/** Signals are not counted yet: nobody has any, and a gate of theirs stays open. */
export const unresolvedSignals: UnresolvedSignals = async () => () => 0;
