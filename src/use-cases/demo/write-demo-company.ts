import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Refusal } from '../../domain/problem.ts';
import type { Decimal, IsoDate } from '../../domain/units.ts';
import { createCalendar, type DemoCalendar } from './calendar.ts';
import { writeCustomers, writeProducts } from './companions.ts';
import { createCompany } from './company.ts';
import { addProspects, clientCount, populate } from './customers.ts';
import { createNumbering, documentRows, shipmentHeader } from './document-rows.ts';
import { addDuplicates, type PlantedDuplicate } from './duplicates.ts';
import { createLateDocuments, writeBackdated, writeCorrected } from './late-documents.ts';
import { createLinePlan } from './line-plan.ts';
import { createProducts } from './products.ts';
import { createPurchases } from './purchases.ts';
import { at, createRandom } from './random.ts';
import { createRegister } from './register.ts';
import { createRhythm } from './rhythm.ts';
import type { SalesDocument } from './sales-document.ts';
import { planted, playSchemes } from './schemes.ts';
import { type DemoCase, noteInCase, type ScriptedDocument, writeScript } from './script.ts';
import { applyStaffChanges, type Reassignment } from './staff.ts';
import { createTally, rubles, type TalliedFacts } from './tally.ts';
import { writeTextFile } from './text-file.ts';

export type { DemoCase, PlantedDuplicate };

export interface DemoOptions {
  readonly seed?: number;
  /** Rows of the main shipment files, met within 2 %; at least `fewestLines`. */
  readonly lines: number;
  /** Last day of the data. The first is the first of a month, three years back. */
  readonly until: IsoDate;
  /** Part of a rep's monthly buyers that each planted case adds; 0: none is planted. Left out: cases of a fixed size. */
  readonly inflation?: number;
  /** Orders crowd into the last days of months, and honestly so. */
  readonly monthEndPeaks?: boolean;
  /** Made when absent; files of the same names are replaced. */
  readonly folder: string;
}

/** Paths of the files of the demo company. */
export interface DemoFiles {
  /** One a calendar year, oldest first. */
  readonly shipments: readonly string[];
  /** `customers.csv` (1C «Контрагенты») and `products.csv` (1C «Номенклатура»). */
  readonly companions: readonly string[];
  /** To be imported after the main ones, in order: corrected documents, then backdated ones. */
  readonly late: readonly string[];
  /** JSON, `DemoCase[]`. */
  readonly cases: string;
  /** JSON, `PlantedDuplicate[]`. */
  readonly duplicates: string;
  readonly facts: DemoFacts;
}

/** What is true of the main files, to compare an import with. */
export interface DemoFacts extends TalliedFacts {
  readonly company: string;
  readonly seed: number;
  readonly from: IsoDate;
  readonly until: IsoDate;
  /** Rows of `customers.csv`, those without a purchase included. */
  readonly cards: number;
  readonly products: number;
  readonly duplicates: number;
  readonly cases: number;
  readonly reassignments: readonly Reassignment[];
  /** What each later export brings, and by how much it changes the sales with VAT. */
  readonly late: readonly { documents: number; lines: number; salesChange: Decimal }[];
}

export const fewestLines = 10_000;

/**
 * Writes the files of an invented distributor: the same bytes for the same seed, lines and last day, in constant
 * memory. Throws a `Refusal` (`demoTooFewLines`, `demoUntilInvalid`) before anything is written.
 */
