import { setTimeout as pause } from 'node:timers/promises';
import type { Application } from '../../facade.ts';

/** Fewer lines than this are read as fast as what would be kept of them. */
const worthKeeping = 1_000_000;
const lookEvery = 5_000;

/** Builds answers kept ready in the background, at the start and whenever the data have changed, until aborted. */
export async function keepReadyMeanwhile(application: Application, signal: AbortSignal): Promise<void> {
  let version = -1;
  while (!signal.aborted) {
    try {
      const { dataVersion } = await application.dataState();
      if (dataVersion !== version) await application.keepReady(worthKeeping, signal);
      version = dataVersion;
    } catch {
      // Nothing is lost: without them answers come from lines, and the next look tries again.
    }
    await pause(lookEvery, undefined, { signal, ref: false }).catch(() => undefined);
  }
}
