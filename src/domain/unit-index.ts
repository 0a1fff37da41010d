import { type Identity, innKey, nameKey } from './identity.ts';

/** A legal entity as linked so far, named by the key of its first identity. */
export interface Unit {
  readonly key: string;
  readonly members: Identity[];
}

export interface Match {
  readonly reason: 'sameInn' | 'samePhone' | 'sameName' | 'similarName';
  /** The weak key that is shared. */
  readonly key: string;
  /** The first two units that share it: one can be joined, two mean that nothing is guessed. */
  readonly units: readonly Unit[];
  /** The first of all units that share it and know no ИНН. */
  readonly withoutInn: () => Unit | undefined;
}

type Qualifies = (unit: Unit) => boolean;
const always: Qualifies = () => true;
const hasNoInn: Qualifies = (unit) => unit.members.every((member) => member.inn === null);

/**
 * Units by their weak keys. A unit gains members and loses none, so one that does not qualify never will again; the
 * cursors rest on that: each list is walked once, however often it is asked.
 */
export class UnitIndex {
  readonly #lists = new Map<string, Unit[]>();
  readonly #cursors = new Map<string, [first: number, second: number]>();

  /** Trap: to be called before the identity is put among the members, which tell what the unit is listed under already. */
  add(unit: Unit, identity: Identity): void {
    for (const key of listKeys(identity)) {
      const list = this.#lists.get(key);
      if (!list) this.#lists.set(key, [unit]);
      else if (!unit.members.some((member) => listKeys(member).includes(key))) list.push(unit);
    }
  }

  /** By the strongest key that any unit shares: ИНН+КПП, ИНН, phone and surname, name and city. */
  match({ inn, kpp, phoneKey, name, city }: Identity): Match | null {
    return (
      (inn && this.#find('sameInn', innKey(inn, kpp))) ||
      (inn && kpp && this.#find('sameInn', innKey(inn, null), hasNoKpp)) ||
      (inn && !kpp && this.#find('sameInn', `inn*|${inn}`)) ||
      (phoneKey && this.#find('samePhone', phoneKey)) ||
      (name && this.#find('sameName', nameKey(name, city))) ||
      (name && city && this.#find('sameName', nameKey(name, ''), hasNoCity('name', name))) ||
      (name && !city && this.#find('sameName', `name*|${name}`)) ||
      null
    );
  }

  /** By the name without brackets and archive marks. */
  matchSimilar({ bareName, city }: Identity): Match | null {
    return (
      (bareName && this.#find('similarName', `bare|${bareName}|${city}`)) ||
      (bareName && city && this.#find('similarName', `bare|${bareName}|`, hasNoCity('bareName', bareName))) ||
      (bareName && !city && this.#find('similarName', `bare*|${bareName}`)) ||
      null
    );
  }

  #find(reason: Match['reason'], key: string, qualifies = always): Match | null {
    const units = this.#firstTwo(key, '', qualifies);
    if (units.length === 0) return null;
    const withoutInn = () => this.#firstTwo(key, 'no inn', (unit) => hasNoInn(unit) && qualifies(unit))[0];
    return { reason, key, units, withoutInn };
  }

  #firstTwo(key: string, question: string, qualifies: Qualifies): readonly Unit[] {
    const list = this.#lists.get(key) ?? [];
    if (qualifies === always) return list.length > 2 ? list.slice(0, 2) : list;
    const cursorKey = question + key;
    let [first, second] = this.#cursors.get(cursorKey) ?? [0, 1];
    const out = (at: number) => {
      const unit = list[at];
      return unit !== undefined && !qualifies(unit);
    };
    while (out(first)) [first, second] = [second, second + 1];
    while (out(second)) second += 1;
    this.#cursors.set(cursorKey, [first, second]);
    return [list[first], list[second]].filter((unit) => unit !== undefined);
  }
}

/** `…*|` lists whatever the КПП or the city is. */
function listKeys({ inn, kpp, phoneKey, name, bareName, city }: Identity): readonly string[] {
  const keys: string[] = [];
  if (inn) keys.push(innKey(inn, kpp), `inn*|${inn}`);
  if (phoneKey) keys.push(phoneKey);
  if (name) keys.push(nameKey(name, city), `name*|${name}`);
  if (bareName) keys.push(`bare|${bareName}|${city}`, `bare*|${bareName}`);
  return keys;
}

const hasNoKpp: Qualifies = (unit) => unit.members.every((member) => member.kpp === null);

/** Under this name the unit is known without a city only. */
function hasNoCity(field: 'name' | 'bareName', name: string): Qualifies {
  return (unit) => unit.members.every((member) => member[field] !== name || member.city === '');
}
