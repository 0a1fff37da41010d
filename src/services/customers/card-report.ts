import type { EditableField } from '../../domain/customer-edit.ts';
import type { AssignableDimension } from '../../domain/dimensions.ts';
import type { CountUnit, IsoDate } from '../../domain/units.ts';
import type { CustomerRow } from '../activity/report.ts';
import type { Rhythm } from '../rhythm/rhythm.ts';
import type { EditOfCustomer } from './edits.ts';
import type { CustomerReceivables } from './receivables.ts';

/** Numbers of all that is loaded, by the method `main`. */
type Totals = Pick<
  CustomerRow,
  'sales' | 'salesExVat' | 'documents' | 'products' | 'avgCheck' | 'firstPurchase' | 'lastPurchase'
>;

/** What texts nobody states are empty. */
export interface CustomerCard extends Totals {
  readonly unit: CountUnit;
  /** Of the unit that the identity asked for belongs to. */
  readonly id: number;
  readonly dataVersion: number;
  /** For an edit: it is refused when there has been another one since. */
  readonly version: number;
  readonly person: boolean;
  readonly name: string;
  readonly fullName: string;
  readonly code: string;
  readonly inn: string;
  readonly kpp: string;
  readonly ogrn: string;
  readonly clientType: string;
  readonly salesChannel: string;
  readonly acquisitionChannel: string;
  readonly industry: string;
  /** Of the client, as last stated; `CustomerStatus`. */
  readonly status: string;
  readonly statusReason: string;
  /** null: nobody has stated one. */
  readonly statusSince: IsoDate | null;
  readonly city: string;
  readonly region: string;
  readonly federalDistrict: string;
  readonly country: string;
  /** Of the delivery point: its type or grade, by which premiums may have rates. */
  readonly pointType: string;
  readonly address: string;
  readonly legalAddress: string;
  readonly site: string;
  readonly creditLimit: string;
  readonly deferralDays: string;
  readonly note: string;
  /** null: no file has said what he owes. */
  readonly receivables: CustomerReceivables | null;
  /** null: has never bought. */
  readonly rhythm: Rhythm | null;
  /** null: kept from the reader. */
  readonly contacts: CustomerContacts | null;
  /** Who is responsible on the last loaded day; null: nobody, or nobody whom the reader may be told of. */
  readonly responsible: Readonly<Record<AssignableDimension, NamedId | null>>;
  /** Known since. */
  readonly firstSeen: IsoDate | null;
  readonly family: CustomerFamily;
  /** Under which names sources know this legal entity. */
  readonly identities: readonly {
    readonly id: number;
    readonly source: string;
    readonly code: string;
    readonly name: string;
  }[];
  /** Of which unit a field has to be stated: this one, or another one of the family. */
  readonly editable: Readonly<Record<EditableField, CountUnit>>;
  /** What imports say of the fields that somebody has stated. */
  readonly imported: Readonly<Partial<Record<EditableField, string>>>;
  readonly edits: readonly EditOfCustomer[];
}

interface NamedId {
  readonly id: number;
  readonly name: string;
}

export interface CustomerContacts {
  readonly phones: readonly string[];
  readonly emails: readonly string[];
  readonly messenger: string;
  readonly contactName: string;
  readonly contactPosition: string;
  readonly decisionMaker: string;
  readonly influencer: string;
}

/** Those that the reader may be told of. */
export interface CustomerFamily {
  readonly client: FamilyMember | null;
  readonly legalEntities: readonly (FamilyMember & {
    readonly deliveryPoints: readonly (FamilyMember & {
      readonly implicit: boolean;
      readonly city: string;
    })[];
  })[];
}

interface FamilyMember extends NamedId {
  readonly code: string;
  readonly address: string;
}
