import type { Field } from '../../../domain/fields.ts';
import type { ColumnReading } from '../recognition.ts';
import { foldHeader, type HeaderText, readHeader } from './fold-header.ts';
import { similarity } from './similarity.ts';
import {
  ambiguousWords,
  type Entity,
  entityParts,
  entityWords,
  synonyms,
  unusedHeaders,
} from './synonyms.ts';

/** One thing a header may mean. */
export interface Candidate {
  readonly field: Field | null;
  readonly confidence: number;
  readonly reason: ColumnReading['reason'];
  /** Place of the matched name among the field's names: the smaller, the better. */
  readonly rank: number;
}

interface Name {
  readonly key: string;
  readonly field: Field;
  readonly rank: number;
  readonly words: readonly string[];
}

/** Rank of a meaning that is not among the field's own names. */
const lastRank = 999;

const list = (text: string): string[] => text.split(';').map(foldHeader);

const names: Name[] = Object.entries(synonyms).flatMap(([field, text]) =>
  list(text).map((key, rank) => ({ key, field: field as Field, rank, words: key.split(' ') })),
);
const joined = (key: string): string => key.replaceAll(' ', '');
const exactNames = new Map<string, Name>();
for (const name of names) if (!exactNames.has(joined(name.key))) exactNames.set(joined(name.key), name);
/** Names by their letters without doubled ones: «сума», «колличество». */
const undoubled = (key: string): string => joined(key).replace(/(.)\1+/gu, '$1');
const undoubledNames = new Map(
  names.map((name) => [undoubled(name.key), name]).reverse() as [string, Name][],
);
const unused = new Set(list(unusedHeaders).map(joined));
/** Ambiguous words are names too, as far as slips of the pen go. */
const ambiguous = new Map<string, readonly Field[]>(
  ambiguousWords.flatMap(([keys, fields]) => list(keys).map((key) => [key, fields] as const)),
);
for (const [key, [field]] of ambiguous) {
  if (field && !names.some((name) => name.key === key))
    names.push({ key, field, rank: lastRank, words: key.split(' ') });
}
const entities = new Map<string, Entity>(
  Object.entries(entityWords).flatMap(([entity, text]) =>
    list(text).map((key) => [key, entity as Entity] as const),
  ),
);
const parts = new Map<string, Field | null>();
for (const [entity, fields] of Object.entries(entityParts)) {
  for (const [field, text] of Object.entries(fields)) {
    for (const key of list(text)) parts.set(`${entity} ${key}`, field === 'unused' ? null : (field as Field));
  }
}

/**
 * What a header may mean, best first; empty when nothing fits. Order of `formats.md` §3.2: the whole name, the part
 * behind a dot with its prefix as context, the same words in another order, a slip of the pen.
 */
export function matchHeader(header: string): readonly Candidate[] {
  const known = matched.get(header);
  if (known !== undefined) return known;
  const text = readHeader(header);
  const found = named(header, text) ?? byLikeness(text.key) ?? [];
  const candidates = found.map((candidate) => withUnit(candidate, text));
  if (matched.size >= mostMatched) matched.clear();
  matched.set(header, candidates);
  return candidates;
}

/** A table's headers are looked at several times, and a slip of the pen takes 2 ms to find. */
const matched = new Map<string, readonly Candidate[]>();
const mostMatched = 10_000;

/** Like `matchHeader` for the best meaning, without looking for slips of the pen, which costs most. */
export function matchExactly(header: string): Candidate | undefined {
  return named(header, readHeader(header))?.[0];
}

function named(header: string, text: HeaderText): readonly Candidate[] | undefined {
  const found = exact(text.whole) ?? (text.key === text.whole ? undefined : exact(text.key));
  return found ?? dotted(header) ?? byWords(text.key);
}

/** The thing a header speaks of, when it names one: «Контрагент», «Номенклатура». */
export function entityOf(header: string): Entity | undefined {
  return entities.get(foldHeader(header)) ?? entities.get(readHeader(header).key);
}

function exact(key: string): readonly Candidate[] | undefined {
  const name = exactNames.get(joined(key));
  const several = ambiguous.get(key);
  if (several) {
    return several.map((field, index) => ({
      field,
      confidence: 0.9 - index * 0.05,
      reason: 'context',
      // «Код» beside «Артикул» and «Штрихкод»: documents name products by their code.
      rank: name?.field === field ? name.rank : field.endsWith('Code') ? 3 : lastRank,
    }));
  }
  if (name) return [{ field: name.field, confidence: 0.98, reason: 'synonym', rank: name.rank }];
  return unused.has(joined(key))
    ? [{ field: null, confidence: 0.95, reason: 'synonym', rank: 0 }]
    : undefined;
}

