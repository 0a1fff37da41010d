import { type EditableField, editableFields } from '../../../../src/domain/customer-edit.ts';
import type { CustomerCard } from '../../server/api.ts';

/** Fields of a pair in the order in which people compare them; what may be chosen is chosen between the two. */
export const comparedFields = [
  'name',
  'fullName',
  'code',
  'inn',
  'kpp',
  'ogrn',
  'phones',
  'emails',
  'contactName',
  'decisionMaker',
  'influencer',
  'city',
  'address',
  'legalAddress',
  'site',
  'clientType',
  'salesChannel',
  'acquisitionChannel',
  'industry',
  'status',
  'statusReason',
  'rep',
  'note',
] as const;
export type ComparedField = (typeof comparedFields)[number];

/** What a card says of a field; empty where it says nothing, or where contacts are kept from whoever looks. */
export function saidOf(card: CustomerCard, field: ComparedField): string {
  switch (field) {
    case 'phones':
    case 'emails':
      return card.contacts?.[field].join(', ') ?? '';
    case 'contactName':
    case 'decisionMaker':
    case 'influencer':
      return card.contacts?.[field] ?? '';
    case 'rep':
      return card.responsible.rep?.name ?? '';
    default:
      return card[field];
  }
}

export const isChosen = (field: ComparedField): field is EditableField & ComparedField =>
  (editableFields as readonly string[]).includes(field);

/** Whether the two say something else. */
export const differs = (a: CustomerCard, b: CustomerCard, field: ComparedField): boolean =>
  saidOf(a, field) !== saidOf(b, field);

/** What is taken of the absorbed one unless somebody chooses otherwise: what the survivor does not say. His delivery points keep what is theirs. */
export const takenAtFirst = (absorbed: CustomerCard, survivor: CustomerCard): ReadonlySet<EditableField> =>
  new Set(
    editableFields.filter(
      (field) =>
        field !== 'statusReason' &&
        field !== 'pointType' &&
        saidOf(survivor, field) === '' &&
        saidOf(absorbed, field) !== '',
    ),
  );
