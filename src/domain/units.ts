/** The three levels at which customers are counted; each contains the next. */
export const countUnits = ['client', 'legalEntity', 'deliveryPoint'] as const;
export type CountUnit = (typeof countUnits)[number];

/** A calendar date without time or zone, `YYYY-MM-DD`. */
export type IsoDate = string;

/** An exact decimal number as text, `-1234.5`. Money is in the currency of the ledger. */
export type Decimal = string;
