/** Rows of the source that are no facts, counted by reason. */
export interface SetAside {
  readonly reason: 'total' | 'parent' | 'repeatedHeader' | 'empty' | 'stacked';
  readonly rows: number;
  /** The first of them, as the user sees it. */
  readonly row: number;
}

/** Counts what is set aside. */
export class SetAsideCounter {
  readonly #counts = new Map<SetAside['reason'], { rows: number; row: number }>();

  add(reason: SetAside['reason'], row: number): void {
    const count = this.#counts.get(reason);
    if (count) count.rows++;
    else this.#counts.set(reason, { rows: 1, row });
  }

  get all(): readonly SetAside[] {
    return [...this.#counts].map(([reason, count]) => ({ reason, ...count }));
  }
}
