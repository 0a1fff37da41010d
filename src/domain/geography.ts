import { addressParts } from './address-parts.ts';
import { cityKey, normaliseCity } from './city.ts';
import { townsByRegion } from './city-seed.ts';
import { foldText } from './fold.ts';
import type { Problem } from './problem.ts';
import { type FederalDistrict, federalDistricts, type Region, regions } from './region-seed.ts';

/** Rows of the editable table: every town with every region that has one of the name. */
export interface Town {
  readonly name: string;
  /** Region code. */
  readonly region: string;
}

export const seedTowns: readonly Town[] = Object.entries(townsByRegion).flatMap(([region, list]) =>
  list.split(', ').map((name) => ({ name, region })),
);

/** The tables as maps, for many look-ups; built by `indexGeography`. */
export interface Geography {
  readonly regionByKey: ReadonlyMap<string, Region>;
  readonly regionsByCity: ReadonlyMap<string, readonly Region[]>;
}

export function indexGeography(
  towns: readonly Town[] = seedTowns,
  table: readonly Region[] = regions,
): Geography {
  const regionByKey = new Map<string, Region>();
  const byCode = new Map(table.map((region) => [region.code, region]));
  for (const region of table) {
    for (const name of [region.code, region.name, ...region.aliases]) {
      for (const key of regionKeys(name)) regionByKey.set(key, region);
    }
  }
  const regionsByCity = new Map<string, Region[]>();
  for (const { name, region } of towns) {
    const known = byCode.get(region);
    if (!known) continue;
    const key = cityKey(name);
    const same = regionsByCity.get(key);
    if (same) same.push(known);
    else regionsByCity.set(key, [known]);
  }
  return { regionByKey, regionsByCity };
}

const kinds = new Map([
  ['область', 'обл'],
  ['аобл', 'обл'],
  ['республика', 'респ'],
  ['округ', 'ао'],
  ['город', 'г'],
  ['гор', 'г'],
]);
const kindNames = new Set(['обл', 'респ', 'край', 'ао', 'г']);

const seedGeography = indexGeography();

/** A town and its region, or a region and its federal district, as somebody here knows it better than the table. */
export interface OwnPlace {
  readonly name: string;
  readonly within: string;
}

/** What an own place says, in the names of the table; null: neither a region nor a federal district. */
export function readOwnPlace({ name, within }: OwnPlace): OwnPlace | null {
  const district = normaliseDistrict(within);
  const itself = findRegion(name);
  if (district !== null) return itself === null ? null : { name: itself.name, within: district };
  const region = findRegion(within);
  const city = normaliseCity(name);
  return region === null || cityKey(city) === '' ? null : { name: city, within: region.name };
}

/** The table with own places laid over it; what `readOwnPlace` does not know is left out. */
export function geographyWith(own: readonly OwnPlace[]): Geography {
  if (own.length === 0) return seedGeography;
  const places = own.flatMap((place) => readOwnPlace(place) ?? []);
  const districts = new Map(places.map(({ name, within }) => [name, normaliseDistrict(within)]));
  const table = regions.map((region) => ({
    ...region,
    district: districts.get(region.name) ?? region.district,
  }));
  const towns = places.flatMap(({ name, within }): Town[] => {
    const region = normaliseDistrict(within) === null ? findRegion(within) : null;
    return region === null ? [] : [{ name, region: region.code }];
  });
  const known = new Set(towns.map(({ name }) => cityKey(name)));
  return indexGeography([...seedTowns.filter(({ name }) => !known.has(cityKey(name))), ...towns], table);
}

export interface PlaceFacts {
  readonly city?: string;
  readonly region?: string;
  /** Federal district. */
  readonly district?: string;
  readonly country?: string;
}

/** Where a row belongs. null reads «Не определён»: nothing is guessed. */
export interface Location {
  readonly city: string | null;
  /** Name of the table, else as the file has it. */
  readonly region: string | null;
  readonly regionCode: string | null;
  readonly district: FederalDistrict | null;
  readonly country: string | null;
  /** Regions that the city alone could be in, when it is several. */
  readonly candidates: readonly Region[];
  /** `cityAmbiguous`, `regionUnknown`, `districtConflict` (the table won). */
  readonly finding: Problem | null;
}