export async function writeDemoCompany({
  seed = 1,
  lines,
  until,
  inflation,
  monthEndPeaks,
  folder,
}: DemoOptions): Promise<DemoFiles> {
  if (!Number.isSafeInteger(lines) || lines < fewestLines)
    throw new Refusal({ code: 'demoTooFewLines', params: { lines, least: fewestLines } });
  const random = (stream: string) => createRandom(seed, stream);
  const calendar = createCalendar(until);
  const { days } = calendar;
  const clients = clientCount(lines);
  const company = createCompany(clients, calendar.monthLabels.length, random('company'));
  const products = createProducts();

  const register = createRegister(company, random('register'));
  const pace = (((clients - planted.clients) * 50) / (lines - planted.lines)) ** 0.7;
  const population = { clients: clients - planted.clients, days, pace };
  populate(register, company, population, random('population'));
  const twins = addDuplicates(register, days, random('duplicates'));
  const script = writeScript(
    register,
    calendar,
    products,
    random('schemes'),
    playSchemes(company, inflation),
  );
  addProspects(register, company, population, random('prospects'));

  const purchases = createPurchases(company, calendar, products, register, random('purchases'));
  const newRhythm = () => createRhythm(register, calendar, random('rhythm'), monthEndPeaks);
  const plan = createLinePlan(newRhythm(), days, lines - script.lines);
  const rhythm = newRhythm();
  const numberOf = createNumbering(calendar);
  const tally = createTally(calendar, register);
  const late = createLateDocuments(calendar, plan.visits, random('late'));
  const pending: SalesDocument[][] = [];
  const reassignments: Reassignment[] = [];
  const staffRandom = random('staff');

  const documentsOf = function* (day: number): Generator<ScriptedDocument> {
    const meanLines = plan.meanLines();
    for (const point of rhythm.visits(day)) {
      const document = purchases.shipment(day, point, meanLines);
      for (const next of purchases.aftermath(document)) {
        pending[next.day] ??= [];
        at(pending, next.day).push(next);
      }
      plan.visited(point);
      plan.written(document.lines.length);
      yield { document, of: null };
    }
    yield* script.on(day);
    for (const document of pending[day] ?? []) {
      plan.written(document.lines.length);
      yield { document, of: null };
    }
    delete pending[day];
  };

  await mkdir(folder, { recursive: true });
  const shipments: string[] = [];
  for (const [year, first, end] of yearsOf(calendar)) {
    const path = join(folder, `shipments-${year}.csv`);
    shipments.push(path);
    await writeTextFile(path, shipmentHeader, async (file) => {
      for (let day = first; day < end; day++) {
        const month = at(calendar.month, day);
        if (day === calendar.monthStarts[month])
          reassignments.push(...applyStaffChanges(company, register, calendar, month, staffRandom));
        for (const written of documentsOf(day)) {
          const { document } = written;
          const number = numberOf(document);
          file.addRows(documentRows(calendar, number, document));
          tally.add(document);
          noteInCase(written, number, calendar);
          late.offer(number, document);
          if (file.full) await file.flush();
        }
      }
    });
  }

  const path = (name: string) => join(folder, name);
  const lateExports = [
    await writeCorrected(path('late-1-corrected.csv'), calendar, late, random('corrections')),
    await writeBackdated(path('late-2-backdated.csv'), calendar, script.backdated, numberOf),
  ];
  const companions = [path('customers.csv'), path('products.csv')] as const;
  await writeCustomers(companions[0], register, calendar, random('cards'));
  await writeProducts(companions[1], products);
  const duplicates: readonly PlantedDuplicate[] = [...twins, ...script.duplicates];
  const cases: readonly DemoCase[] = script.cases;
  await writeFile(path('cases.json'), `${JSON.stringify(cases, null, 2)}\n`);
  await writeFile(path('duplicates.json'), `${JSON.stringify(duplicates, null, 2)}\n`);

  return {
    shipments,
    companions,
    late: lateExports.flatMap(({ path: written, documents }) => (documents > 0 ? [written] : [])),
    cases: path('cases.json'),
    duplicates: path('duplicates.json'),
    facts: {
      ...tally.facts(),
      company: company.name,
      seed,
      from: calendar.from,
      until,
      cards: register.entityCount,
      products: products.length,
      duplicates: duplicates.length,
      cases: cases.length,
      reassignments,
      late: lateExports.map(({ documents, lines: rows, change }) => ({
        documents,
        lines: rows,
        salesChange: rubles(change),
      })),
    },
  };
}

/** Year, first day, day after the last. */
function* yearsOf(calendar: DemoCalendar): Generator<readonly [year: number, first: number, end: number]> {
  let first = 0;
  while (first < calendar.days) {
    const year = at(calendar.year, first);
    let end = first;
    while (end < calendar.days && calendar.year[end] === year) end++;
    yield [year, first, end];
    first = end;
  }
}
