import { describe, expect, test } from 'vitest';
import { cityKey, normaliseCity } from './city.ts';
import {
  findRegion,
  geographyWith,
  indexGeography,
  locate,
  normaliseDistrict,
  readOwnPlace,
  seedTowns,
} from './geography.ts';
import { regions } from './region-seed.ts';

describe('a city is written in one way', () => {
  test.each([
    ['г.Слободской', 'Слободской'],
    ['киров', 'Киров'],
    ['КИРОВ Г', 'Киров'],
    ['СПб', 'Санкт-Петербург'],
    ['С.-Петербург', 'Санкт-Петербург'],
    ['Екб', 'Екатеринбург'],
    ['Н.Новгород', 'Нижний Новгород'],
    ['НН', 'Нижний Новгород'],
    ['Ростов н/Д', 'Ростов-на-Дону'],
    ['Ст. Оскол', 'Старый Оскол'],
    ['Королев', 'Королёв'],
    ['Йошкар Ола', 'Йошкар-Ола'],
    ['Киров, Кировская обл.', 'Киров'],
    ['Кировская область, г. Киров', 'Киров'],
    ['г.о. Балашиха', 'Балашиха'],
    ['нижние поляны', 'Нижние Поляны'],
    ['ЁЛКИНО-НА-ВОЛГЕ', 'Ёлкино-на-Волге'],
    ['пгт Оричи', 'Оричи'],
    ['Seattle', 'Seattle'],
    ['', ''],
  ])('%s', (typed, city) => {
    expect(normaliseCity(typed)).toBe(city);
    expect(cityKey(typed)).toBe(cityKey(city));
  });
});

describe('the table of regions', () => {
  test('has the subjects of eight districts, and four that no district has', () => {
    const count = new Map<string | null, number>();
    for (const { district } of regions) count.set(district, (count.get(district) ?? 0) + 1);
    expect(Object.fromEntries(count)).toEqual({
      Центральный: 18,
      'Северо-Западный': 11,
      Южный: 8,
      'Северо-Кавказский': 7,
      Приволжский: 14,
      Уральский: 6,
      Сибирский: 10,
      Дальневосточный: 11,
      null: 4,
    });
    expect(new Set(regions.map((region) => region.code)).size).toBe(89);
  });

  test('finds every region by its name, its code and without its kind', () => {
    for (const region of regions) {
      expect(findRegion(region.name), region.name).toBe(region);
      expect(findRegion(region.code), region.code).toBe(region);
      for (const alias of region.aliases) expect(findRegion(alias), alias).toBe(region);
    }
  });

  test.each([
    ['Кировская обл.', '43'],
    ['обл. Кировская', '43'],
    ['Кировская', '43'],
    ['Саха /Якутия/ Респ', '14'],
    ['Чувашская Республика - Чувашия', '21'],
    ['Республика Татарстан (Татарстан)', '16'],
    ['Ханты-Мансийский Автономный округ - Югра АО', '86'],
    ['Еврейская Аобл', '79'],
    ['Северная Осетия - Алания Респ', '15'],
    ['г Москва', '77'],
    ['Московская обл', '50'],
    ['Алтай Респ', '04'],
    ['Алтайский край', '22'],
  ])('knows %s', (text, code) => {
    expect(findRegion(text)?.code).toBe(code);
  });

  test('leaves open what two regions are called', () => {
    expect(findRegion('Алтай')).toBeNull();
  });

  test('knows districts by name and abbreviation', () => {
    for (const text of ['ПФО', 'Приволжский', 'Приволжский федеральный округ', 'приволжский ФО']) {
      expect(normaliseDistrict(text), text).toBe('Приволжский');
    }
    expect(normaliseDistrict('СЗФО')).toBe('Северо-Западный');
    expect(normaliseDistrict('Южный военный')).toBeNull();
  });
});

describe('the table of towns', () => {
  test('names a region for every town, and no town twice in one region', () => {
    const codes = new Set(regions.map((region) => region.code));
    expect(seedTowns.filter((town) => !codes.has(town.region))).toEqual([]);
    const keys = seedTowns.map((town) => `${town.region} ${cityKey(town.name)}`);
    expect(keys.filter((key, index) => keys.indexOf(key) !== index)).toEqual([]);
  });

  test('has a town in every region but those that have none', () => {
    const covered = new Set(seedTowns.map((town) => town.region));
    // Ленинградская, Московская and all others have towns of their own.
    expect(regions.filter((region) => !covered.has(region.code))).toEqual([]);
  });
});

