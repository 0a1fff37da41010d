/** Blanks and ё fold away, nothing else: two people may differ by one letter. */
export const foldedName = (name: string): string =>
  name
    .toLowerCase()
    .replaceAll('ё', 'е')
    .replace(/[\s.]+/g, ' ')
    .trim();

export const nameKey = (kind: string, name: string): string => `${kind}|name|${foldedName(name)}`;

/** Each source has codes of its own; '': a code by hand, which the first source that names it takes over. */
export const codeKey = (kind: string, source: string, code: string): string =>
  `${kind}|code|${source}|${code.toLowerCase()}`;
