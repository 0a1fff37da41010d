import type { Span } from './spans.ts';

/** What the oracle speaks of. */

export type Kind = 'shipment' | 'return' | 'correction' | 'free' | 'monthTotal';
export type Unit = 'client' | 'entity' | 'point';
export type Dimension = 'rep' | 'sku' | 'category' | 'city' | 'clientType';

/** A ledger line; '' is unknown. Quantities and money in ten-thousandths; null is unknown. */
export interface Line {
  readonly document: string;
  readonly numbered: boolean;
  readonly date: string;
  readonly kind: Kind;
  readonly point: string;
  readonly product: string;
  readonly rep: string;
  readonly quantity: number | null;
  readonly amount: number | null;
  readonly amountNet: number | null;
}

export interface Point {
  readonly entity: string;
  readonly client: string;
  readonly implicit: boolean;
  readonly registered: string;
  readonly city: string;
}

/** Whom and what the lines speak of. */
export interface World {
  readonly points: ReadonlyMap<string, Point>;
  /** Registration of legal entities. */
  readonly registered: ReadonlyMap<string, string>;
  readonly clientTypes: ReadonlyMap<string, string>;
  readonly categories: ReadonlyMap<string, string>;
  /** Which rep is responsible for a legal entity since a day. */
  readonly assigned: readonly { readonly entity: string; readonly since: string; readonly rep: string }[];
  /** To which team and branch a rep belongs since a day, in order of days. */
  readonly above: readonly {
    readonly rep: string;
    readonly kind: string;
    readonly since: string;
    readonly member: string;
  }[];
  /** What points (city) and clients (type, status) were since a day, in order of days, where they have changed. */
  readonly past: readonly {
    readonly id: string;
    readonly of: string;
    readonly since: string;
    readonly member: string;
  }[];
}

export interface Rules {
  readonly kinds: readonly Kind[];
  readonly returns: 'month' | 'off' | { readonly days: number };
  readonly least: Partial<Record<'amount' | 'amountNet' | 'quantity' | 'products' | 'documents', number>>;
  readonly categories?: readonly string[];
  readonly excluded: readonly string[];
  readonly totalBase: 'everBought' | 'allRegistered' | 'assigned';
  readonly attribution: 'document' | 'assigned';
}

export interface Question {
  readonly unit: Unit;
  readonly period: Span;
  /** P−1 */
  readonly previous: Span;
  readonly scope: 'slice' | 'company';
}

/** Lines of which the member of the dimension is one of these. */
export interface Condition {
  readonly dimension: Dimension;
  readonly members: readonly string[];
  /** Attributes as they were on that day. */
  readonly on?: string | undefined;
}

/** Lines of any of these, in a scope: `rep 41`, `team 51`, `branch 61`. */
export interface Sight {
  readonly dimension: 'sight';
  readonly members: readonly string[];
  readonly on?: undefined;
}

export type SetName =
  | 'active'
  | 'totalBase'
  | 'workingBase'
  | 'inactive'
  | 'outsideAssignment'
  | 'new'
  | 'retained'
  | 'reactivated'
  | 'lost'
  | 'transferredIn'
  | 'transferredOut'
  | 'prospects'
  | 'sales';

/** Sets of units, and figures over the lines of the period; null where unknown. */
export interface Answer {
  readonly sets: Readonly<Record<SetName, ReadonlySet<string>>>;
  /** Of the total base. */
  readonly activeInBase: number;
  /** False where units have the member through their lines only. */
  readonly prospectsKnown: boolean;
  readonly sales: number | null;
  readonly salesExVat: number | null;
  readonly documents: number | null;
  readonly skuPairs: number | null;
}

/** What `answerFor` looks at again and again. */
export interface Book {
  readonly lines: readonly Line[];
  readonly counted: readonly Line[];
  readonly rules: Rules;
  readonly world: World;
}
