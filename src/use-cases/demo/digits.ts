import { at } from './random.ts';

// Looked up instead of made anew: the engine keeps every number it has printed for a while, which adds up.
const upTo999 = Array.from({ length: 1000 }, (_, n) => String(n));
const twoDigits = upTo999.slice(0, 100).map((text) => text.padStart(2, '0'));
const threeDigits = upTo999.map((text) => text.padStart(3, '0'));

/** A whole number in groups of three digits, with zeros in front: two groups of 1234 are `001234`. */
export function zeroPadded(value: number, groups: number): string {
  const last = at(threeDigits, value % 1000);
  return groups === 1 ? last : zeroPadded(Math.floor(value / 1000), groups - 1) + last;
}

/** An integer of 10^-places as 1C prints it: `-1 581,82`, thousands apart by U+00A0. */
export function decimal(value: number, places: 2 | 3): string {
  const fractions = places === 2 ? twoDigits : threeDigits;
  const magnitude = Math.abs(value);
  const whole = Math.floor(magnitude / fractions.length);
  const text = `${grouped(whole)},${at(fractions, magnitude - whole * fractions.length)}`;
  return value < 0 ? `-${text}` : text;
}

function grouped(whole: number): string {
  if (whole < 1000) return at(upTo999, whole);
  return `${grouped(Math.floor(whole / 1000))}\u00a0${at(threeDigits, whole % 1000)}`;
}
