import { createHash } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { z } from 'zod';
import { Refusal } from '../../domain/problem.ts';

/** The form of the backup folder itself; schemas of the stores have versions of their own. */
const formatVersion = 1;

export const manifestName = 'manifest.json';

const month = z.object({ lines: z.number(), checksum: z.string() });
const sequence = z.object({ table: z.string(), column: z.string(), last: z.string().nullable() });
/** Only what a backup may hold: the path and the table become part of paths and of SQL. */
const file = z.object({
  path: z.string().regex(/^(records|warehouse)\/[\w-]+\.(copy|parquet)$/),
  rows: z.number(),
  bytes: z.number(),
  sha256: z.string(),
});

const manifestDocument = z.object({
  format: z.literal(formatVersion),
  /** Program that wrote it. */
  product: z.string(),
  createdAt: z.string(),
  engines: z.object({ records: z.string(), warehouse: z.string() }),
  schemas: z.object({ records: z.number(), warehouse: z.number() }),
  /** The committed version that the backup holds. */
  version: z.object({
    version: z.number(),
    applied: z.array(z.number()),
    /** Ledger by month, free of generations. */
    months: z.record(z.string().regex(/^\d{6}$/), month),
  }),
  /** The first generation that was never used: the dimensions are written with it, and the months will be. */
  generation: z.number(),
  sequences: z.array(sequence),
  /** Tables of the records in an order in which each one comes after those it refers to. */
  records: z.array(file.extend({ table: z.string(), columns: z.array(z.string()) })),
  warehouse: z.array(
    file.extend({
      table: z.enum([
        'journal',
        'document',
        'superseded',
        'journal_parent',
        'dim_point',
        'dim_party',
        'dim_product',
        'dim_stated',
      ]),
    }),
  ),
});

export type Manifest = z.infer<typeof manifestDocument>;
export type RecordsFile = Manifest['records'][number];
export type WarehouseFile = Manifest['warehouse'][number];

export type ManifestInput = Omit<Manifest, 'format'>;

/** Writes the manifest with a checksum of itself. */
export async function writeManifest(folder: string, input: ManifestInput): Promise<void> {
  const manifest: Manifest = { format: formatVersion, ...input };
  const text = JSON.stringify({ ...manifest, sha256: digest(manifest) }, null, 2);
  await writeFile(join(folder, manifestName), `${text}\n`, { flag: 'wx', mode: 0o600 });
}

/** Throws `Refusal`: `backupManifestMissing`, `backupManifestDamaged`, `backupNewer`. */
export async function readManifest(folder: string): Promise<Manifest> {
  const text = await readFile(join(folder, manifestName), 'utf8').catch(() => undefined);
  if (text === undefined) throw new Refusal({ code: 'backupManifestMissing', params: { folder } });
  const { sha256, ...content } = parseObject(text) ?? {};
  if (sha256 !== digest(content)) throw new Refusal({ code: 'backupManifestDamaged', params: { folder } });
  if (content.format !== formatVersion) {
    throw new Refusal({
      code: 'backupNewer',
      params: {
        folder,
        product: String(content.product),
        found: String(content.format),
        known: formatVersion,
      },
    });
  }
  const parsed = manifestDocument.safeParse(content);
  if (!parsed.success) throw new Refusal({ code: 'backupManifestDamaged', params: { folder } });
  return parsed.data;
}

function parseObject(text: string): Record<string, unknown> | undefined {
  try {
    const value: unknown = JSON.parse(text);
    return typeof value === 'object' && value !== null ? { ...value } : undefined;
  } catch {
    return undefined;
  }
}

const digest = (content: object): string =>
  createHash('sha256').update(JSON.stringify(content)).digest('hex');
