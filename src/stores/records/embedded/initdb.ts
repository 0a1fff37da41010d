import { PGlite } from '@electric-sql/pglite';
import { pgliteOptions, syncTree } from './durable-folder.ts';

// Runs as a process of its own: creating a database takes about 0.9 GB, which only its end gives back.
const folder = process.argv[2];
if (folder === undefined) throw new Error('usage: initdb FOLDER');
const engine = await PGlite.create(pgliteOptions(folder));
await engine.close();
await syncTree(folder);
