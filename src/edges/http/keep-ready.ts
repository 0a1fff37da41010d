import { setTimeout as pause } from 'node:timers/promises';
import type { Application } from '../../facade.ts';

/** Fewer lines than this are read as fast as what would be kept of them. */
const worthKeeping = 1_000_000;
const lookEvery = 5_000;
/** What is written by hand makes no version, but leaves dead rows and unknown ones. */
const anywayEvery = 3_600_000;

/**
 * Builds answers kept ready in the background, at the start, whenever the data have changed and once an hour, until
 * aborted.
 */
export async function keepReadyMeanwhile(application: Application, signal: AbortSignal): Promise<void> {
  let version = -1;
  let last = 0;
  while (!signal.aborted) {
    try {
      const { dataVersion } = await application.dataState();
      if (dataVersion !== version || Date.now() - last >= anywayEvery) {
        await application.keepReady(worthKeeping, signal);
        last = Date.now();
      }
      version = dataVersion;
    } catch {
      // Nothing is lost: without them answers come from lines, and the next look tries again.
    }
    await pause(lookEvery, undefined, { signal, ref: false }).catch(() => undefined);
  }
}
