import type { Field } from '../../../domain/fields.ts';
import { dateFields, numberFields } from '../format/decide-formats.ts';
import type { Profile } from './profile.ts';

/** Fields that say who bought. */
export const clientFields: readonly Field[] = [
  'clientName',
  'clientFullName',
  'clientCode',
  'inn',
  'innKpp',
  'deliveryPointName',
  'deliveryPointCode',
];
export const productFields: readonly Field[] = ['skuName', 'skuNameUnit', 'skuCode'];
export const documentFields: readonly Field[] = ['documentNumber', 'documentPresentation', 'documentId'];
export const amountFields: readonly Field[] = ['amountGross', 'amountNet'];
/** Days that can date a shipment. */
export const dayFields: readonly Field[] = ['shipmentDate', 'month', 'orderDate', 'documentPresentation'];
export const planFields: readonly Field[] = ['planActiveBase', 'planSales', 'planAvgSku', 'planOther'];
export const memberFields: readonly Field[] = [
  'managerName',
  'managerCode',
  'salesRepName',
  'salesRepCode',
  'supervisor',
  'team',
  'department',
  'branch',
];
export const attributeFields: readonly Field[] = [
  'clientType',
  'salesChannel',
  'acquisitionChannel',
  'industry',
  'kpp',
  'ogrn',
  'legalForm',
  'deliveryAddress',
  'legalAddress',
  'city',
  'region',
  'federalDistrict',
  'country',
  'contactName',
  'phone',
  'email',
  'site',
  'messenger',
  'creditLimit',
  'deferralDays',
  'debt',
  'overdueDebt',
  'debtDate',
  'contract',
  'holding',
  'createdAt',
  'birthDate',
  'consent',
  'decisionMaker',
  'influencer',
  'note',
  'tags',
];

/** Wrong columns of these would count wrong: unsure readings are asked about. */
export const essentialFields: ReadonlySet<Field> = new Set<Field>([
  ...clientFields,
  ...productFields,
  ...documentFields,
  ...amountFields,
  ...dayFields,
  ...planFields,
  'quantity',
  'price',
  'documentType',
  'documentStatus',
  'ownCompany',
  'salesRepName',
  'managerName',
]);

/** A table about customers may have several columns of these. */
export const manyValued: ReadonlySet<Field> = new Set<Field>([
  'phone',
  'email',
  'site',
  'messenger',
  'note',
  'tags',
]);

/** Whether values can be what the header says. An empty column contradicts nothing. */
export function fits(field: Field, values: Profile): boolean {
  if (values.filled === 0) return true;
  if (field === 'month') return values.months >= 0.5 || values.dates >= 0.5;
  if (field === 'consent') return true;
  if (dateFields.has(field)) return values.dates >= 0.5;
  if (field === 'deferralDays' || field === 'vatRate' || field === 'discount') return true;
  if (numberFields.has(field)) return values.numbers >= 0.5;
  if (field === 'documentPresentation') return values.presentations >= 0.5;
  if (field === 'email') return values.emails >= 0.3;
  if (field === 'phone') return values.samples.some((value) => /\d{5}/.test(value.replace(/\D/g, '')));
  if (field === 'inn') return values.samples.some((value) => /\d{9,12}/.test(value.replace(/\D/g, '')));
  return true;
}
