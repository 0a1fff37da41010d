/**
 * The URL of a module beside the calling one, for worker threads and child processes: `./worker` becomes
 * `worker.ts` in the tree and `worker.js` in the built package.
 *
 * ```ts
 * new Worker(siblingModule(import.meta.url, './worker'));
 * fork(siblingModule(import.meta.url, './read-xls-child'));
 * ```
 */
export function siblingModule(callerUrl: string, nameWithoutExtension: string): URL {
  const extension = callerUrl.slice(callerUrl.lastIndexOf('.'));
  return new URL(nameWithoutExtension + extension, callerUrl);
}
