import type { Say } from '../../messages/index.ts';
import type { CustomerRow } from '../../services/activity/report.ts';
import { type CellKind, type Column, plainNumber } from './columns.ts';

type CustomerField = Exclude<keyof Omit<CustomerRow, 'shown'>, 'id'>;

/** Which columns a list of customers has. `akb` is the founding documents' «База клиентов по АКБ», in their order. */
export const customerReports = ['akb', 'full'] as const;
export type CustomerReportName = (typeof customerReports)[number];

const akb: readonly CustomerField[] = [
  'name',
  'address',
  'industry',
  'phone',
  'decisionMaker',
  'influencer',
  'city',
  'avgCheck',
  'acquisitionChannel',
  'salesChannel',
  'manager',
];

const full: readonly CustomerField[] = [
  'code',
  ...akb,
  'clientType',
  'sales',
  'salesExVat',
  'documents',
  'products',
  'firstPurchase',
  'lastPurchase',
];

const kinds: Partial<Record<CustomerField, CellKind>> = {
  code: 'code',
  phone: 'code',
  avgCheck: 'money',
  sales: 'money',
  salesExVat: 'money',
  documents: 'count',
  products: 'count',
  firstPurchase: 'date',
  lastPurchase: 'date',
};

/** In a narrow terminal the last ones here stay longest. */
const sparest: readonly CustomerField[] = [
  'code',
  'clientType',
  'firstPurchase',
  'influencer',
  'industry',
  'acquisitionChannel',
  'salesChannel',
  'salesExVat',
  'products',
  'documents',
  'lastPurchase',
  'decisionMaker',
  'manager',
  'address',
  'avgCheck',
  'sales',
  'phone',
  'city',
];

export const customerColumns = (report: CustomerReportName, say: Say): readonly Column<CustomerRow>[] =>
  chosenColumns(report === 'akb' ? akb : full, say);

/** Columns as somebody has chosen them, in his order. */
export function chosenColumns(chosen: readonly CustomerField[], say: Say): readonly Column<CustomerRow>[] {
  return chosen.map((field) => ({
    title: say(`customer.${field}`),
    kind: kinds[field] ?? 'text',
    value: (customer) =>
      field === 'name' && !customer.shown ? say('customer.handedOver', { id: customer.id }) : customer[field],
    spare: field === 'name' ? 0 : sparest.length - sparest.indexOf(field),
  }));
}

/** One customer of `akb customers --json`, documented in docs/cli.md: every field, money with kopecks. */
export function customerJson(customer: CustomerRow): Record<string, unknown> {
  const money = (value: string | null) => (value === null ? null : plainNumber(value, 'money'));
  const { id, code, name, address, industry, phone, decisionMaker, influencer, city } = customer;
  const { clientType, salesChannel, acquisitionChannel, manager, documents, products } = customer;
  return {
    ...{ id, code, name, address, industry, phone, decisionMaker, influencer, city },
    ...{ clientType, salesChannel, acquisitionChannel, manager },
    sales: money(customer.sales),
    salesExVat: money(customer.salesExVat),
    documents,
    products,
    avgCheck: money(customer.avgCheck),
    firstPurchase: customer.firstPurchase,
    lastPurchase: customer.lastPurchase,
  };
}
