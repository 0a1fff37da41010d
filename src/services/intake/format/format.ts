/** How numbers of one column are written. */
export interface NumberFormat {
  readonly decimal: ',' | '.';
  /**
   * Also thousands separators may occur: blanks, U+00A0, U+202F, apostrophes always; this one when not the decimal.
   * With `null` neither point nor comma separates thousands, and a lone one of either kind is the decimal separator
   * (a sheet mixes typed cells, `12.5`, with typed-in text, `12,50`).
   */
  readonly thousands: ',' | '.' | null;
}

/** How dates of one column are written. Time of day, if any, is dropped. */
export interface DateFormat {
  readonly order: 'dmy' | 'mdy' | 'ymd';
  /** Excel serial day numbers occur among the values. */
  readonly serials: boolean;
  /** The cells name months («Октябрь 2026») or days of them, and read as the month's last day. */
  readonly months?: true;
}
