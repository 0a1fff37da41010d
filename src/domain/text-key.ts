/** One text for several, for keys of maps: no text of the records has a NUL in it, because PostgreSQL holds none. */
export const textKey = (parts: readonly (string | number)[]): string => parts.join('\0');
