import { expect, test } from 'vitest';
import { siblingModule } from './sibling-module.ts';

test('in the tree a sibling is TypeScript', () => {
  const url = siblingModule('file:///app/src/stores/records/pglite.ts', './worker');
  expect(url.href).toBe('file:///app/src/stores/records/worker.ts');
});

test('in the built package the same sibling is JavaScript', () => {
  const url = siblingModule('file:///app/dist/stores/records/pglite.js', './worker');
  expect(url.href).toBe('file:///app/dist/stores/records/worker.js');
});

test('a dot in a folder or in the name is not taken for the extension', () => {
  const url = siblingModule('file:///srv/akb-0.1.0/dist/stores/warehouse.js', './chdb.process');
  expect(url.href).toBe('file:///srv/akb-0.1.0/dist/stores/chdb.process.js');
});
