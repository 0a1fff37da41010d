import { addDays } from '../../src/domain/iso-date.ts';
import { daysPeriod, type Period } from '../../src/domain/period.ts';
import { asked, type Company } from './company.ts';
import { pageBy } from './customer-questions.ts';
import {
  assortmentBy,
  bridgeBy,
  dashboard,
  monthBy,
  type Part,
  rollingMonth,
  type Time,
  totalsBy,
} from './figure-questions.ts';
import type { EngineQuestion } from './question.ts';

const dimensions = ['rep', 'branch', 'category', 'city', 'federalDistrict', 'clientType', 'sku'] as const;

/** Everything that the bench asks, in order. */
export function engineQuestions({ months }: Company): readonly EngineQuestion[] {
  const [first] = months;
  const last = months.at(-1) ?? first;
  const once = (period: Period): Time => ({ ...period, byMonth: false });
  const month = once(last);
  const all: Time = { from: first.from, to: last.to, label: `${first.label}..${last.label}`, byMonth: true };
  const acrossMonths = once(daysPeriod(addDays(last.from, -14), addDays(last.from, 15)));
  const span = `${months.length} months`;
  const crossed = { rows: ['rep'], columns: ['category'] } as const;
  return [
    { name: 'dashboard', target: 60, ...dashboard(all, month) },
    ...dimensions.map((by) => ({ name: `month × ${by}`, target: 60, ...monthBy(month, all, by) })),
    { name: 'month × rep with assortment', target: 60, ...assortmentBy(month, 'rep') },
    { name: `bridge by branch, ${span}`, target: 60, ...bridgeBy(all, 'branch') },
    { name: `bridge by rep, ${span}`, target: 60, ...bridgeBy(all, 'rep') },
    { name: 'month × rep × category with totals', target: 100, ...totalsBy(month, crossed) },
    { name: `${span} × reps with totals`, target: 120, ...totalsBy(all, { rows: ['rep'] }) },
    { name: `${span} × categories with totals`, target: 400, ...totalsBy(all, { rows: ['category'] }) },
    { name: 'rolling 30 days, every day', target: 350, ...rollingMonth(all) },
    { name: 'city, category and type, one month', target: 150, ...totalsBy(month, {}, cityCategoryType) },
    { name: `city, category and type, ${span}`, target: 500, ...totalsBy(all, {}, cityCategoryType) },
    { name: '30 days of a category', target: 300, ...totalsBy(acrossMonths, {}, ofCategory) },
    { name: '30 days of a rep', target: 300, ...totalsBy(acrossMonths, {}, ofRep) },
    { name: 'first page of customers by sales', target: 60, ...pageBy('sales', last, all) },
    { name: 'first page of customers by name', target: 150, ...pageBy('name', last, all) },
    {
      name: 'first page with a search word',
      target: 200,
      ...pageBy('name', last, all, 'рябин'),
    },
  ];
}

const cityCategoryType: Part = {
  slice: [
    { dimension: 'city', members: [asked.city] },
    { dimension: 'category', members: [asked.category] },
    { dimension: 'clientType', members: [asked.type] },
  ],
  where: ({ point, product, party }) => `
    l.point IN (SELECT id FROM ${point} AS p WHERE city = '${asked.city}')
    AND l.product IN (SELECT id FROM ${product} AS p WHERE category = '${asked.category}')
    AND l.client IN (SELECT id FROM ${party} AS p WHERE client_type = '${asked.type}')`,
};

const ofCategory: Part = {
  slice: [{ dimension: 'category', members: [asked.category] }],
  where: ({ product }) =>
    `l.product IN (SELECT id FROM ${product} AS p WHERE category = '${asked.category}')`,
};

const ofRep: Part = {
  slice: [{ dimension: 'rep', members: [asked.rep] }],
  where: () => `l.rep = ${asked.rep}`,
};
