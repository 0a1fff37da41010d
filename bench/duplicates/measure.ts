import { existsSync, readFileSync } from 'node:fs';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type Features, featuresOf } from '../../src/domain/duplicates/features.ts';
import { type Found, findDuplicates } from '../../src/domain/duplicates/find-duplicates.ts';
import { readInn } from '../../src/domain/inn.ts';
import { isPerson } from '../../src/domain/party.ts';
import { inn10 } from '../../src/use-cases/demo/identifiers.ts';
import { type PlantedDuplicate, writeDemoCompany } from '../../src/use-cases/demo/write-demo-company.ts';
import { type Card, withSecondCards } from './corrupt.ts';

export interface Quality {
  readonly cards: number;
  readonly planted: number;
  readonly found: number;
  /** Of those that were found, the planted ones. */
  readonly precision: number;
  /** Of the planted ones, those that were found. */
  readonly recall: number;
  /** Found ones that may be merged without a look, and how many of them are none. */
  readonly certain: number;
  readonly wronglyCertain: number;
  /** Planted ones that were not found, as cards. */
  readonly missed: readonly string[];
  readonly milliseconds: number;
}

type Facts = Readonly<Record<string, string>>;

/** As an import keeps them. */
function factsOf({ name, inn, phone, city, ...more }: Card & Readonly<Record<string, string>>): Facts {
  const read = readInn(inn).inn;
  const facts = { ...more, name, city, phone, inn: read ?? '', innWrong: read === null ? inn : '' };
  return { ...facts, ...(isPerson({ name, inn: read ?? '' }) && { person: 'true' }) };
}

/** Truth: pairs of places. */
export function qualityOf(cards: readonly Facts[], truth: ReadonlySet<string>): Quality {
  const began = performance.now();
  const all: Features[] = cards.map((card) => featuresOf([card]));
  const { candidates } = finish(findDuplicates(all));
  const milliseconds = performance.now() - began;
  const keyOf = (a: number, b: number) => `${Math.min(a, b)} ${Math.max(a, b)}`;
  const found = new Set(candidates.map(({ a, b }) => keyOf(a, b)));
  const hits = [...found].filter((pair) => truth.has(pair)).length;
  const certain = candidates.filter(({ score }) => score.certain);
  return {
    ...{ cards: cards.length, planted: truth.size, found: found.size, milliseconds },
    ...{ precision: hits / found.size, recall: hits / truth.size, certain: certain.length },
    wronglyCertain: certain.filter(({ a, b }) => !truth.has(keyOf(a, b))).length,
    missed: [...truth]
      .filter((pair) => !found.has(pair))
      .map((pair) => JSON.stringify(pair.split(' ').map((place) => cards[Number(place)]))),
  };
}

function finish(steps: Generator<void, Found>): Found {
  for (let step = steps.next(); ; step = steps.next()) if (step.done) return step.value;
}

/** The demo company’s cards against the duplicates that were planted in it. */
export async function qualityOnDemo(lines: number, seed = 1): Promise<Quality> {
  const folder = await mkdtemp(join(tmpdir(), 'akb-duplicates-'));
  try {
    const files = await writeDemoCompany({ lines, until: '2026-10-31', seed, folder });
    const [header, ...rows] = cellsOf(readFileSync(files.companions[0] ?? '', 'utf8'), ';');
    const at = (row: readonly string[], name: string) => row[header?.indexOf(name) ?? -1] ?? '';
    const places = new Map(rows.map((row, place) => [at(row, 'Код контрагента'), place]));
    const cards = rows.map((row) =>
      factsOf({
        ...{ name: at(row, 'Контрагент'), inn: at(row, 'ИНН'), kpp: at(row, 'КПП'), city: at(row, 'Город') },
        ...{ address: at(row, 'Адрес'), phone: at(row, 'Телефон'), email: at(row, 'E-mail') },
      }),
    );
    const planted = JSON.parse(readFileSync(files.duplicates, 'utf8')) as PlantedDuplicate[];
    const pair = ({ original, duplicate }: PlantedDuplicate) =>
      [places.get(original) ?? -1, places.get(duplicate) ?? -1].sort((a, b) => a - b).join(' ');
    return qualityOf(cards, new Set(planted.map(pair)));
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
}

export const resellersFile = join(
  import.meta.dirname,
  '../../../shared/data/adventureworks-reseller/Resellers.csv',
);

/** AdventureWorks’ resellers, every fifth with a second card; null where the file is not beside the repository. */
export function qualityOnResellers(seed = 1): Quality | null {
  if (!existsSync(resellersFile)) return null;
  const [, ...rows] = cellsOf(readFileSync(resellersFile, 'utf8'), ',');
  const companies = rows.map(([, , name = '', city = '']) => ({ name, city }));
  const { cards, truth } = withSecondCards(companies, inn10, seed);
  return qualityOf(
    cards.map((card) => factsOf({ ...card })),
    new Set([...truth].map(([second, first]) => `${first} ${second}`)),
  );
}

function cellsOf(text: string, separator: ';' | ','): string[][] {
  const cell = new RegExp(`(?:^|${separator})(?:"((?:[^"]|"")*)"|([^${separator}]*))`, 'g');
  return text
    .replace(/^\ufeff/, '')
    .trimEnd()
    .split(/\r?\n/)
    .map((line) =>
      [...line.matchAll(cell)].map(([, quoted, plain]) => quoted?.replaceAll('""', '"') ?? plain ?? ''),
    );
}
