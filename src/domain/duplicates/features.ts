import { normaliseAddress } from '../address.ts';
import { cityKey } from '../city.ts';
import { bareClientName } from '../client-name.ts';
import { nameWords } from '../legal-form.ts';
import { partyOf } from '../party.ts';
import { readPhones } from '../phone.ts';
import { soundOf } from './similar-words.ts';

type Facts = Readonly<Record<string, string | undefined>>;

export interface Name {
  /** As they sound, in order of letters, without legal forms. */
  readonly words: readonly string[];
  /** Letters that stand alone, in their order: «Зорин С. П.» is not «Зорин П. С.». */
  readonly initials: string;
}

/** What may show that two customers are one; all folded, of every source identity. */
export interface Features {
  readonly names: readonly Name[];
  readonly cities: readonly string[];
  readonly addresses: readonly string[];
  /** Valid ones. */
  readonly inns: readonly string[];
  /** Digits of those that are not. */
  readonly wrongInns: readonly string[];
  readonly kpps: readonly string[];
  readonly ogrns: readonly string[];
  /** National numbers, whole ones and those with a digit too few or too many. */
  readonly phones: readonly string[];
  readonly emails: readonly string[];
  /** `null`: nothing tells. */
  readonly party: 'company' | 'person' | null;
}

/** @param identities facts of the source identities of one customer, the one that speaks for him first */
export function featuresOf(identities: readonly Facts[]): Features {
  const all = (of: (facts: Facts) => readonly string[]): string[] => [
    ...new Set(identities.flatMap(of).filter((value) => value !== '')),
  ];
  const one = (name: string) => all((facts) => [facts[name] ?? '']);
  return {
    names: all(({ name = '' }) => [name]).flatMap((name) => nameOf(name)),
    cities: all(({ city = '' }) => [cityKey(city)]),
    addresses: all(({ address = '', city = '' }) => [addressOf(address, city)]),
    inns: one('inn'),
    wrongInns: all(({ innWrong = '' }) => [innWrong.replace(/\D/g, '')]),
    ...{ kpps: one('kpp'), ogrns: one('ogrn') },
    phones: all(({ phone = '' }) => readPhones(phone).map((found) => digitsOf(found.e164 ?? found.raw))),
    emails: all(({ email = '' }) => email.toLowerCase().split(', ')),
    party: partyIn(identities),
  };
}

function nameOf(name: string): Name[] {
  const words = nameWords(bareClientName(name)).flatMap((word) => soundOf(word) || []);
  const initials = nameWords(name).filter((word) => word.length === 1);
  return words.length === 0 ? [] : [{ words: words.sort(), initials: initials.join('') }];
}

/** A town alone is no address. */
function addressOf(address: string, city: string): string {
  const key = normaliseAddress(address, { city });
  return /\d/.test(key) ? key : '';
}

/** Without the code of the country; extensions do not matter. Fewer than seven say nothing. */
function digitsOf(number: string): string {
  const digits = number.replace(/(?:доб|вн|ext|#|\*).*$/i, '').replace(/\D/g, '');
  const national = digits.length >= 10 ? digits.replace(/^[78](?=\d{9,})/, '') : digits;
  return national.length < 7 ? '' : national;
}

function partyIn(identities: readonly Facts[]): Features['party'] {
  const said = new Set(
    identities.map(({ name = '', inn = '', kpp = '', person }) =>
      person === 'true' ? 'individual' : partyOf({ name, ...(inn && { inn }), ...(kpp && { kpp }) }),
    ),
  );
  const company = said.has('organisation');
  const person = said.has('individual');
  return company === person ? null : company ? 'company' : 'person';
}
