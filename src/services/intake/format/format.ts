/** How numbers of one column are written. */
export interface NumberFormat {
  readonly decimal: ',' | '.';
  /** Also thousands separators may occur: blanks, U+00A0, U+202F, apostrophes always; this one when not the decimal. */
  readonly thousands: ',' | '.' | null;
}

/** How dates of one column are written. Time of day, if any, is dropped. */
export interface DateFormat {
  readonly order: 'dmy' | 'mdy' | 'ymd';
  /** Excel serial day numbers occur among the values. */
  readonly serials: boolean;
}
