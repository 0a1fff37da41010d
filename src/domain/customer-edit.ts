/** What may be stated of a customer by hand. */
export const editableFields = ['name', 'clientType', 'city', 'note'] as const;
export type EditableField = (typeof editableFields)[number];

/** `version`: that of the card which was looked at. A field that is null is taken back: what imports say counts again. */
export interface CustomerEdit extends Partial<Readonly<Record<EditableField, string | null>>> {
  readonly version: number;
}

/** Facts that follow from a field: a city brings its region along. */
export const factsOfField = {
  name: ['name'],
  clientType: ['clientType'],
  city: ['city', 'region', 'federalDistrict', 'country'],
  note: ['note'],
} as const satisfies Record<EditableField, readonly string[]>;

export const fieldOfFact = (fact: string): EditableField | null =>
  editableFields.find((field) => (factsOfField[field] as readonly string[]).includes(fact)) ?? null;

/** Those that figures are sliced by: stating one is a new version of the data. */
export const isOfFigures = (field: EditableField): boolean => field === 'clientType' || field === 'city';
