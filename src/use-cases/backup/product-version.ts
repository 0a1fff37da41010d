import { readFile } from 'node:fs/promises';

/** Version of this program, as its package says. */
export async function productVersion(): Promise<string> {
  const text = await readFile(new URL('../../../package.json', import.meta.url), 'utf8');
  return (JSON.parse(text) as { version: string }).version;
}
