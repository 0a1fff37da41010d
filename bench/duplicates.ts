// `npm run bench:duplicates [-- --lines N]`: how many duplicates are found, and how many that are none.
import { parseArgs } from 'node:util';
import { type Quality, qualityOnDemo, qualityOnResellers, resellersFile } from './duplicates/measure.ts';

const { values } = parseArgs({
  options: { lines: { type: 'string', default: '1000000' }, missed: { type: 'boolean', default: false } },
});

const percent = (share: number): string => `${(share * 100).toFixed(1)} %`;
function told(what: string, quality: Quality, precision: number, recall: number): string {
  const { cards, planted, found, certain, wronglyCertain, milliseconds } = quality;
  const met = quality.precision >= precision && quality.recall >= recall ? 'met' : 'not met';
  if (values.missed) console.error(quality.missed.join('\n'));
  return `| ${[
    ...[what, cards, planted, found, percent(quality.precision), percent(quality.recall)],
    ...[`${certain} (${wronglyCertain} wrong)`, `${Math.round(milliseconds)} ms`],
    ...[`≥ ${precision}, ≥ ${recall}`, met],
  ].join(' | ')} |`;
}

console.log('| what | cards | planted | found | precision | recall | certain | time | targets | |');
console.log('| --- | --: | --: | --: | --: | --: | --: | --: | --- | --- |');
console.log(told('demo company', await qualityOnDemo(Number(values.lines)), 0.98, 0.95));
for (const seed of [1, 2, 3]) {
  const quality = qualityOnResellers(seed);
  if (quality === null) {
    console.error(`no resellers: ${resellersFile} is not there`);
    break;
  }
  console.log(told(`resellers, seed ${seed}`, quality, 0.95, 0.85));
}
