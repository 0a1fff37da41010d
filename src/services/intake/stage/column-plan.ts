import type { Field } from '../../../domain/fields.ts';
import type { ColumnFormat, Recognition } from '../recognition.ts';
import type { SourceTable } from '../source-table.ts';

/** A recognised table with the decisions that staging needs. */
export interface ColumnPlan {
  readonly table: SourceTable;
  readonly recognition: Recognition;
  readonly formats: ReadonlyMap<Field, ColumnFormat>;
}

export const hasField = (plan: ColumnPlan, field: Field): boolean =>
  plan.recognition.columns.some((column) => column.field === field);

export const firstField = (plan: ColumnPlan, ...wanted: Field[]): Field | undefined =>
  wanted.find((field) => hasField(plan, field));

/** Which columns say who the customer is and what he is like. Order is part of the tuple. */
export const partyFields = [
  'holding',
  'clientCode',
  'clientName',
  'clientFullName',
  'inn',
  'kpp',
  'innKpp',
  'ogrn',
  'deliveryPointCode',
  'deliveryPointName',
  'deliveryPointType',
  'deliveryAddress',
  'city',
  'region',
  'federalDistrict',
  'country',
  'legalAddress',
  'clientType',
  'legalForm',
  'salesChannel',
  'acquisitionChannel',
  'industry',
  'phone',
  'email',
  'contactName',
  'contactPosition',
  'decisionMaker',
  'influencer',
  'site',
  'messenger',
  'creditLimit',
  'deferralDays',
  'createdAt',
  'birthDate',
  'sex',
  'note',
] as const satisfies readonly Field[];

/** What a card says besides. Not part of the tuples of lines: an amount on every line would make every line a tuple. */
export const cardFields = [
  ...partyFields,
  'contract',
  'debt',
  'overdueDebt',
  'debtDate',
] as const satisfies readonly Field[];

export const productFields = [
  'skuCode',
  'skuName',
  'skuNameUnit',
  'category',
  'subcategory',
  'brand',
  'manufacturer',
  'unit',
] as const satisfies readonly Field[];

export const memberFields = [
  'salesRepName',
  'salesRepCode',
  'managerName',
  'managerCode',
  'supervisor',
  'team',
  'department',
  'branch',
  'ownCompany',
  'territoryCode',
  'territoryName',
] as const satisfies readonly Field[];

export type Tuple<F extends Field> = Readonly<Partial<Record<F, string>>>;

export const presentFields = <F extends Field>(plan: ColumnPlan, wanted: readonly F[]): F[] =>
  wanted.filter((field) => hasField(plan, field));

const factFields = [
  'documentId',
  'documentNumber',
  'documentType',
  'documentStatus',
  'documentPresentation',
  'shipmentDate',
  'month',
  'orderDate',
  'quantity',
  'price',
  'amountGross',
  'amountNet',
  'vatAmount',
  'costAmount',
] as const satisfies readonly Field[];

const staged = new Set<Field>([...factFields, ...partyFields, ...productFields, ...memberFields]);

/** Columns that become part of a line; the others stay in the source file. */
export const stagedFields = (plan: ColumnPlan): Field[] =>
  plan.recognition.columns.flatMap((column) =>
    column.field !== null && staged.has(column.field) ? [column.field] : [],
  );
