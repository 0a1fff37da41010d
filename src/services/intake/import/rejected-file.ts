import { open } from 'node:fs/promises';
import { join } from 'node:path';
import type { Readable } from 'node:stream';
import { Refusal } from '../../../domain/problem.ts';
import type { Stores } from '../../../stores/stores.ts';

/** Where an import keeps its rejected rows. */
export const rejectedFileIn = (importFolder: string): string => join(importFolder, 'rejected.csv');

/**
 * The rejected rows of an import as they stood in its files (CSV, UTF-8 with BOM, `;`), kept for 30 days.
 * @throws Refusal `noRejectedRows`
 */
export async function rejectedRows({ intakeFolder }: Stores, importId: number): Promise<Readable> {
  try {
    const file = await open(rejectedFileIn(join(intakeFolder, String(importId))));
    return file.createReadStream();
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'ENOENT') throw error;
    throw new Refusal({ code: 'noRejectedRows', params: { id: importId } });
  }
}
