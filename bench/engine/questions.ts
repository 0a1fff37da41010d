import { addDays } from '../../src/domain/iso-date.ts';
import { daysPeriod } from '../../src/domain/period.ts';
import { asked, type Company } from './company.ts';
import { pageBy } from './customer-questions.ts';
import { bridgeBy, dashboard, monthBy, type Part, totalsBy } from './figure-questions.ts';
import { type EngineQuestion, notYet } from './question.ts';
import { rolling } from './raw-lines.ts';

const dimensions = ['rep', 'branch', 'category', 'city', 'federalDistrict', 'clientType', 'sku'] as const;

/** Everything that the bench asks, in order. */
export function engineQuestions({ months }: Company): readonly EngineQuestion[] {
  const last = months.at(-1) ?? months[0];
  const history = { from: months[0].from, to: last.to };
  const acrossMonths = daysPeriod(addDays(last.from, -14), addDays(last.from, 15));
  const crossed = [[], ['rep'], ['category'], ['rep', 'category']] as const;
  return [
    { name: 'dashboard', target: 60, ...dashboard(months) },
    ...dimensions.map((by) => ({ name: `month × ${by}`, target: 60, ...monthBy(last, history, by) })),
    { name: 'bridge by branch, 36 months', target: 60, ...bridgeBy(months, 'branch') },
    { name: 'bridge by rep, 36 months', target: 60, ...bridgeBy(months, 'rep') },
    { name: 'month × rep × category with totals', target: 100, ...totalsBy([last], crossed) },
    { name: '36 months × reps with totals', target: 120, ...totalsBy(months, [[], ['rep']]) },
    { name: '36 months × categories with totals', target: 400, ...totalsBy(months, [[], ['category']]) },
    notYet('rolling 30 days, every day', 350, (tables) => [rolling(tables, history)], [1]),
    { name: 'city, category and type, one month', target: 150, ...totalsBy([last], [[]], cityCategoryType) },
    { name: 'city, category and type, 36 months', target: 500, ...totalsBy(months, [[]], cityCategoryType) },
    { name: '30 days of a category', target: 300, ...totalsBy([acrossMonths], [[]], ofCategory) },
    { name: '30 days of a rep', target: 300, ...totalsBy([acrossMonths], [[]], ofRep) },
    { name: 'first page of customers by sales', target: 60, ...pageBy('sales', last, history) },
    { name: 'first page of customers by name', target: 150, ...pageBy('name', last, history) },
    notYet('first page with a search word', 200),
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
