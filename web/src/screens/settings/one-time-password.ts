// Without letters and digits that are taken for one another.
const alphabet = 'abcdefghjkmnpqrstuvwxyz23456789';
const groups = 3;
const ofGroup = 5;

/** A password that somebody types once: three groups of five characters, 74 bits. */
export function oneTimePassword(): string {
  const characters: string[] = [];
  while (characters.length < groups * ofGroup) {
    const [byte = 0] = crypto.getRandomValues(new Uint8Array(1));
    // Bytes beyond a whole number of alphabets would make its first letters likelier.
    if (byte < 256 - (256 % alphabet.length)) characters.push(alphabet[byte % alphabet.length] ?? '');
  }
  return Array.from({ length: groups }, (_, index) =>
    characters.slice(index * ofGroup, (index + 1) * ofGroup).join(''),
  ).join('-');
}
