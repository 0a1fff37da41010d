import { expect, test } from 'vitest';
import { translator } from '../../messages/index.ts';
import type { PlanFact, PlanFactRow } from '../../use-cases/plans/plan-fact.ts';
import { extrapolationSheet } from './extrapolation-sheet.ts';
import { worksheetCell } from './xlsx-parts.ts';

const row = (
  more: Partial<PlanFactRow>,
  forecast: Partial<PlanFactRow['forecast'] & object>,
): PlanFactRow => ({
  ...{ level: 'rep', member: 7, name: 'Анна', metric: 'sales', product: null, value: '1200', fact: '580' },
  compared: { deviation: '-620', deviationShare: '-0.5167', fulfilment: '0.4833' },
  ...{ requiredPace: '77.5', workingDays: { days: 22, passed: 14 }, qualified: null, drifted: null },
  before: null,
  ...more,
  forecast: {
    ...{ value: '911.43', share: '0.636364', deviation: '-288.57', fulfilment: '0.7595' },
    ...{ interval: null, probability: null, predictor: 'linear', mark: null },
    ...forecast,
  },
});

async function cellsOf(...rows: PlanFactRow[]) {
  const entry = { period: '2026-11', version: 1, comment: '', author: '', statedOn: '2026-10-28' };
  const plan: PlanFact = {
    ...{ ...entry, stated: 'before', approved: null, dataVersion: 1, asOf: '2026-11-19', closed: null },
    rows,
  };
  const found = [];
  for await (const { values } of extrapolationSheet(plan, translator('ru')).rows) found.push(values);
  return found;
}

test('580 in 14 days of 22 are 911, 76 % of 1,200, and Excel goes on counting', async () => {
  const [cells = []] = await cellsOf(row({}, {}));
  // Two lines of caption, an empty one is none, and the header: the first row is the fourth.
  expect(cells.slice(2, 4)).toEqual(['1200', '580']);
  expect(cells[8]).toEqual({ formula: 'IF(F4=0,"",ROUND(D4/F4*G4,2))', value: '911.43' });
  expect(cells[9]).toEqual({ formula: 'IF(C4=0,"",I4/C4)', value: '0.7595' });
});

test('customers are the fact by the share that has usually come, and a name that looks like a formula is text', async () => {
  const curve = { value: '916', share: '0.864629', predictor: 'curve' } as const;
  const [, cells = []] = await cellsOf(
    row({}, {}),
    row({ name: '=CMD()', metric: 'activeBase', fact: '792' }, curve),
  );
  expect(cells[7]).toEqual({ formula: '0.864629', value: '0.864629' });
  expect(cells[8]).toEqual({ formula: 'IF(N(H5)=0,D5,ROUND(D5/H5,0))', value: '916' });
  expect(worksheetCell('A5', cells[0] ?? null, 'text', 'body', 'ru')).toContain('t="inlineStr"');
  expect(worksheetCell('I5', cells[8] ?? null, 'ratio', 'body', 'ru')).toContain(
    '<f>IF(N(H5)=0,D5,ROUND(D5/H5,0))</f><v>916.0000</v>',
  );
});
