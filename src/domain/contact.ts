import type { CountUnit, IsoDate } from './units.ts';

/** ЛПР, ЛВР, director, accountant, buyer, or something else. */
export const contactRoles = [
  'decisionMaker',
  'influencer',
  'director',
  'accountant',
  'buyer',
  'other',
] as const;
export type ContactRole = (typeof contactRoles)[number];

/** How somebody likes to be reached. */
export const contactChannels = ['phone', 'email', 'messenger', 'meeting'] as const;
export type ContactChannel = (typeof contactChannels)[number];

/** As it was written; null: no whole number of that. */
export interface ContactPhone {
  readonly raw: string;
  readonly e164: string | null;
}

/** Off unless the company has said what for; of whoever may see it. */
export const specialFields = ['family', 'hobbies', 'children'] as const;
export type SpecialField = (typeof specialFields)[number];
export type SpecialInformation = Readonly<Record<SpecialField, string>>;

/** Why the company may have it: Federal Law 152-ФЗ, articles 5, 6 and 18. */
export interface PersonalOriginWords {
  readonly source: string;
  readonly basis: string;
  readonly purpose: string;
  readonly on: IsoDate;
}

export interface ContactWords {
  readonly name: string;
  readonly role: ContactRole;
  readonly position: string;
  readonly emails: readonly string[];
  readonly messenger: string;
  /** `YYYY-MM-DD`, or `--MM-DD` where the year is not known. */
  readonly birthday: string | null;
  readonly channel: ContactChannel | null;
  readonly note: string;
  readonly origin: PersonalOriginWords;
}

/** Phones as somebody writes them. */
export interface NewContact
  extends Pick<ContactWords, 'name' | 'origin'>,
    Partial<Omit<ContactWords, 'name' | 'origin'>> {
  readonly unit: CountUnit;
  readonly id: number;
  readonly phones?: readonly string[];
  readonly special?: Partial<SpecialInformation>;
}

/** `version`: that of the contact which was looked at. What is personal and new says where it is from: `origin`. */
export interface ContactChange extends Partial<ContactWords> {
  readonly version: number;
  readonly phones?: readonly string[];
  readonly special?: Partial<SpecialInformation>;
}

export interface Contact extends ContactWords {
  readonly id: number;
  readonly version: number;
  readonly level: 'party' | 'point';
  readonly unitId: number;
  readonly phones: readonly ContactPhone[];
  /** null: kept from the reader, or the company keeps none. */
  readonly special: SpecialInformation | null;
  /** Which words of a file it was taken over from. */
  readonly takenFrom: ImportedRole | null;
}

/** What imports say of persons. */
export const importedRoles = ['decisionMaker', 'influencer', 'contactName'] as const;
export type ImportedRole = (typeof importedRoles)[number];

/** A person of whom an import says something; never changed. */
export interface ImportedContact {
  readonly from: ImportedRole;
  readonly name: string;
  readonly role: ContactRole;
  readonly position: string;
  readonly level: 'party' | 'point';
  readonly unitId: number;
}
