// @ts-check
// Writes the part of Inter that every page shows, weights 400–600, into src/design/fonts: node web/scripts/subset-inter.mjs
// All other letters come from the whole font, which a browser fetches only when it meets one of them.
import { readFileSync, writeFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import path from 'node:path';
import subsetFont from 'subset-font';

const files = path.dirname(createRequire(import.meta.url).resolve('@fontsource-variable/inter/index.css'));
const folder = path.join(import.meta.dirname, '../src/design/fonts');
const letters = (/** @type {number} */ from, /** @type {number} */ to) =>
  Array.from({ length: to - from + 1 }, (_, at) => String.fromCodePoint(from + at)).join('');

const parts = {
  latin: `${letters(0x20, 0x7e)}\u00a0§«»°·×–—‘’‚“”„•…−`,
  cyrillic: `${letters(0x410, 0x44f)}Ёё№`,
  'latin-ext': '₽₸€',
  'cyrillic-ext': 'ҒғҖҗҚқҢңҮүҰұҺһӘәӨө',
};

for (const [part, text] of Object.entries(parts)) {
  const whole = readFileSync(path.join(files, `files/inter-${part}-wght-normal.woff2`));
  const some = await subsetFont(whole, text, {
    targetFormat: 'woff2',
    variationAxes: { wght: { min: 400, max: 600, default: 400 } },
  });
  writeFileSync(path.join(folder, `inter-${part}.woff2`), some);
  const ranges = [...text].map((letter) => `U+${letter.codePointAt(0)?.toString(16).toUpperCase()}`);
  console.log(`${part}: ${some.length} bytes, ${ranges.length} letters`);
}
