import type { CellCorrection, ImportOptions } from '../../services/intake/import-summary.ts';

/** What a person wants different about an import that he was shown. */
export interface Revision
  extends Pick<ImportOptions, 'map' | 'answers' | 'source' | 'acceptShrunk' | 'basis' | 'purpose'> {
  /** A value of null takes an earlier correction back. */
  readonly corrections?: readonly (Omit<CellCorrection, 'value'> & { readonly value: string | null })[];
}

/** The words on an import with those of a revision: nothing said before is lost, the last word on a thing holds. */
export function revised(options: ImportOptions, { corrections = [], ...revision }: Revision): ImportOptions {
  const cellOf = ({ table, row, column }: Omit<CellCorrection, 'value'>) => `${table} ${row} ${column}`;
  const cells = new Map([...(options.corrections ?? []), ...corrections].map((one) => [cellOf(one), one]));
  return {
    ...options,
    ...revision,
    map: { ...options.map, ...revision.map },
    answers: { ...options.answers, ...revision.answers },
    corrections: [...cells.values()].flatMap(({ value, ...one }) =>
      value === null ? [] : [{ ...one, value }],
    ),
  };
}
