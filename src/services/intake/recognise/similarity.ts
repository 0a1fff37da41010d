/**
 * Optimal string alignment distance: insertions, deletions, substitutions and swaps of neighbours, each at 1
 * («клинет» is one slip away from «клиент»).
 */
export function editDistance(a: string, b: string): number {
  let before: number[] = [];
  let previous = Array.from({ length: b.length + 1 }, (_, index) => index);
  for (let i = 1; i <= a.length; i++) {
    const current = [i];
    for (let j = 1; j <= b.length; j++) {
      const substitution = at(previous, j - 1) + (a[i - 1] === b[j - 1] ? 0 : 1);
      let best = Math.min(at(previous, j) + 1, at(current, j - 1) + 1, substitution);
      if (i > 1 && j > 1 && a[i - 1] === b[j - 2] && a[i - 2] === b[j - 1])
        best = Math.min(best, at(before, j - 2) + 1);
      current[j] = best;
    }
    before = previous;
    previous = current;
  }
  return at(previous, b.length);
}

function at(row: readonly number[], index: number): number {
  return row[index] ?? Number.POSITIVE_INFINITY;
}

const enough = 0.85;

/**
 * How much alike two folded names are, 0 … 1; 0 below 0.85. Word by word: words of up to four letters must be equal
 * («код тп» is not «код тт»), and one slip in a word of six letters or more is always forgiven.
 */
export function similarity(a: string, b: string): number {
  const [left, right] = [a.split(' '), b.split(' ')];
  if (left.length !== right.length) return joinedSimilarity(a, b);
  let slips = 0;
  let letters = 0;
  for (const [index, word] of left.entries()) {
    const other = right[index] ?? '';
    const longer = Math.max(word.length, other.length);
    letters += longer;
    if (word === other) continue;
    const distance = Math.min(word.length, other.length) < 5 ? longer : editDistance(word, other);
    if (1 - distance / longer < enough && !(distance === 1 && longer >= 6)) return 0;
    slips += distance;
  }
  return Math.max(enough, 1 - slips / letters);
}

/** Names that differ in their blanks too («invoicedate», «Кол - во товара»). */
function joinedSimilarity(a: string, b: string): number {
  const [left, right] = [a.replaceAll(' ', ''), b.replaceAll(' ', '')];
  const longer = Math.max(left.length, right.length);
  if (longer < 8 || Math.abs(left.length - right.length) > longer * (1 - enough)) return 0;
  const score = 1 - editDistance(left, right) / longer;
  return score >= 0.9 ? score : 0;
}