describe('a place', () => {
  test('is found by a city that only one region has', () => {
    expect(locate({ city: 'г.Слободской' })).toEqual({
      city: 'Слободской',
      region: 'Кировская область',
      regionCode: '43',
      district: 'Приволжский',
      country: 'Россия',
      candidates: [],
      finding: null,
    });
  });

  test('is not guessed when several regions have the city: they are named', () => {
    const place = locate({ city: 'Киров' });
    expect(place).toMatchObject({
      city: 'Киров',
      region: null,
      district: null,
      finding: { code: 'cityAmbiguous' },
    });
    expect(place.candidates.map((region) => region.code)).toEqual(['40', '43']);
    expect(locate({ city: 'Советск' }).candidates).toHaveLength(3);
    expect(locate({ city: 'Ростов' }).candidates).toHaveLength(2);
  });

  test.each([
    [{ city: 'Киров', region: 'Кировская обл.' }, '43'],
    [{ city: 'Киров', region: 'Калужская область' }, '40'],
    [{ city: 'Киров', district: 'ПФО' }, '43'],
    [{ city: 'Киров (Калужская обл.)' }, '40'],
    [{ city: 'Благовещенск', district: 'Дальневосточный' }, '28'],
    [{ region: '43' }, '43'],
  ])('is settled by a region or district beside the city: %o', (facts, code) => {
    expect(locate(facts)).toMatchObject({ regionCode: code, finding: null });
  });

  test('in a region that no district has stays without a district', () => {
    expect(locate({ region: 'Херсонская область' })).toMatchObject({
      regionCode: '95',
      district: null,
      country: null,
    });
  });

  test('keeps a region that the table does not know, and says so', () => {
    expect(locate({ city: 'Seattle', region: 'Washington' })).toMatchObject({
      region: 'Washington',
      regionCode: null,
      district: null,
      finding: { code: 'regionUnknown', params: { region: 'Washington' } },
    });
  });

  test('abroad is taken as stated, without a search', () => {
    expect(locate({ city: 'Moscow', region: 'Idaho', country: 'United States' })).toMatchObject({
      city: 'Moscow',
      region: 'Idaho',
      district: null,
      country: 'United States',
      finding: null,
    });
    expect(locate({ city: 'Советск', country: 'Беларусь' })).toMatchObject({ region: null, candidates: [] });
  });

  test('with a district that contradicts its region follows the table, and says so', () => {
    expect(locate({ region: 'Кировская область', district: 'Уральский' })).toMatchObject({
      district: 'Приволжский',
      finding: { code: 'districtConflict' },
    });
  });

  test('without anything known is nowhere', () => {
    expect(locate({ city: 'Нижние Поляны' })).toMatchObject({ region: null, district: null, finding: null });
    expect(locate({})).toMatchObject({ city: null, region: null, country: null });
  });

  test('follows an edited table', () => {
    const own = indexGeography([
      { name: 'Киров', region: '43' },
      { name: 'Нижние Поляны', region: '43' },
    ]);
    expect(locate({ city: 'Киров' }, own).regionCode).toBe('43');
    expect(locate({ city: 'нижние поляны' }, own).regionCode).toBe('43');
  });
});

test.each([
  ['Москва', '77'],
  ['Санкт-Петербург', '78'],
  ['Новосибирск', '54'],
  ['Екатеринбург', '66'],
  ['Казань', '16'],
  ['Нижний Новгород', '52'],
  ['Челябинск', '74'],
  ['Красноярск', '24'],
  ['Самара', '63'],
  ['Уфа', '02'],
  ['Ростов-на-Дону', '61'],
  ['Омск', '55'],
  ['Краснодар', '23'],
  ['Воронеж', '36'],
  ['Пермь', '59'],
  ['Волгоград', '34'],
  ['Тюмень', '72'],
  ['Тольятти', '63'],
  ['Магнитогорск', '74'],
  ['Сургут', '86'],
  ['Новый Уренгой', '89'],
  ['Череповец', '35'],
  ['Балашиха', '50'],
  ['Гатчина', '47'],
  ['Якутск', '14'],
  ['Нарьян-Мар', '83'],
  ['Анадырь', '87'],
  ['Симферополь', '91'],
  ['Горно-Алтайск', '04'],
  ['Биробиджан', '79'],
])('%s lies in region %s', (city, code) => {
  expect(locate({ city }).regionCode).toBe(code);
});

describe('who knows better than the table', () => {
  test('says which of several regions of that name a town lies in', () => {
    const city = 'Киров';
    expect(locate({ city }).region).toBeNull();
    const own = geographyWith([{ name: 'г. Киров', within: 'Калужская обл.' }]);
    expect(locate({ city }, own)).toMatchObject({ region: 'Калужская область', district: 'Центральный' });
  });

  test('adds a town that the table lacks', () => {
    const own = geographyWith([{ name: 'Новый Ключ', within: 'РТ' }]);
    expect(locate({ city: 'новый ключ' }, own)).toMatchObject({ regionCode: '16', district: 'Приволжский' });
  });

  test('puts a region into a federal district, and its towns with it', () => {
    const own = geographyWith([{ name: 'Калужская область', within: 'ПФО' }]);
    expect(locate({ city: 'Калуга' }, own).district).toBe('Приволжский');
    expect(locate({ city: 'Тула' }, own).district).toBe('Центральный');
  });

  test('is not understood where neither a region nor a district is named', () => {
    expect(readOwnPlace({ name: 'Киров', within: 'Нигде' })).toBeNull();
    expect(readOwnPlace({ name: 'Киров', within: 'ПФО' })).toBeNull();
  });
});
