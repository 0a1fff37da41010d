import type { Dimension } from '../../domain/dimensions.ts';
import type { Period } from '../../domain/period.ts';
import type { CountUnit, Decimal, IsoDate } from '../../domain/units.ts';

export type { CustomerSetName } from '../../domain/report-words.ts';

/** Figures of one period and slice; definitions in docs/counting (glossary names). null = unknown or undefined. */
export interface Figures {
  readonly activeBase: number;
  /** Of mode `assigned` null where nobody can be assigned: by own companies and territories. */
  readonly totalBase: number | null;
  readonly inactive: number | null;
  /** Only of mode `assigned`: active, and assigned to nobody here («вне закрепления»). */
  readonly outsideAssignment?: number | null;
  readonly prospects: number | null;
  readonly coverage: Decimal | null;
  readonly new: number;
  readonly retained: number;
  readonly reactivated: number;
  /** Active in the period before and not in this one; «ещё не сработали» while the period is open. */
  readonly lost: number;
  /** Only in slices by the organisation: customers that came from or went to another member. */
  readonly transferredIn?: number;
  readonly transferredOut?: number;
  readonly sales: Decimal | null;
  readonly salesExVat: Decimal | null;
  readonly documents: number | null;
  readonly avgCheck: Decimal | null;
  readonly avgPerClient: Decimal | null;
  readonly frequency: Decimal | null;
  readonly skuPairs: number | null;
  readonly avgSkuPerClient: Decimal | null;
}

export interface FigureRow {
  /** `code` is the key of the member in the source («Не определён» has the empty code). */
  readonly key: { readonly code: string; readonly name: string };
  readonly figures: Figures;
}

export interface FigureReport {
  readonly period: Pick<Period, 'from' | 'to' | 'label'>;
  /** The period is not over on the last loaded day: `lost` reads «not yet». */
  readonly open: boolean;
  readonly countUnit: CountUnit;
  readonly method: { readonly id: string; readonly version: number };
  readonly dataVersion: number;
  readonly historySince: IsoDate | null;
  readonly asOf: IsoDate | null;
  /** `new` and `totalBase` are unreliable: the period begins less than 12 months after `historySince`. */
  readonly shortHistory: boolean;
  readonly figures: Figures;
  readonly by?: Dimension;
  readonly rows?: readonly FigureRow[];
  readonly total?: Figures;
}

export interface CustomerRow {
  readonly id: number;
  /** False: the customer was handed over to where the reader does not see; only his number is given. */
  readonly shown: boolean;
  readonly code: string;
  readonly name: string;
  readonly address: string;
  readonly industry: string;
  readonly phone: string;
  readonly decisionMaker: string;
  readonly influencer: string;
  readonly city: string;
  readonly clientType: string;
  readonly salesChannel: string;
  readonly acquisitionChannel: string;
  readonly manager: string;
  readonly sales: Decimal | null;
  readonly salesExVat: Decimal | null;
  readonly documents: number | null;
  /** Different products bought; null where some are unknown. */
  readonly products: number | null;
  readonly avgCheck: Decimal | null;
  readonly firstPurchase: IsoDate | null;
  readonly lastPurchase: IsoDate | null;
}

/** Sums over a whole list, by the rules of figures; null is unknown, or no divisor. */
export interface ListTotals {
  readonly sales: Decimal | null;
  readonly salesExVat: Decimal | null;
  readonly documents: number | null;
  readonly avgCheck: Decimal | null;
}

export interface CustomerPage {
  /** Size of the whole list: that of the figure which it is behind, unless a search has narrowed it. */
  readonly total: number;
  /** Version of the data of all pages of the walk. */
  readonly dataVersion: number;
  readonly rows: readonly CustomerRow[];
  /** Where the next page begins; none: this is the last one. */
  readonly next?: string;
}
