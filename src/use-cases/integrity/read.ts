import type { Desk } from '../../services/parts/part.ts';
import { signalsOf } from './read-signals.ts';
import { refreshSignals } from './refresh-signals.ts';

/** How many signals of a month nobody has looked into yet, by rep. Waits for the detectors where data are new. */
export async function unresolvedSignals(desk: Desk, month: string): Promise<ReadonlyMap<number, number>> {
  await refreshSignals(desk.stores);
  const open = (await signalsOf(desk)).filter(
    (signal) => signal.month === month && (signal.state === 'new' || signal.state === 'waiting'),
  );
  return new Map([...Map.groupBy(open, ({ rep }) => rep)].map(([rep, signals]) => [rep, signals.length]));
}
