/** A row of the records that a word is about. */
export interface Target {
  readonly level: 'party' | 'point';
  readonly id: number;
}
