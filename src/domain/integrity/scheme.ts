/** What may be behind a signal: numbers of the catalogue of schemes by which an active base is inflated. */
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

/** Numbers in the catalogue; they are kept in the records and never change. */
export const schemeNumber: Readonly<Record<Scheme, number>> = {
  ...{ cheapestTick: 1, ghostClient: 2, splitSale: 4, shipAndReturn: 8, overload: 9, duplicateNew: 10 },
  ...{ alternating: 11, addressClone: 13, backdated: 14, zeroPrice: 16 },
};

export const schemeOf = (number: number): Scheme | undefined =>
  schemes.find((scheme) => schemeNumber[scheme] === number);

/** What a signal is about; it stays the same through imports. */
export interface CaseKey {
  readonly scheme: Scheme;
  /** Id of the member of the organisation. */
  readonly rep: number;
  /** `2026-10` */
  readonly month: string;
}

export const caseKey = ({ scheme, rep, month }: CaseKey): string => `${scheme} ${rep} ${month}`;
