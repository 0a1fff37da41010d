import type { Line, Point, World } from './terms.ts';

/**
 * Who is who (docs: counting, units; decision 0008), naively. An identity is what one row says of a legal entity: its
 * strongest key is the code, else the ИНН, else the name. Here all rows come from one source, and nobody has a city.
 */
export interface Identity {
  readonly code: string;
  readonly inn: string;
  readonly name: string;
}

/** A row's delivery point, by name; '' is the entity's implicit one. `group`: what the holding column says. */
export interface Mention extends Identity {
  readonly point: string;
  readonly group: string;
}

export const keyOf = ({ code, inn, name }: Identity): string =>
  code !== '' ? `code|main|${code}` : inn !== '' ? `inn|${inn}` : `name|${name}|`;

/** Legal entity of every identity: identities in the order in which they were first observed. */
export function link(observed: readonly Identity[]): Map<string, string> {
  const units: { readonly key: string; readonly members: Identity[] }[] = [];
  const unitOf = new Map<string, string>();
  for (const identity of observed) {
    const key = keyOf(identity);
    if (unitOf.has(key)) continue;
    const sharing = (field: 'inn' | 'name') =>
      units.filter(
        ({ members }) =>
          identity[field] !== '' && members.some((member) => member[field] === identity[field]),
      );
    const candidates = sharing('inn').length > 0 ? sharing('inn') : sharing('name');
    const contradicts = (field: 'inn' | 'code') =>
      candidates.some(({ members }) =>
        members.some(
          (member) => member[field] !== '' && identity[field] !== '' && member[field] !== identity[field],
        ),
      );
    const [only] = candidates;
    const unit =
      only && candidates.length === 1 && !contradicts('inn') && !contradicts('code')
        ? only
        : { key, members: [] };
    if (unit !== only) units.push(unit);
    unit.members.push(identity);
    unitOf.set(key, unit.key);
  }
  return unitOf;
}

/** A point by the identity and name on its rows; `pointOf` gives its one name once identities are linked. */
export const pointKey = (mention: Mention): string => `${keyOf(mention)}#${place(mention)}`;

const place = ({ point }: Mention): string => (point === '' ? 'implicit' : `name|${point}`);

/** The world that the imports speak of, in their order; what an import mentions is one set, whatever the order of rows. */
export function worldOf(
  imports: readonly (readonly Mention[])[],
  registered: string,
): { world: World; pointOf: (key: string) => string } {
  const inOrder = imports.flatMap((mentions) => [...mentions].sort((a, b) => (keyOf(a) < keyOf(b) ? -1 : 1)));
  const unitOf = link(inOrder);
  // What an identity says of its group last; a unit goes by the first of its identities that says anything.
  const said = new Map<string, string>();
  for (const mention of inOrder) if (mention.group !== '') said.set(keyOf(mention), mention.group);
  const groups = new Map<string, string>();
  for (const [key, entity] of unitOf) {
    const group = said.get(key);
    if (group !== undefined && !groups.has(entity)) groups.set(entity, `holding|${group}`);
  }
  const points = new Map<string, Point>();
  const names = new Map<string, string>();
  for (const mention of inOrder) {
    const entity = unitOf.get(keyOf(mention)) ?? '';
    const name = `${entity}#${place(mention)}`;
    names.set(pointKey(mention), name);
    points.set(name, {
      entity,
      client: groups.get(entity) ?? entity,
      implicit: mention.point === '',
      registered,
      city: '',
    });
  }
  return {
    world: {
      points,
      registered: new Map([...unitOf.values()].map((entity) => [entity, registered])),
      clientTypes: new Map(),
      categories: new Map(),
      above: [],
      assigned: [],
      past: [],
    },
    pointOf: (key) => names.get(key) ?? '',
  };
}

/** Lines whose points have their one name. */
export const placed = (lines: readonly Line[], pointOf: (key: string) => string): Line[] =>
  lines.map((line) => ({ ...line, point: pointOf(line.point) }));
