import { nameWords, takeLegalForms } from './legal-form.ts';

// How people retire a card in 1C: «не исп_Ромашка», «НЕ ИСПОЛЬЗОВАТЬ Ромашка», «яя_Ромашка», «Ромашка (архив)».
const archivePrefix =
  /^\s*(?:(?:не\s*исп(?:ольз\p{L}*)?|удал[её]н[оа]?|удалить|архив|дубль)(?!\p{L})|(?:я{2,}|z{2,}|[xх]{3,})(?=[_\s-]))[\s._:-]*/iu;
const archiveSuffix = /[\s_]*\((?:архив|не исп[^)]*|удал[её]н[оа]?|дубль)\)\s*$/iu;

/** The name says that the card is out of use. A hint for «архив», never a reason to drop or to join. */
export function isArchived(name: string): boolean {
  return archivePrefix.test(name) || archiveSuffix.test(name);
}

/**
 * A client's name as a key: legal form taken out in any position, quotes and punctuation dropped, ё→е, case and mixed
 * alphabets folded, words sorted. What stands in brackets keeps its brackets: «Ромашка (Лесная)» → `ромашка (лесная)`
 * is not «Ромашка (Садовая)». A name that is nothing but a legal form stays as it is. Empty without letters or digits.
 */
export function normaliseClientName(name: string): string {
  const brackets: string[] = [];
  const outside = openForms(name).replace(/\(([^()]*)\)/g, (_, content: string) => {
    const words = sortedWords(content);
    if (words) brackets.push(`(${words})`);
    return ' ';
  });
  return [sortedWords(outside), ...brackets.sort()].filter(Boolean).join(' ') || nameWords(name).join(' ');
}

/** The key without brackets and archive marks: equal ones are worth a look by a person, no more. */
export function bareClientName(name: string): string {
  return clientNameKeys(name).bareName;
}

/** Both keys at the price of one where the name has neither brackets nor a mark. */
export function clientNameKeys(text: string): { readonly name: string; readonly bareName: string } {
  const name = normaliseClientName(text);
  const live = openForms(text).replace(archivePrefix, '').replace(archiveSuffix, '');
  const plain = live.replace(/\([^()]*\)/g, ' ');
  return { name, bareName: plain === text ? name : normaliseClientName(plain) || name };
}

/** К(Ф)Х and «крестьянское (фермерское) хозяйство» are legal forms with brackets of their own. */
function openForms(name: string): string {
  if (!name.includes('(')) return name;
  return name.replace(/к\s*\(\s*ф\s*\)\s*х/gi, 'кфх').replace(/\((фермерское)\)/gi, '$1');
}

function sortedWords(text: string): string {
  return [...takeLegalForms(nameWords(text)).words].sort().join(' ');
}
