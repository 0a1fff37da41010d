import { existsSync, readdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { gzipSync } from 'node:zlib';
import { defineConfig, type Plugin } from 'vite';

// `npm run dev -w akb-web` serves the sources beside a running `akb start` (AKB_SERVER, its address).
const server = process.env.AKB_SERVER ?? 'http://127.0.0.1:8765';

/** The server sends what lies beside a file under its name with `.gz`. */
const compressed = (): Plugin => ({
  name: 'compressed',
  writeBundle({ dir = '' }) {
    for (const entry of readdirSync(dir, { recursive: true, withFileTypes: true })) {
      const file = path.join(entry.parentPath, entry.name);
      if (entry.isFile() && /\.(js|css|svg)$/.test(file))
        writeFileSync(`${file}.gz`, gzipSync(readFileSync(file), { level: 9 }));
    }
  },
});

/** Components of the library bring no styles along: those in use are named in `design/mantine-styles.ts`. */
const styled = (): Plugin => ({
  name: 'styled',
  generateBundle(_options, bundle) {
    const named = [...this.getModuleIds()].flatMap(
      (id) => /core\/styles\/(\w+)\.layer\.css/.exec(id)?.[1] ?? [],
    );
    const rendered = Object.values(bundle)
      .flatMap((output) => (output.type === 'chunk' ? Object.entries(output.modules) : []))
      .filter(([, module]) => module.renderedLength > 0);
    const used = rendered.flatMap(
      ([id]) => /@mantine\/core\/esm\/(?:components|utils)\/(\w+)\//.exec(id)?.[1] ?? [],
    );
    const styles = path.join(import.meta.dirname, '../node_modules/@mantine/core/styles');
    const missing = [...new Set(used)].filter(
      (component) => !named.includes(component) && existsSync(path.join(styles, `${component}.layer.css`)),
    );
    if (missing.length > 0)
      this.error(`name the styles of ${missing.join(', ')} in design/mantine-styles.ts`);
  },
});

/** Schemas check addresses here; describing them as JSON Schema, which every one of them can, is the server's. */
const undescribed = (): Plugin => ({
  name: 'undescribed',
  transform(code, id) {
    if (!/zod\/v4\/core\/(?:json-schema-processors|to-json-schema)\.js$/.test(id)) return null;
    const names = [...code.matchAll(/^export (?:const|function) (\w+)/gm)].map(([, name]) => name);
    return { code: names.map((name) => `export const ${name} = () => undefined;`).join('\n'), map: null };
  },
});

/** What to fill in, settings, and what tells of deeds: the first screen has none of it. */
const later =
  /core\/esm\/components\/(Combobox|Checkbox|Radio|Select|Group|PasswordInput|Notification)\/|screens\/settings\/|notifications\/esm\/Notification|react-transition-group|use-drag/;

export default defineConfig({
  plugins: [styled(), undescribed(), compressed()],
  root: import.meta.dirname,
  server: { port: 8766, proxy: { '/api': { target: server, changeOrigin: false } } },
  build: {
    target: 'es2022',
    // The server tells browsers to keep what has a hash in its name for good.
    assetsDir: 'assets',
    // Nothing is put into the page or the style sheet: the policy of the page allows files of the server only.
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    chunkSizeWarningLimit: 700,
    rolldownOptions: {
      // What most screens share is one file: fifty small ones would cost as many headers, and pack worse.
      output: {
        codeSplitting: {
          groups: [
            { name: 'shared', test: (id) => !later.test(id), minShareCount: 6, priority: 1 },
            { name: 'forms', test: later, minShareCount: 6 },
          ],
        },
      },
      // Libraries mark what runs in browsers (`use client`), for frameworks that also run on servers.
      onLog: (level, log, show) => {
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') show(level, log);
      },
    },
  },
});
