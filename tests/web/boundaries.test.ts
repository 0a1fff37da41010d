import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';

// The boundary check of the other floors cannot parse JSX; these are the rules of the web application.

const root = path.join(import.meta.dirname, '../..');
const sources = readdirSync(path.join(root, 'web/src'), { recursive: true, withFileTypes: true })
  .filter((entry) => entry.isFile() && /\.tsx?$/.test(entry.name))
  .map((entry) => path.relative(root, path.join(entry.parentPath, entry.name)));

interface Import {
  readonly from: string;
  readonly to: string;
  /** Nothing of it is left when the program runs. */
  readonly typeOnly: boolean;
}

const importOf = /^(?:import|export)\s+(type\s+)?(?:[^'"]*?\sfrom\s+)?'(\.[^']+)'|\bimport\('(\.[^']+)'\)/gm;

const imports: readonly Import[] = sources.flatMap((from) =>
  [...readFileSync(path.join(root, from), 'utf8').matchAll(importOf)].map(([, type, at, lazy]) => ({
    from,
    to: path.join(path.dirname(from), at ?? lazy ?? ''),
    typeOnly: type !== undefined || lazy !== undefined,
  })),
);

const said = (found: readonly Import[]) => found.map(({ from, to }) => `${from} → ${to}`);

test('of the server the application uses the client of the API, the pure domain and sentences', () => {
  const allowed = /^web\/src\/|^src\/domain\/|^src\/messages\/(?!index)|^src\/edges\/http\/client\//;
  expect(imports.length).toBeGreaterThan(100);
  expect(said(imports.filter(({ to }) => !allowed.test(to)))).toEqual([]);
});

test('a screen can be removed with its folder: only the router, the door and the palette know screens', () => {
  const knows = /^web\/src\/app\/(router|session|palette-pages)\.tsx?$/;
  const screenOf = (file: string) => /^web\/src\/screens\/([^/]+)/.exec(file)?.[1];
  const wrong = imports.filter(
    ({ from, to }) => screenOf(to) !== undefined && screenOf(from) !== screenOf(to) && !knows.test(from),
  );
  expect(said(wrong)).toEqual([]);
});

test('the server knows nothing of the sources of the application', () => {
  const server = readdirSync(path.join(root, 'src'), { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile() && entry.name.endsWith('.ts'))
    .map((entry) => path.join(entry.parentPath, entry.name));
  const wrong = server.filter((file) => /from '[^']*\/web\/src/.test(readFileSync(file, 'utf8')));
  expect(wrong).toEqual([]);
});

test('no modules of the application import each other in a circle', () => {
  const next = Map.groupBy(
    imports.filter(({ typeOnly }) => !typeOnly),
    ({ from }) => from,
  );
  const state = new Map<string, 'open' | 'done'>();
  const circles: string[] = [];
  const walk = (file: string, way: readonly string[]): void => {
    if (state.get(file) === 'open') circles.push([...way.slice(way.indexOf(file)), file].join(' → '));
    if (state.has(file)) return;
    state.set(file, 'open');
    for (const { to } of next.get(file) ?? []) walk(to, [...way, file]);
    state.set(file, 'done');
  };
  for (const file of sources) walk(file, []);
  expect(circles).toEqual([]);
});