/**
 * Finds region and district: a stated region wins, also one beside the city («Киров, Калужская обл.»); else the city,
 * when one region has it, or one within the stated district. Outside Russia only what is stated is taken.
 */
export function locate(facts: PlaceFacts, geography: Geography = seedGeography): Location {
  const city = facts.city && cityKey(facts.city) ? normaliseCity(facts.city) : null;
  const country = normaliseCountry(facts.country ?? '');
  const statedDistrict = normaliseDistrict(facts.district ?? '');
  const nowhere = {
    city,
    region: null,
    regionCode: null,
    district: null,
    country,
    candidates: [],
    finding: null,
  };
  if (country !== null && country !== 'Россия') return { ...nowhere, region: facts.region?.trim() || null };

  const stated = findRegion(facts.region ?? '', geography) ?? regionBeside(facts.city ?? '', geography);
  if (!stated && facts.region?.trim()) {
    const finding = { code: 'regionUnknown', params: { region: facts.region.trim() } };
    return { ...nowhere, region: facts.region.trim(), district: statedDistrict, finding };
  }
  const possible = stated ? [stated] : (geography.regionsByCity.get(cityKey(city ?? '')) ?? []);
  const within = statedDistrict ? possible.filter((region) => region.district === statedDistrict) : possible;
  const candidates = within.length > 0 ? within : possible;
  const [region] = candidates;
  if (!region) return { ...nowhere, district: statedDistrict };
  if (candidates.length > 1) {
    const list = candidates.map((candidate) => candidate.name).join(', ');
    const finding = { code: 'cityAmbiguous', params: { city: city ?? '', regions: list } };
    return { ...nowhere, district: statedDistrict, candidates, finding };
  }
  const conflict = statedDistrict !== null && region.district !== null && statedDistrict !== region.district;
  return {
    city,
    region: region.name,
    regionCode: region.code,
    district: region.district,
    country: country ?? (region.district ? 'Россия' : null),
    candidates: [],
    finding: conflict
      ? {
          code: 'districtConflict',
          params: { region: region.name, stated: statedDistrict, district: region.district },
        }
      : null,
  };
}

/** A region by name, alias or code: «Кировская обл.», «обл. Кировская», «РТ», «Саха /Якутия/ Респ», «43». */
export function findRegion(text: string, geography: Geography = seedGeography): Region | null {
  for (const key of regionKeys(text)) {
    const region = geography.regionByKey.get(key);
    if (region) return region;
  }
  return null;
}

/** «ПФО», «Приволжский», «Приволжский федеральный округ», «Приволжский ФО». */
export function normaliseDistrict(text: string): FederalDistrict | null {
  const key = foldText(text)
    .replace(/федеральный округ|(?<!\p{L})фо(?!\p{L})/gu, '')
    .replace(/[^\p{L}]/gu, '');
  for (const [short, name] of Object.entries(federalDistricts)) {
    if (key === short.toLowerCase() || key === name.toLowerCase().replace('-', '')) return name;
  }
  return null;
}

function normaliseCountry(text: string): string | null {
  const key = foldText(text)
    .replace(/[^\p{L}]+/gu, ' ')
    .trim();
  if (key === '') return null;
  return /^(?:россия|рф|российская федерация|russia|russian federation|ru|rus)$/.test(key)
    ? 'Россия'
    : text.trim();
}

/** Sorted words with the kind in short, then without it; «Алтай» alone stays open: a republic and a край bear the name. */
function regionKeys(name: string): readonly string[] {
  const words = foldText(name)
    .replace(/автономн(?:ый|ая)/g, '')
    .split(/[^\p{L}\p{N}]+/u)
    .filter(Boolean)
    .map((word) => kinds.get(word) ?? word)
    .sort();
  const bare = words.filter((word) => !kindNames.has(word));
  const key = [...new Set(words)].join(' ');
  return bare.length === 0 || bare.join() === 'алтай' ? [key] : [key, [...new Set(bare)].join(' ')];
}

/** «Киров (Калужская обл.)», «Калужская область, г. Киров» in the column of cities. */
function regionBeside(city: string, geography: Geography): Region | null {
  for (const { tag, value } of addressParts(city)) {
    if (['обл', 'край', 'респ', 'ао'].includes(tag)) return findRegion(`${value} ${tag}`, geography);
  }
  return null;
}
