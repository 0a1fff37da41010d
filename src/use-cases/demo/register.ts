import type { City, ClientKind, Company, Slot } from './company.ts';
import { at, below, type Random, runningTotal, weighted } from './random.ts';

export type LegalForm = 'ООО' | 'ИП' | 'person';
export type InnDefect = 'none' | 'missing' | 'lostZero' | 'mistyped';

/**
 * A customer's card («Контрагент»). It holds numbers and styles; what the program prints is made from them in
 * `card-texts.ts` when it is needed: a hundred thousand cards with all their texts would not fit the memory allowed.
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
  /** What the card says instead. */
  readonly typed: TypedCard | null;
  /** Changes when the customer is handed over. */
  slot: Slot;
  /** The first point, set by it. */
  office: DeliveryPoint | null;
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
  readonly typed: TypedPoint | null;
  readonly rhythm: PurchaseRhythm | null;
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

export interface Register {
  readonly entities: readonly LegalEntity[];
  readonly points: readonly DeliveryPoint[];
  nextFirm(): number;
  addEntity(options: EntityOptions): LegalEntity;
  addPoint(entity: LegalEntity, options: PointOptions): DeliveryPoint;
}

const implicitShare = 0.05;

/** The company's cards, to which everything that buys is added; the dirt is drawn here. */
export function createRegister(company: Company, random: Random): Register {
  const entities: LegalEntity[] = [];
  const points: DeliveryPoint[] = [];
  const places = new Map<City, number>();
  const cityWeights = company.branches.map((branch) =>
    runningTotal(company.cities.map((city) => (city.branch === branch ? city.weight : 0))),
  );
  const nextPhone = phoneBook(random);
  let firms = 0;
  let people = 0;

  return {
    entities,
    points,
    nextFirm: () => firms++,
    addEntity({ kind, slot, created, holding = '', typed = null, like, ...given }) {
      const { branch } = slot.team;
      const city = like?.city ?? at(company.cities, weighted(random, at(cityWeights, branch.index)));
      const form = like?.form ?? given.form ?? formOf(kind, random);
      const entity: LegalEntity = {
        index: entities.length,
        holding,
        kind,
        form,
        city,
        nameSerial: like?.nameSerial ?? given.nameSerial ?? (form === 'ООО' ? firms++ : people++),
        nameStyle: below(random, 100),
        innDefect: kind === 'person' ? 'missing' : innDefect(random),
        phone: like?.phone ?? given.phone ?? nextPhone(kind, city),
        created,
        typed,
        slot,
        office: null,
      };
      entities.push(entity);
      return entity;
    },
    addPoint(entity, { rhythm, typed = null, ...given }) {
      const { city, kind, holding } = entity;
      const next = places.get(city) ?? 0;
      if (given.place === undefined) places.set(city, next + 1);
      const mayBeImplicit =
        rhythm !== null && given.place === undefined && holding === '' && kind !== 'person';
      const style = below(random, 100);
      const point: DeliveryPoint = {
        index: points.length,
        entity,
        place: given.place ?? next,
        nameStyle: below(random, 900),
        addressStyle: given.addressStyle ?? (style < 70 ? 0 : style),
        cityStyle: style < 75 ? 0 : style < 95 ? 1 : 2,
        implicit: mayBeImplicit && random() < implicitShare,
        typed,
        rhythm,
      };
      points.push(point);
      entity.office ??= point;
      return point;
    },
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
