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

/** Units by their weak keys. One map per field and no joined strings: this is asked hundreds of thousands of times. */
export class UnitIndex {
  readonly #inns = new Map<string, QualifiedUnits>();
  readonly #phones = new Map<string, QualifiedUnits>();
  readonly #names = new Map<string, QualifiedUnits>();
  readonly #bareNames = new Map<string, QualifiedUnits>();

  /** Trap: to be called before the identity is put among the members, which tell what the unit is listed under already. */
  add(unit: Unit, { inn, kpp, phoneKey, name, bareName, city }: Identity): void {
    const { members } = unit;
    if (inn) {
      const had = members.filter((member) => member.inn === inn);
      entry(this.#inns, inn).add(
        unit,
        kpp ?? '',
        had.length > 0,
        had.some((member) => member.kpp === kpp),
      );
    }
    if (phoneKey) {
      const had = members.some((member) => member.phoneKey === phoneKey);
      entry(this.#phones, phoneKey).add(unit, '', had, had);
    }
    if (name) {
      const had = members.filter((member) => member.name === name);
      entry(this.#names, name).add(
        unit,
        city,
        had.length > 0,
        had.some((member) => member.city === city),
      );
    }
    if (bareName) {
      const had = members.filter((member) => member.bareName === bareName);
      entry(this.#bareNames, bareName).add(
        unit,
        city,
        had.length > 0,
        had.some((member) => member.city === city),
      );
    }
  }

  /** By the strongest key that any unit shares: ИНН+КПП, ИНН, phone and surname, name and city. */
  match({ inn, kpp, phoneKey, name, city }: Identity): Match | null {
    return (
      (inn && found('sameInn', innKey(inn, null), this.#inns.get(inn)?.find(kpp ?? '', noKpp))) ||
      (phoneKey && found('samePhone', phoneKey, this.#phones.get(phoneKey)?.find('', never))) ||
      (name &&
        found('sameName', nameKey(name, city), this.#names.get(name)?.find(city, noCity('name', name)))) ||
      null
    );
  }

  /** By the name without brackets and archive marks. */
  matchSimilar({ bareName, city }: Identity): Match | null {
    const units = this.#bareNames.get(bareName)?.find(city, noCity('bareName', bareName));
    return found('similarName', nameKey(bareName, city), units);
  }
}

function entry(map: Map<string, QualifiedUnits>, key: string): QualifiedUnits {
  const known = map.get(key);
  if (known) return known;
  const created = new QualifiedUnits();
  map.set(key, created);
  return created;
}

type Found = Pick<Match, 'units' | 'withoutInn'>;

function found(reason: Match['reason'], key: string, units: Found | null | undefined): Match | null {
  return units ? { reason, key, ...units } : null;
}

const never: Qualifies = () => false;
const noInn: Qualifies = (unit) => unit.members.every((member) => member.inn === null);
const noKpp: Qualifies = (unit) => unit.members.every((member) => member.kpp === null);
/** Under this name the unit is known without a city only. */
function noCity(field: 'name' | 'bareName', name: string): Qualifies {
  return (unit) => unit.members.every((member) => member[field] !== name || member.city === '');
}

/** Units that share an ИНН or a name, each under its qualifier: the КПП or the city, empty when it is not known. */
class QualifiedUnits {
  readonly #all = new UnitList();
  #only: string | null = null;
  #byQualifier: Map<string, UnitList> | null = null;

  add(unit: Unit, qualifier: string, listed: boolean, listedUnderQualifier: boolean): void {
    if (!this.#byQualifier && this.#only !== null && this.#only !== qualifier) {
      this.#byQualifier = new Map([[this.#only, this.#all.copy()]]);
    }
    this.#only ??= qualifier;
    if (!listed) this.#all.push(unit);
    if (!this.#byQualifier || listedUnderQualifier) return;
    const list = this.#byQualifier.get(qualifier) ?? new UnitList();
    this.#byQualifier.set(qualifier, list);
    list.push(unit);
  }

  /** Those of the same qualifier; else, for an unknown one, all; else the unknown ones that qualify. */
  find(qualifier: string, qualifies: Qualifies): Found | null {
    return (
      this.#under(qualifier)?.firstTwo() ??
      (qualifier === '' ? this.#all.firstTwo() : (this.#under('')?.firstTwo(qualifies) ?? null))
    );
  }

  #under(qualifier: string): UnitList | undefined {
    if (this.#byQualifier) return this.#byQualifier.get(qualifier);
    return this.#only === qualifier ? this.#all : undefined;
  }
}

/**
 * A unit gains members and loses none, so one that does not qualify never will again. The cursors rest on that: a list
 * is walked once, however often it is asked.
 */
class UnitList {
  readonly #units: Unit[] = [];
  /** By question: each has units of its own that dropped out. */
  #cursors: Map<string, Cursor> | null = null;

  push(unit: Unit): void {
    this.#units.push(unit);
  }

  copy(): UnitList {
    const list = new UnitList();
    for (const unit of this.#units) list.push(unit);
    return list;
  }

  firstTwo(qualifies?: Qualifies): Found | null {
    const [first, second] = qualifies ? this.#walk('qualifies', qualifies) : [0, 1];
    const units = [this.#units[first], this.#units[second]].filter((unit) => unit !== undefined);
    const withoutInn = () => {
      const [at] = qualifies
        ? this.#walk('qualifies without inn', (unit) => noInn(unit) && qualifies(unit))
        : this.#walk('without inn', noInn);
      return this.#units[at];
    };
    return units.length > 0 ? { units, withoutInn } : null;
  }

  #walk(question: string, qualifies: Qualifies): Cursor {
    this.#cursors ??= new Map();
    let [first, second] = this.#cursors.get(question) ?? [0, 1];
    const out = (at: number) => {
      const unit = this.#units[at];
      return unit !== undefined && !qualifies(unit);
    };
    while (out(first)) [first, second] = [second, second + 1];
    while (out(second)) second += 1;
    this.#cursors.set(question, [first, second]);
    return [first, second];
  }
}

type Cursor = readonly [first: number, second: number];
