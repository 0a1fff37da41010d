import { type City, type ClientKind, type Company, clientKinds, type Slot } from './company.ts';
import { createIntegerTable } from './integer-table.ts';
import { at, below, type Random, runningTotal, weighted } from './random.ts';

const forms = ['ООО', 'ИП', 'person'] as const;
export type LegalForm = (typeof forms)[number];

const innDefects = ['none', 'missing', 'lostZero', 'mistyped'] as const;
export type InnDefect = (typeof innDefects)[number];

/**
 * A customer's card («Контрагент») as numbers and styles; what the program prints is made from them in
 * `card-texts.ts`. A snapshot: ask the register again for the rep of a later day.
 */
export interface LegalEntity {
  readonly index: number;
  /** «Партнёр»; empty when the entity stands for itself. */
  readonly holding: string;
  readonly kind: ClientKind;
  readonly form: LegalForm;
  readonly city: City;
  /** Number of the invented name. */
  readonly nameSerial: number;
  readonly nameStyle: number;
  readonly innDefect: InnDefect;
  /** Number in the phone book: of the branch's city numbers, or −1 − number in the mobile block. */
  readonly phone: number;
  /** Day of the card, negative before the first day of the demo. */
  readonly created: number;
  readonly slot: Slot;
  /** Index of its first point, or −1. */
  readonly office: number;
  /** What the card says instead. */
  readonly typed: TypedCard | undefined;
}

export interface TypedCard {
  readonly name?: string;
  readonly inn?: string;
  readonly kpp?: string;
}

export interface DeliveryPoint {
  readonly index: number;
  readonly entity: LegalEntity;
  /** Number of the address in its city. */
  readonly place: number;
  readonly nameStyle: number;
  readonly addressStyle: number;
  readonly cityStyle: number;
  /** The program knows no «Грузополучатель» and no address. */
  readonly implicit: boolean;
  readonly rhythm: PurchaseRhythm | null;
  readonly typed: TypedPoint | undefined;
}

export interface TypedPoint {
  readonly name?: string;
  readonly address?: string;
}

/** How a point buys by itself; points of planted cases have none and follow their script. */
export interface PurchaseRhythm {
  readonly firstDay: number;
  /** Mean days between two shipments. */
  readonly interval: number;
  /** Probability of a purchase to be the last one. */
  readonly churn: number;
  /** Lines of a document relative to the average. */
  readonly size: number;
  /** 0 Monday … 6 Sunday: the day of the rep's route. */
  readonly routeDay: number;
}

export interface EntityOptions {
  readonly kind: ClientKind;
  readonly slot: Slot;
  readonly created: number;
  readonly form?: LegalForm;
  readonly holding?: string;
  readonly nameSerial?: number;
  readonly phone?: number;
  readonly typed?: TypedCard;
  /** A card that the new one repeats: name, form, city and phone are taken from it. */
  readonly like?: LegalEntity;
}

export interface PointOptions {
  readonly rhythm: PurchaseRhythm | null;
  readonly place?: number;
  readonly addressStyle?: number;
  readonly typed?: TypedPoint;
}

/** The company's cards and delivery points, by index. */
export interface Register {
  readonly entityCount: number;
  readonly pointCount: number;
  entity(index: number): LegalEntity;
  point(index: number): DeliveryPoint;
  nextFirm(): number;
  /** Both return the index. */
  addEntity(options: EntityOptions): number;
  addPoint(entity: number, options: PointOptions): number;
  /** Entities of a rep's place. */
  portfolio(slot: Slot): number[];
  assign(entity: number, slot: Slot): void;
}

const implicitShare = 0.05;

