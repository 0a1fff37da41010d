import type { IsoDate } from '../../domain/units.ts';
import { type DemoCalendar, dayIso, workingDayFrom, workingDays } from './calendar.ts';
import type { Slot } from './company.ts';
import type { PlantedDuplicate } from './duplicates.ts';
import type { Product } from './products.ts';
import { at, below, pick, type Random } from './random.ts';
import type { DeliveryPoint, EntityOptions, PointOptions, Register } from './register.ts';
import { type DocumentKind, type DocumentLine, type SalesDocument, soldLine } from './sales-document.ts';

/** A planted case: what a controller should find, and where. */
export interface DemoCase {
  /** Number of the scheme in the catalogue of gaming schemes. */
  readonly scheme: number;
  /** Name of its detector. */
  readonly name: string;
  readonly rep: string;
  /** `2026-10` */
  readonly month: string;
  /** Codes («Контрагент.Код»). */
  readonly clients: readonly string[];
  /** The documents that make the case. */
  readonly documents: readonly CaseDocument[];
  /** What was done, in Russian. */
  readonly note: string;
}

/** Numbers begin anew each year and for each kind: all three tell one document. */
export interface CaseDocument {
  readonly kind: DocumentKind;
  readonly number: string;
  readonly date: IsoDate;
}

/** A case whose documents get their numbers while they are written. */
export interface OpenCase extends DemoCase {
  readonly clients: string[];
  readonly documents: CaseDocument[];
}

export interface ScriptedDocument {
  readonly document: SalesDocument;
  readonly of: OpenCase | null;
}

/** Enters a document in its case once it has a number. */
export function noteInCase({ document, of }: ScriptedDocument, number: string, calendar: DemoCalendar): void {
  of?.documents.push({ kind: document.kind, number, date: dayIso(calendar, document.day) });
}

/** The documents of the planted customers: written on their days, or late. */
export interface Script {
  readonly cases: readonly OpenCase[];
  readonly duplicates: readonly PlantedDuplicate[];
  /** Lines of all days. */
  readonly lines: number;
  on(day: number): readonly ScriptedDocument[];
  /** Dated in closed months, exported at the very end. */
  readonly backdated: readonly ScriptedDocument[];
}

export interface HistoryOptions {
  /** Months back from the last full month. */
  readonly from: number;
  readonly to?: number;
  /** Mean days between two documents. */
  readonly every: number;
  readonly skip?: (day: number) => boolean;
  readonly of?: OpenCase;
  readonly packs?: number;
}

export interface PlantedClient {
  readonly point: DeliveryPoint;
  readonly goods: readonly Product[];
}

/** What a scheme is written with. Months are counted back from the last full month: 0 is that one, −1 the next. */
export interface Stage {
  readonly random: Random;
  readonly products: readonly Product[];
  readonly calendar: DemoCalendar;
  readonly register: Register;
  readonly duplicates: PlantedDuplicate[];
  open(scheme: number, name: string, slot: Slot, monthsBack: number, note: string): OpenCase;
  client(slot: Slot, entity?: Partial<EntityOptions>, point?: Partial<PointOptions>): PlantedClient;
  days(slot: Slot, monthsBack: number): number[];
  inMonth(monthsBack: number): (day: number) => boolean;
  line(point: DeliveryPoint, day: number, product: Product, packs: number): DocumentLine;
  add(
    point: DeliveryPoint,
    day: number,
    lines: readonly DocumentLine[],
    of: OpenCase | null,
    kind?: DocumentKind,
  ): void;
  addLate(point: DeliveryPoint, day: number, lines: readonly DocumentLine[], of: OpenCase): void;
  history(client: PlantedClient, options: HistoryOptions): void;
}

/** Lets the schemes write on a stage and collects what they wrote. */
export function writeScript(
  register: Register,
  calendar: DemoCalendar,
  products: readonly Product[],
  random: Random,
  play: (stage: Stage) => void,
): Script {
  const cases: OpenCase[] = [];
  const duplicates: PlantedDuplicate[] = [];
  const days = new Map<number, ScriptedDocument[]>();
  const backdated: ScriptedDocument[] = [];
  let lines = 0;

  const monthIndex = (monthsBack: number) => calendar.lastFullMonth - monthsBack;
  const scripted = (
    point: DeliveryPoint,
    day: number,
    documentLines: readonly DocumentLine[],
    of: OpenCase | null,
    kind: DocumentKind = 'sale',
  ): ScriptedDocument => {
    const { slot } = point.entity;
    return { of, document: { kind, day, point, rep: slot.rep, lines: documentLines } };
  };

  const stage: Stage = {
    random,
    products,
    calendar,
    register,
    duplicates,
    open(scheme, name, slot, monthsBack, note) {
      const month = at(calendar.monthLabels, monthIndex(monthsBack));
      const result = { scheme, name, rep: slot.rep.name, month, clients: [], documents: [], note };
      cases.push(result);
      return result;
    },
    client(slot, entity = {}, point = {}) {
      const kind = slot.team.kinds.includes('retail') ? 'retail' : 'horeca';
      const card = register.addEntity({ kind, slot, created: -1 - below(random, 900), ...entity });
      const index = register.addPoint(card, { rhythm: null, ...point });
      const goods = Array.from({ length: 5 }, () => pick(random, products));
      return { point: register.point(index), goods: [...new Set(goods)] };
    },
    days(slot, monthsBack) {
      return workingDays(calendar, monthIndex(monthsBack), slot.team.branch.saturdays);
    },
    inMonth(monthsBack) {
      return (day) => at(calendar.month, day) === monthIndex(monthsBack);
    },
    line(point, day, product, packs) {
      return soldLine(calendar, day, point.entity.kind, product, product.pack * packs);
    },
    add(point, day, documentLines, of, kind) {
      const list = days.get(day) ?? [];
      list.push(scripted(point, day, documentLines, of, kind));
      days.set(day, list);
      lines += documentLines.length;
    },
    addLate(point, day, documentLines, of) {
      backdated.push(scripted(point, day, documentLines, of));
    },
    history(client, { from, to, every, skip, of, packs = 1 }) {
      const { point, goods } = client;
      const end = to === undefined ? calendar.days : at(calendar.monthStarts, monthIndex(to) + 1);
      const { saturdays } = point.entity.slot.team.branch;
      let next = at(calendar.monthStarts, monthIndex(from)) + random() * every;
      while (true) {
        const day = workingDayFrom(calendar, Math.floor(next), saturdays);
        if (day >= end) return;
        next = day + every * (0.75 + 0.5 * random());
        if (skip?.(day)) continue;
        const start = below(random, goods.length);
        const count = Math.min(goods.length, 1 + below(random, 3));
        const chosen = Array.from({ length: count }, (_, i) => at(goods, (start + i) % goods.length));
        const bought = chosen.map((product) => stage.line(point, day, product, packs + below(random, 2)));
        stage.add(point, day, bought, of ?? null);
      }
    },
  };
  play(stage);
  return { cases, duplicates, lines, on: (day) => days.get(day) ?? [], backdated };
}
