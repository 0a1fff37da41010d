/** One text for several, for keys of maps: no text of the records has a NUL in it, because PostgreSQL holds none. */
export const textKey = (parts: readonly (string | number)[]): string =>
  // Most keys are of one part.
  parts.length === 1 ? `${parts[0]}` : parts.join('\0');
