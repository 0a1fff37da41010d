const latin = "`qwertyuiop[]asdfghjkl;'zxcvbnm,.";
const russian = 'ёйцукенгшщзхъфывапролджэячсмитьбю';

const across = new Map(
  [...latin].flatMap((letter, index) => {
    const other = russian[index] ?? letter;
    return [
      [letter, other],
      [other, letter],
    ];
  }),
);

/** What the same keys say in the other layout: «yfcnhjqrb» is «настройки». */
export const inOtherLayout = (typed: string): string =>
  [...typed.toLocaleLowerCase()].map((letter) => across.get(letter) ?? letter).join('');

/** Whether every word that was typed is in a label, in either layout. */
export function fitsLabel(label: string, typed: string): boolean {
  const within = label.toLocaleLowerCase();
  return [typed.toLocaleLowerCase(), inOtherLayout(typed)].some((search) =>
    search.split(/\s+/).every((word) => within.includes(word)),
  );
}
