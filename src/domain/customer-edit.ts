import type { CustomerStatus } from './customer-status.ts';
import type { Grounds } from './grounds.ts';
import type { IsoDate } from './units.ts';

/** What may be stated of a customer by hand. */
export const editableFields = [
  'name',
  'clientType',
  'salesChannel',
  'acquisitionChannel',
  'industry',
  'status',
  'statusReason',
  'city',
  'pointType',
  'address',
  'legalAddress',
  'site',
  'note',
] as const;
export type EditableField = (typeof editableFields)[number];

/** `version`: that of the card which was looked at. A field that is null is taken back: what imports say counts again. */
export interface CustomerEdit
  extends Partial<Readonly<Record<Exclude<EditableField, 'status'>, string | null>>> {
  readonly status?: CustomerStatus | null;
  readonly version: number;
  /** From which day on it is so, today when left out. What held before that day stays as it was. */
  readonly since?: IsoDate;
  readonly grounds?: Grounds;
}

/** Facts that follow from a field: a city brings its region along. */
export const factsOfField = {
  name: ['name'],
  clientType: ['clientType'],
  salesChannel: ['salesChannel'],
  acquisitionChannel: ['acquisitionChannel'],
  industry: ['industry'],
  status: ['status'],
  statusReason: ['statusReason'],
  city: ['city', 'region', 'federalDistrict', 'country'],
  pointType: ['pointType'],
  address: ['address'],
  legalAddress: ['legalAddress'],
  site: ['site'],
  note: ['note'],
} as const satisfies Record<EditableField, readonly string[]>;

/** Whatever is stated of a customer himself: merges, groups and removals are other facts. */
export const factsOfFields: readonly string[] = Object.values(factsOfField).flat();

export const fieldOfFact = (fact: string): EditableField | null =>
  editableFields.find((field) => (factsOfField[field] as readonly string[]).includes(fact)) ?? null;

/** Properties of the client, whichever of his parts is looked at. */
export const clientFields = [
  'clientType',
  'salesChannel',
  'acquisitionChannel',
  'industry',
  'status',
] as const;
export type ClientField = (typeof clientFields)[number];

/** Those that figures are sliced by: stating one is a new version of the data. */
export const isOfFigures = (field: EditableField): boolean =>
  field === 'city' || (clientFields as readonly string[]).includes(field);
