/** What a cell holds besides addresses is kept word for word, so that nothing gets lost in silence. */
export interface EmailsReading {
  /** Lower case, without repeats, in the order of the cell. */
  readonly emails: readonly string[];
  readonly unreadable: readonly string[];
}

/** One `@`, something before it, a dotted domain after it: enough to tell an address from a slip, no proof that it exists. */
export function isEmail(text: string): boolean {
  return text.length <= 254 && /^[^\s@,;<>()"]+@[^\s@.,;<>()"]+(?:\.[^\s@.,;<>()"]+)+$/.test(text);
}

/** Reads a cell with any number of addresses: `a@b.ru; c@d.ru`, `Ольга <olga@romashka.example>`, `mailto:…`. */
export function readEmails(cell: string): EmailsReading {
  const emails = new Set<string>();
  const unreadable: string[] = [];
  for (const part of cell.split(/[,;\n|]/)) {
    const words = part
      .replace(/[<>()"']/g, ' ')
      .split(/\s+/)
      .map((word) => word.replace(/^(?:mailto|e-?mail):/i, '').replace(/[.:/]+$/, ''))
      .filter(Boolean);
    const found = words.filter(isEmail);
    for (const email of found) emails.add(email.toLowerCase());
    if (found.length === 0 && words.length > 0) unreadable.push(part.trim());
  }
  return { emails: [...emails], unreadable };
}
