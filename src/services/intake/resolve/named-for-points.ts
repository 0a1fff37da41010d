import type { Facts } from '../../../stores/records/schema.ts';

/** Who is responsible for all points of an entity that cards name is responsible for the entity. */
export class NamedForPoints {
  readonly #named = new Map<string, Map<string, string | null>>();

  add(entity: string, named: Facts): void {
    const known = this.#named.get(entity) ?? new Map<string, string | null>();
    for (const [kind, member] of Object.entries(named))
      known.set(kind, (known.get(kind) ?? member) === member && known.get(kind) !== null ? member : null);
    this.#named.set(entity, known);
  }

  *facts(): Iterable<[entity: string, named: Facts]> {
    for (const [entity, named] of this.#named)
      yield [
        entity,
        Object.fromEntries([...named].filter((one): one is [string, string] => one[1] !== null)),
      ];
  }
}
