import { normaliseAddress } from './address.ts';
import { cityKey } from './city.ts';
import { clientNameKeys, normaliseClientName } from './client-name.ts';
import { foldText } from './fold.ts';
import { readInn } from './inn.ts';
import { readKpp } from './kpp.ts';
import { surname } from './person-name.ts';
import { personalPhone, readPhones } from './phone.ts';

/** What one row says of a legal entity, as the file has it; every reading is done here. */
export interface EntityFacts {
  readonly source: string;
  readonly code?: string;
  readonly inn?: string;
  readonly kpp?: string;
  readonly name?: string;
  readonly city?: string;
  readonly phone?: string;
  /** A private individual (`isPerson`): only then is the phone a key. */
  readonly person?: boolean;
}

export type KeyKind = 'code' | 'inn' | 'phone' | 'name';

/**
 * A source identity: who a row speaks of, by that row alone. `key` is its strongest key and never changes with opinions:
 * `code|main|оп-000101` → `inn|0001000010|000101001` or `inn|0001000010` → `phone|+79000000004|зорин` →
 * `name|ромашка|киров`. In keys `\`, `|` and `#` of free text are escaped with `\`.
 */
export interface Identity {
  readonly key: string;
  readonly kind: KeyKind;
  /** Keys of the same row that are weaker than `key`, strongest first: what other identities can be linked by. */
  readonly weakerKeys: readonly string[];
  readonly source: string;
  readonly code: string | null;
  /** Valid ones only: a wrong checksum or zeros is no key. */
  readonly inn: string | null;
  readonly kpp: string | null;
  readonly phoneKey: string | null;
  readonly name: string;
  /** The name without brackets and archive marks; equal ones are proposed as duplicates, never joined. */
  readonly bareName: string;
  readonly city: string;
}

/** The identity of a row, or null when it has neither code, valid ИНН, person’s phone nor name: such a row names nobody. */
export function entityKey(facts: EntityFacts): Identity | null {
  const source = codeKey(facts.source);
  const code = codeKey(facts.code ?? '') || null;
  const inn = readInn(facts.inn ?? '');
  const kpp = inn.kind === 'legal' ? readKpp(facts.kpp ?? '').kpp : null;
  const { name, bareName } = clientNameKeys(facts.name ?? '');
  const city = cityKey(facts.city ?? '');
  const phoneKey = facts.person ? personKey(facts) : null;

  const keys: (readonly [KeyKind, string])[] = [];
  if (code) keys.push(['code', `code|${source}|${code}`]);
  if (inn.inn) keys.push(['inn', innKey(inn.inn, kpp)]);
  if (phoneKey) keys.push(['phone', phoneKey]);
  if (name) keys.push(['name', nameKey(name, city)]);
  const [strongest, ...weaker] = keys;
  if (!strongest) return null;
  return {
    key: strongest[1],
    kind: strongest[0],
    weakerKeys: weaker.map(([, key]) => key),
    source,
    code,
    inn: inn.inn,
    kpp,
    phoneKey,
    name,
    bareName,
    city,
  };
}

export function innKey(inn: string, kpp: string | null): string {
  return kpp ? `inn|${inn}|${kpp}` : `inn|${inn}`;
}

/** `name` and `city` as `normaliseClientName` and `cityKey` leave them; an unknown city is empty. */
export function nameKey(name: string, city: string): string {
  return `name|${name}|${city}`;
}

function personKey(facts: EntityFacts): string | null {
  const phone = personalPhone(readPhones(facts.phone ?? ''));
  const family = surname(facts.name ?? '');
  return phone && family ? `phone|${phone}|${family}` : null;
}

export interface PointFacts {
  readonly code?: string;
  readonly address?: string;
  readonly name?: string;
  readonly city?: string;
  readonly person?: boolean;
}

/**
 * Key of a delivery point of an entity: its code, else its address, else its name, else the implicit point «адрес не
 * указан». A person has the implicit point only. `code|main|оп-000101#code|гр-00017`, `…#address|киров, ул лесная, д 5`.
 */
export function pointKey(entity: string, facts: PointFacts): string {
  if (facts.person) return `${entity}#implicit`;
  const code = codeKey(facts.code ?? '');
  if (code) return `${entity}#code|${code}`;
  const address = normaliseAddress(facts.address ?? '', facts.city === undefined ? {} : { city: facts.city });
  if (address) return `${entity}#address|${address}`;
  const name = normaliseClientName(facts.name ?? '');
  return name ? `${entity}#name|${name}` : `${entity}#implicit`;
}

/**
 * Key of the client that an entity belongs to: the explicit column (Партнёр, Сеть, Холдинг), else the entity alone. The
 * holding’s name keeps its legal form and word order: grouping rests on what is written, not on likeness.
 */
export function clientKey(entity: string, holding = ''): string {
  const name = foldText(holding.replace(/["«»„“”]/g, ' '));
  return /[\p{L}\p{N}]/u.test(name) ? `holding|${escapeKey(name)}` : entity;
}

/** Case and blanks do not matter in a code; leading zeros do: «017» and «17» are two codes. */
function codeKey(code: string): string {
  return escapeKey(code.normalize('NFC').replace(/\s+/g, ' ').trim().toLowerCase());
}

function escapeKey(text: string): string {
  return text.replace(/[\\|#]/g, '\\$&');
}
