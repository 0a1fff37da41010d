/** SQL condition on a line: a return or correction without a product, which its entity's whole month has to cover. */
export const settlesMonth = (line: string): string =>
  `(${line}.product = 0 AND ${line}.kind IN ('return', 'correction'))`;
