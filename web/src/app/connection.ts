// Whether the server answers. Whoever finds that it does not says so; it is asked until it does again.

const again = 2000;
const listeners = new Set<() => void>();
let back: Promise<void> | undefined;

export const isLost = (): boolean => back !== undefined;

export function onConnection(listener: () => void): () => void {
  listeners.add(listener);
  return () => listeners.delete(listener);
}

/** Resolves when the server answers again. */
export function connectionLost(): Promise<void> {
  back ??= untilItAnswers().then(() => {
    back = undefined;
    for (const listener of listeners) listener();
  });
  for (const listener of listeners) listener();
  return back;
}

async function untilItAnswers(): Promise<void> {
  while (!(await answers())) await new Promise((resolve) => setTimeout(resolve, again));
}

const answers = (): Promise<boolean> =>
  fetch('/health', { cache: 'no-store' }).then(
    ({ ok }) => ok,
    () => false,
  );

const reloadedAt = 'akb-reloaded';
const minute = 60_000;

/**
 * Fetches a part of the application that is not there yet: waits while the server is away, and after an update, when
 * the part has another name, loads the whole page anew.
 */
export async function fetchPart<T>(load: () => Promise<T>): Promise<T> {
  try {
    return await load();
  } catch (error) {
    if (await answers()) {
      // Once: a part that is broken is not mended by asking for ever.
      if (Date.now() - Number(sessionStorage.getItem(reloadedAt)) < minute) throw error;
      sessionStorage.setItem(reloadedAt, String(Date.now()));
      location.reload();
    } else await connectionLost();
    return await fetchPart(load);
  }
}