function dotted(header: string): readonly Candidate[] | undefined {
  const [, prefix = '', rest = ''] = /^(.{2,}?)\s*[.:/]\s*(\S.*)$/u.exec(header) ?? [];
  const entity = entities.get(foldHeader(prefix));
  if (!rest) return undefined;
  const inner = readHeader(rest);
  if (entity) {
    const part = parts.get(`${entity} ${inner.key}`) ?? parts.get(`${entity} ${inner.whole}`);
    if (part !== undefined || parts.has(`${entity} ${inner.key}`)) {
      return [{ field: part ?? null, confidence: 0.95, reason: 'dotted', rank: 0 }];
    }
    // The ИНН of our own company is not the customer's.
    if (entity === 'own' || entity === 'contract')
      return [{ field: null, confidence: 0.9, reason: 'dotted', rank: 0 }];
  }
  // Without a thing in front, a point is that of 1C's fields («Счет.Дата»), not of an abbreviation («Рег. код»).
  if (!entity && !/[:/]|\.\S/u.test(header.slice(prefix.length))) return undefined;
  const found = exact(inner.whole) ?? exact(inner.key) ?? (rest.includes('.') ? dotted(rest) : undefined);
  const sure = entity ? 0.93 : 0.85;
  return found?.map((candidate) => ({
    ...candidate,
    confidence: Math.min(candidate.confidence, sure),
    reason: 'dotted',
  }));
}

/** Words that change what a name means: «Дата отгрузки план» is no shipment date. */
const turning = new Set(
  list(
    `без; не; план; плановая; плановый; прошлый; прошлого; год; остаток; долг; возврат; возврата; заказ; средняя; средний; в;
    последней; последняя; последний; первой; первая; создания; дней`,
  ),
);
/** Words that make an ИНН or a telephone somebody else's than the customer's. */
const otherWords = new Set(
  list(
    'организации; продавца; поставщика; нашей; склада; менеджера; сотрудника; водителя; employee; manager; warehouse',
  ),
);
const tellingWords = new Map(
  list('инн; кпп; огрн; телефон; email; e-mail; phone').flatMap((key) => {
    const name = exactNames.get(joined(key));
    return name ? [[key, name] as const] : [];
  }),
);

function byWords(key: string): readonly Candidate[] | undefined {
  const words = key.split(' ');
  const set = new Set(words);
  const same = names.find(
    (name) => name.words.length === set.size && name.words.every((word) => set.has(word)),
  );
  if (same) return [{ field: same.field, confidence: 0.92, reason: 'tokens', rank: same.rank }];
  const within = names
    .filter((name) => name.words.length > 1 && name.words.every((word) => set.has(word)))
    .filter((name) => !words.some((word) => turning.has(word) && !name.words.includes(word)))
    .sort((a, b) => b.words.length - a.words.length || a.rank - b.rank)[0];
  const telling = words.map((word) => tellingWords.get(word)).find((name) => name !== undefined);
  const found = within ? planned(within, words) : telling && guess(telling.field, 0.85);
  if (!found || !words.some((word) => otherWords.has(word))) return found && [found];
  // «ИНН организации» may be the customer's or our own; the telephone of a manager is not the customer's.
  if (found.field === 'inn') return [guess('inn', 0.7)];
  return [contacts.has(found.field ?? 'note') ? guess(null, 0.85) : found];
}

const contacts = new Set<Field>(['phone', 'email', 'deliveryAddress', 'city', 'region', 'kpp', 'ogrn']);

function guess(field: Field | null, confidence: number): Candidate {
  return { field, confidence, reason: 'tokens', rank: lastRank };
}

/** «План АКБ молочка» is the plan of a part, not of the whole. */
function planned(name: Name, words: readonly string[]): Candidate {
  const isPart =
    name.field.startsWith('plan') && name.field !== 'plannedShipmentDate' && words.length > name.words.length;
  return guess(isPart ? 'planOther' : name.field, 0.82);
}

function byLikeness(key: string): readonly Candidate[] | undefined {
  let best = key.length < 4 ? undefined : undoubledNames.get(undoubled(key));
  let score = best ? 0.95 : 0;
  const slack = Math.max(2, key.length * 0.15);
  for (const name of names) {
    if (Math.abs(name.key.length - key.length) > slack) continue;
    const alike = similarity(key, name.key);
    if (alike > score) [best, score] = [name, alike];
  }
  if (!best) return undefined;
  const fields = ambiguous.get(best.key) ?? [best.field];
  const confidence = 0.76 + (score - 0.85);
  return fields.map((field, index) => ({
    field,
    confidence: confidence - index * 0.05,
    reason: 'fuzzy',
    rank: best.field === field ? best.rank : lastRank,
  }));
}

const money = new Set<Field>(['amountGross', 'amountNet', 'costAmount', 'grossProfit']);

/** «Продажи, шт» is a quantity, «Объем, руб.» is money, «Маржа, %» is neither. */
function withUnit(candidate: Candidate, text: HeaderText): Candidate {
  const { field } = candidate;
  if (field === null || !text.unit) return candidate;
  const counted = text.unit === 'pieces' || text.unit === 'weight';
  if (counted && field === 'amountGross') return { ...candidate, field: 'quantity', rank: lastRank };
  if (text.unit === 'money' && field === 'quantity')
    return { ...candidate, field: 'amountGross', rank: lastRank };
  if (text.unit === 'percent' && (money.has(field) || field === 'quantity'))
    return { ...candidate, field: null };
  if (text.unit === 'percent' && field === 'vatAmount') return { ...candidate, field: 'vatRate' };
  return candidate;
}
