import { readdirSync, readFileSync, writeFileSync } from 'node:fs';
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
        writeFileSync(`${file}.gz`, gzipSync(readFileSync(file)));
    }
  },
});

export default defineConfig({
  plugins: [compressed()],
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
      // Libraries mark what runs in browsers (`use client`), for frameworks that also run on servers.
      onLog: (level, log, show) => {
        if (log.code !== 'MODULE_LEVEL_DIRECTIVE') show(level, log);
      },
    },
  },
});
