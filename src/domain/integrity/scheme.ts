/** What may be behind a signal: schemes by which an active base is inflated. */
export const schemes = [
  'cheapestTick',
  'ghostClient',
  'splitSale',
  'shipAndReturn',
  'overload',
  'duplicateNew',
  'alternating',
  'addressClone',
  'backdated',
  'zeroPrice',
] as const;
export type Scheme = (typeof schemes)[number];

/** Their numbers in the catalogue of schemes; kept in the records, so they never change. */
export const schemeNumber: Readonly<Record<Scheme, number>> = {
  ...{ cheapestTick: 1, ghostClient: 2, splitSale: 4, shipAndReturn: 8, overload: 9, duplicateNew: 10 },
  ...{ alternating: 11, addressClone: 13, backdated: 14, zeroPrice: 16 },
};

/** What a signal is about; the same whatever is imported. */
export interface CaseKey {
  readonly scheme: Scheme;
  /** Id of the member of the organisation. */
  readonly rep: number;
  /** `2026-10` */
  readonly month: string;
}

/** How a case is named in addresses and commands: `8-38-2026-10` is scheme 8, rep 38, October 2026. */
export const caseId = ({ scheme, rep, month }: CaseKey): string => `${schemeNumber[scheme]}-${rep}-${month}`;

export const caseIdForm = /^(\d{1,2})-(\d{1,9})-((?:19|20|21)\d\d-(?:0[1-9]|1[0-2]))$/;

/** null: no case is named so. */
export function caseOf(id: string): CaseKey | null {
  const [, number, rep, month = ''] = caseIdForm.exec(id) ?? [];
  const scheme = schemes.find((one) => schemeNumber[one] === Number(number));
  return scheme === undefined ? null : { scheme, rep: Number(rep), month };
}