/** An empty register, to which everything that buys is added; the dirt of the cards is drawn here. */
export function createRegister(company: Company, random: Random): Register {
  const entities = createIntegerTable([
    'holding',
    'kind',
    'form',
    'city',
    'nameSerial',
    'nameStyle',
    'innDefect',
    'phone',
    'created',
    'slot',
    'office',
  ]);
  const points = createIntegerTable([
    'entity',
    'place',
    'nameStyle',
    'addressStyle',
    'cityStyle',
    'implicit',
    'firstDay',
    'tenthsOfInterval',
    'churnPerMille',
    'sizePercent',
    'routeDay',
  ]);
  const holdings = [''];
  const typedCards = new Map<number, TypedCard>();
  const typedPoints = new Map<number, TypedPoint>();
  const places = new Map<City, number>();
  const cityWeights = company.branches.map((branch) =>
    runningTotal(company.cities.map((city) => (city.branch === branch ? city.weight : 0))),
  );
  const nextPhone = phoneBook(random);
  let firms = 0;
  let people = 0;

  const entity = (index: number): LegalEntity => ({
    index,
    holding: at(holdings, entities.get(index, 'holding')),
    kind: at(clientKinds, entities.get(index, 'kind')),
    form: at(forms, entities.get(index, 'form')),
    city: at(company.cities, entities.get(index, 'city')),
    nameSerial: entities.get(index, 'nameSerial'),
    nameStyle: entities.get(index, 'nameStyle'),
    innDefect: at(innDefects, entities.get(index, 'innDefect')),
    phone: entities.get(index, 'phone'),
    created: entities.get(index, 'created'),
    slot: at(company.slots, entities.get(index, 'slot')),
    office: entities.get(index, 'office'),
    typed: typedCards.get(index),
  });

  const rhythm = (index: number): PurchaseRhythm => ({
    firstDay: points.get(index, 'firstDay'),
    interval: points.get(index, 'tenthsOfInterval') / 10,
    churn: points.get(index, 'churnPerMille') / 1000,
    size: points.get(index, 'sizePercent') / 100,
    routeDay: points.get(index, 'routeDay'),
  });

  return {
    get entityCount() {
      return entities.length;
    },
    get pointCount() {
      return points.length;
    },
    entity,
    point: (index) => ({
      index,
      entity: entity(points.get(index, 'entity')),
      place: points.get(index, 'place'),
      nameStyle: points.get(index, 'nameStyle'),
      addressStyle: points.get(index, 'addressStyle'),
      cityStyle: points.get(index, 'cityStyle'),
      implicit: points.get(index, 'implicit') === 1,
      rhythm: points.get(index, 'tenthsOfInterval') === 0 ? null : rhythm(index),
      typed: typedPoints.get(index),
    }),
    nextFirm: () => firms++,
    addEntity({ kind, slot, created, holding, typed, like, ...given }) {
      const index = entities.length;
      const city =
        like?.city ?? at(company.cities, weighted(random, at(cityWeights, slot.team.branch.index)));
      const form = like?.form ?? given.form ?? formOf(kind, random);
      if (holding !== undefined && holding !== holdings.at(-1)) holdings.push(holding);
      if (typed !== undefined) typedCards.set(index, typed);
      entities.append({
        holding: holding === undefined ? 0 : holdings.length - 1,
        kind: clientKinds.indexOf(kind),
        form: forms.indexOf(form),
        city: company.cities.indexOf(city),
        nameSerial: like?.nameSerial ?? given.nameSerial ?? (form === 'ООО' ? firms++ : people++),
        nameStyle: below(random, 100),
        innDefect: innDefects.indexOf(kind === 'person' ? 'missing' : innDefect(random)),
        phone: like?.phone ?? given.phone ?? nextPhone(kind, city),
        created,
        slot: slot.index,
        office: -1,
      });
      return index;
    },
    addPoint(owner, { rhythm, typed, ...given }) {
      const index = points.length;
      const { city, kind, holding } = entity(owner);
      const next = places.get(city) ?? 0;
      if (given.place === undefined) places.set(city, next + 1);
      if (typed !== undefined) typedPoints.set(index, typed);
      const first = entities.get(owner, 'office') < 0;
      const mayBeImplicit =
        first && rhythm !== null && given.place === undefined && holding === '' && kind !== 'person';
      const style = below(random, 100);
      points.append({
        entity: owner,
        place: given.place ?? next,
        nameStyle: below(random, 900),
        addressStyle: given.addressStyle ?? (style < 70 ? 0 : style),
        cityStyle: style < 75 ? 0 : style < 95 ? 1 : 2,
        implicit: mayBeImplicit && random() < implicitShare ? 1 : 0,
        firstDay: rhythm?.firstDay ?? 0,
        tenthsOfInterval: rhythm === null ? 0 : Math.max(1, Math.round(rhythm.interval * 10)),
        churnPerMille: Math.round((rhythm?.churn ?? 0) * 1000),
        sizePercent: Math.round((rhythm?.size ?? 0) * 100),
        routeDay: rhythm?.routeDay ?? 0,
      });
      if (first) entities.set(owner, 'office', index);
      return index;
    },
    portfolio(slot) {
      const result: number[] = [];
      for (let index = 0; index < entities.length; index++)
        if (entities.get(index, 'slot') === slot.index) result.push(index);
      return result;
    },
    assign: (index, slot) => entities.set(index, 'slot', slot.index),
  };
}

/** A number of its own for each card: mobile for persons and a third of the rest while the safe block lasts. */
function phoneBook(random: Random): (kind: ClientKind, city: City) => number {
  const blockSize = 10_000;
  const keptForPersons = 4_000;
  let mobiles = 0;
  const cityNumbers = new Map<string, number>();
  return (kind, { branch }) => {
    const free = mobiles < (kind === 'person' ? blockSize : blockSize - keptForPersons);
    if (free && (kind === 'person' || random() < 0.35)) return -1 - mobiles++;
    const number = cityNumbers.get(branch.areaCode) ?? 0;
    cityNumbers.set(branch.areaCode, number + 1);
    return number;
  };
}

function formOf(kind: ClientKind, random: Random): LegalForm {
  if (kind === 'person') return 'person';
  return kind === 'retail' && random() < 0.4 ? 'ИП' : 'ООО';
}

/** 3 % missing, 1 % with a leading zero lost, 1 % mistyped. */
function innDefect(random: Random): InnDefect {
  const chance = random();
  if (chance < 0.03) return 'missing';
  if (chance < 0.04) return 'lostZero';
  return chance < 0.05 ? 'mistyped' : 'none';
}
