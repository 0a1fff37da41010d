/**
 * Waits for all, also when one of them fails: nobody may drop what one has written while another still writes.
 *
 * @throws the reason of the first that failed
 */
export async function allDone<T extends readonly unknown[]>(
  work: { [K in keyof T]: Promise<T[K]> },
): Promise<T> {
  await Promise.allSettled(work);
  return (await Promise.all(work)) as unknown as T;
}
