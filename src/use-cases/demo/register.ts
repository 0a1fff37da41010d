import type { City, ClientKind, Company, Slot } from './company.ts';
import { cityPhone, inn10, inn12, kpp, mistypedInn, mobilePhone, type Phone } from './identifiers.ts';
import { type Address, addressOf, addressStyles, cityStyles, firmName, initials, personName } from './names.ts';
import { at, below, pick, type Random, runningTotal, weighted } from './random.ts';

/** A customer's card («Контрагент») as it stands in the company's program, dirt included. */
export interface LegalEntity {
  readonly index: number;
  readonly code: string;
  /** «Партнёр»; empty when the entity stands for itself. */
  readonly holding: string;
  readonly form: LegalForm;
  /** The name without its legal form. */
  readonly bareName: string;
  readonly name: string;
  readonly inn: string;
  readonly kpp: string;
  readonly kind: ClientKind;
  readonly city: City;
  readonly phone: Phone;
  /** Day of the card, negative before the first day of the demo. */
  readonly created: number;
  /** Changes when the customer is handed over. */
  slot: Slot;
}

export type LegalForm = 'ООО' | 'ИП' | 'person';

export interface DeliveryPoint {
  readonly index: number;
  readonly entity: LegalEntity;
  /** Code, name and address are empty where the program knows no «Грузополучатель». */
  readonly code: string;
  readonly name: string;
  readonly address: string;
  readonly place: Address;
  readonly city: string;
  readonly rhythm: PurchaseRhythm | null;
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
  /** A card that the new one repeats: form, city, phone and КПП are taken from it. */
  readonly like?: LegalEntity;
  readonly form?: LegalForm;
  readonly holding?: string;
  readonly bareName?: string;
  readonly name?: string;
  readonly inn?: string;
  readonly phone?: Phone;
}

export interface PointOptions {
  readonly rhythm: PurchaseRhythm | null;
  readonly place?: Address;
  readonly name?: string;
  readonly address?: string;
}

export interface Register {
  readonly entities: readonly LegalEntity[];
  readonly points: readonly DeliveryPoint[];
  nextFirmName(): string;
  addEntity(options: EntityOptions): LegalEntity;
  addPoint(entity: LegalEntity, options: PointOptions): DeliveryPoint;
}

/** The company's cards, to which everything that buys is added; texts and dirt are drawn here. */
export function createRegister(company: Company, random: Random): Register {
  const entities: LegalEntity[] = [];
  const points: DeliveryPoint[] = [];
  const addresses = new Map<City, number>();
  const cityWeights = company.branches.map((branch) =>
    runningTotal(company.cities.map((city) => (city.branch === branch ? city.weight : 0))),
  );
  const nextPhone = phoneBook(random);
  let firms = 0;
  let people = 0;
  const nextFirmName = () => firmName(firms++);

  return {
    entities,
    points,
    nextFirmName,
    addEntity(options) {
      const { kind, like } = options;
      const index = entities.length;
      const city =
        like?.city ??
        at(company.cities, weighted(random, at(cityWeights, options.slot.team.branch.index)));
      const form = like?.form ?? options.form ?? formOf(kind, random);
      const bareName = options.bareName ?? (form === 'ООО' ? nextFirmName() : personName(people++));
      const inn = options.inn ?? (kind === 'person' ? '' : soiledInn(form === 'ИП' ? inn12(index) : inn10(index), random));
      const entity: LegalEntity = {
        index,
        code: `ОП-${String(101 + index).padStart(6, '0')}`,
        holding: options.holding ?? '',
        form,
        bareName,
        name: options.name ?? typedName(bareName, form, random),
        inn,
        kpp: like?.kpp ?? (form === 'ООО' && inn !== '' ? kpp(index) : ''),
        kind,
        city,
        phone: options.phone ?? like?.phone ?? nextPhone(kind, city),
        created: options.created,
        slot: options.slot,
      };
      entities.push(entity);
      return entity;
    },
    addPoint(entity, options) {
      const { city, kind } = entity;
      const serial = addresses.get(city) ?? 0;
      if (options.place === undefined) addresses.set(city, serial + 1);
      const place = options.place ?? addressOf(serial);
      const implicit =
        options.rhythm !== null && options.address === undefined && entity.holding === '' && kind !== 'person' && random() < 0.05;
      const named = kind !== 'person' && !implicit;
      const index = points.length;
      const style = random();
      const addressStyle = style < 0.7 ? 0 : below(random, addressStyles.length);
      const point: DeliveryPoint = {
        index,
        entity,
        code: named ? `ГР-${String(17 + index).padStart(6, '0')}` : '',
        name: named ? (options.name ?? pointName(entity, random)) : '',
        address: implicit ? '' : (options.address ?? at(addressStyles, addressStyle)(city.name, place)),
        place,
        city: at(cityStyles, style < 0.75 ? 0 : style < 0.95 ? 1 : 2)(city.name),
        rhythm: options.rhythm,
      };
      points.push(point);
      return point;
    },
  };
}

/** A phone of its own for each card: mobile for persons and a third of the rest while the safe block lasts. */
function phoneBook(random: Random): (kind: ClientKind, city: City) => Phone {
  const blockSize = 10_000;
  const keptForPersons = 4_000;
  let mobiles = 0;
  const numbers = new Map<string, number>();
  return (kind, { branch }) => {
    const mobile = kind === 'person' ? mobiles < blockSize : mobiles < blockSize - keptForPersons && random() < 0.35;
    if (mobile) return mobilePhone(mobiles++);
    const serial = numbers.get(branch.areaCode) ?? 0;
    numbers.set(branch.areaCode, serial + 1);
    return cityPhone(branch.areaCode, serial);
  };
}

function formOf(kind: ClientKind, random: Random): LegalForm {
  if (kind === 'person') return 'person';
  return kind === 'retail' && random() < 0.4 ? 'ИП' : 'ООО';
}

/** One name in the ways in which cards are really headed: form before or behind, any quotes, a blank too many. */
function typedName(bareName: string, form: LegalForm, random: Random): string {
  const style = random();
  if (form === 'person') return bareName;
  if (form === 'ИП') return style < 0.6 ? `${initials(bareName)} ИП` : `ИП ${bareName}${style > 0.97 ? ' ' : ''}`;
  if (style < 0.7) return `${bareName} ООО`;
  if (style < 0.9) return `ООО «${bareName}»`;
  if (style < 0.94) return `${bareName}, ООО`;
  return style < 0.97 ? `${bareName} ООО  ` : `ООО "${bareName}"`;
}

/** 3 % missing, 1 % with a leading zero lost, 1 % mistyped. */
function soiledInn(inn: string, random: Random): string {
  const chance = random();
  if (chance < 0.03) return '';
  if (chance < 0.04) return inn.slice(1);
  return chance < 0.05 ? mistypedInn(inn) : inn;
}

const pointKinds: Readonly<Record<ClientKind, readonly string[]>> = {
  chain: ['Магазин'],
  retail: ['Магазин', 'Павильон', 'Минимаркет', 'Киоск'],
  horeca: ['Кафе', 'Столовая', 'Ресторан', 'Пекарня', 'Гостиница'],
  wholesale: ['Склад', 'База', 'Распределительный центр'],
  person: ['Квартира'],
};

function pointName({ kind, holding, form, bareName, index }: LegalEntity, random: Random): string {
  const what = pick(random, pointKinds[kind]);
  if (holding !== '') return `${what} «${bareName}» № ${1 + below(random, 900)}`;
  return `${what} «${form === 'ООО' ? bareName : firmName(index)}»`;
}
