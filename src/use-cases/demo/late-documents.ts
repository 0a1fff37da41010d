import type { DemoCalendar } from './calendar.ts';
import { documentRows, shipmentHeader } from './document-rows.ts';
import type { Random } from './random.ts';
import { type DocumentLine, returnedLine, type SalesDocument } from './sales-document.ts';
import { noteInCase, type ScriptedDocument } from './script.ts';
import { writeTextFile } from './text-file.ts';

interface NumberedDocument {
  readonly number: string;
  readonly document: SalesDocument;
}

/** What a later export does to the figures of the earlier ones. */
export interface LateExport {
  readonly path: string;
  readonly documents: number;
  readonly lines: number;
  /** Kopecks with VAT that the sales change by. */
  readonly change: number;
}

/** Remembers some of the last everyday shipments while they are written, to correct them afterwards. */
export interface LateDocuments {
  offer(number: string, document: SalesDocument): void;
  readonly chosen: readonly NumberedDocument[];
}

const window = 50;
const wanted = 60;

/** `visits`: shipments of the whole demo, from which the share to remember follows. */
export function createLateDocuments(calendar: DemoCalendar, visits: number, random: Random): LateDocuments {
  const chance = Math.min(0.5, (wanted * calendar.days) / (visits * window));
  const chosen: NumberedDocument[] = [];
  return {
    chosen,
    offer(number, document) {
      const { kind, day, point, lines } = document;
      const everyday = kind === 'sale' && point?.rhythm;
      if (!everyday || day < calendar.days - window || random() >= chance) return;
      if (lines.some((line) => line.gross > 0)) chosen.push({ number, document });
    },
  };
}

/** The same numbers once more with changed lines; never less than half of a document, which would need consent. */
export async function writeCorrected(
  path: string,
  calendar: DemoCalendar,
  { chosen }: LateDocuments,
  random: Random,
): Promise<LateExport> {
  const corrected = chosen.map(({ number, document }) => ({
    number,
    document: { ...document, lines: correctedLines(document.lines, random) },
  }));
  const before = sumOf(chosen);
  await writeDocuments(path, calendar, corrected);
  return { path, ...countsOf(corrected), change: sumOf(corrected) - before };
}

/** Documents of closed months with the next free numbers; each is noted in its case. */
export async function writeBackdated(
  path: string,
  calendar: DemoCalendar,
  scripted: readonly ScriptedDocument[],
  numberOf: (document: SalesDocument) => string,
): Promise<LateExport> {
  const documents = scripted.map((late) => {
    const { document } = late;
    const number = numberOf(document);
    noteInCase(late, number, calendar);
    return { number, document };
  });
  await writeDocuments(path, calendar, documents);
  return { path, ...countsOf(documents), change: sumOf(documents) };
}

function correctedLines(lines: readonly DocumentLine[], random: Random): DocumentLine[] {
  const largest = lines.reduce((most, line) => (line.gross > most.gross ? line : most));
  const smallest = lines.reduce((least, line) => (line.gross < least.gross ? line : least));
  // Dropping the smallest of four lines or more leaves at least three quarters of the sum.
  if (lines.length >= 4 && random() < 0.4) return lines.filter((line) => line !== smallest);
  const missing = returnedLine(largest, 0.1 + 0.2 * random());
  return lines.map((line) => (line === largest ? less(line, missing) : line));
}

function less(line: DocumentLine, part: DocumentLine): DocumentLine {
  const before = line.quantity ?? 0;
  const after = before + (part.quantity ?? 0);
  // A piece or two cannot lose a small part: then one more was shipped.
  const quantity = after * 2 > before ? after : before - (part.quantity ?? 0);
  return { ...line, quantity, gross: Math.round((quantity * (line.price ?? 0)) / 1000) };
}

async function writeDocuments(
  path: string,
  calendar: DemoCalendar,
  documents: readonly NumberedDocument[],
): Promise<void> {
  await writeTextFile(path, shipmentHeader, async (file) => {
    for (const { number, document } of documents) {
      file.addRows(documentRows(calendar, number, document));
      if (file.full) await file.flush();
    }
  });
}

function sumOf(documents: readonly NumberedDocument[]): number {
  return documents.reduce(
    (total, { document }) => document.lines.reduce((sum, line) => sum + line.gross, total),
    0,
  );
}

function countsOf(documents: readonly NumberedDocument[]): { documents: number; lines: number } {
  return {
    documents: documents.length,
    lines: documents.reduce((total, { document }) => total + document.lines.length, 0),
  };
}
