import type { ClientKind } from './company.ts';
import { at } from './random.ts';

export interface Product {
  readonly index: number;
  readonly code: string;
  readonly name: string;
  readonly category: number;
  readonly subcategory: string;
  readonly brand: string;
  readonly unit: 'шт' | 'упак' | 'кг';
  /** Kopecks with VAT at the beginning of the demo. */
  readonly price: number;
  /** Thousandths of the unit in one pack: sold in whole packs, in weighed pieces where the unit is кг. */
  readonly pack: number;
  /** 10 % VAT (food of art. 164 item 2 of the Tax Code) instead of the main rate. */
  readonly reducedVat: boolean;
}

export interface Category {
  readonly name: string;
  readonly reducedVat: boolean;
  readonly brands: readonly string[];
  /** Demand in January … December, at most 1. */
  readonly season: readonly number[];
  /** Weight of the category in the assortment of each kind of customer. */
  readonly weight: Readonly<Record<ClientKind, number>>;
  /** Subcategory | unit | pack in thousandths | kopecks of the first item | items | sizes. */
  readonly groups: readonly string[];
}

const flat = [1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1, 1];

export const categories: readonly Category[] = [
  {
    name: 'Молочная продукция',
    reducedVat: true,
    brands: ['Белый Ёж', 'Тридевятый луг', 'Мурка и Ко'],
    season: [0.92, 0.94, 0.95, 0.9, 0.86, 0.8, 0.78, 0.8, 0.9, 0.95, 0.97, 1],
    weight: { chain: 20, retail: 24, horeca: 24, wholesale: 12, person: 14 },
    groups: [
      'Молоко|шт|12000|6900|Молоко 2,5 %;Молоко 3,2 %;Молоко топлёное 4 %|0,5 л;0,93 л;1,4 л',
      'Кисломолочные|шт|10000|5400|Кефир 1 %;Кефир 2,5 %;Ряженка 4 %;Снежок|0,5 л;0,9 л',
      'Творог и сметана|шт|8000|8900|Творог 5 %;Творог 9 %;Сметана 15 %;Сметана 20 %|180 г;300 г',
      'Сыры|кг|2400|58000|Сыр «Полевой» 45 %;Сыр «Хуторской» 50 %;Сыр плавленый;Сыр копчёный|весовой;брусок',
    ],
  },
  {
    name: 'Бакалея',
    reducedVat: true,
    brands: ['Мельница Гнома', 'Сытый Лось', 'Амбаръ'],
    season: [0.9, 0.92, 0.95, 0.92, 0.85, 0.8, 0.82, 0.9, 1, 1, 0.98, 0.98],
    weight: { chain: 16, retail: 18, horeca: 14, wholesale: 26, person: 14 },
    groups: [
      'Крупы|шт|10000|5900|Гречка;Рис круглый;Рис длинный;Пшено;Перловка|400 г;800 г;5 кг',
      'Макароны|шт|12000|4700|Рожки;Спагетти;Перья;Вермишель|400 г;900 г',
      'Мука и сахар|шт|10000|6200|Мука в/с;Мука ржаная;Сахар-песок|1 кг;2 кг;5 кг',
      'Масло растительное|шт|15000|12900|Масло подсолнечное;Масло кукурузное|0,5 л;0,9 л;5 л',
    ],
  },
  {
    name: 'Кондитерские изделия',
    reducedVat: false,
    brands: ['Карамельный Кит', 'Пряничный двор', 'Сластёна-Мнимая'],
    season: [0.62, 0.75, 0.8, 0.68, 0.62, 0.55, 0.52, 0.6, 0.72, 0.78, 0.85, 1],
    weight: { chain: 14, retail: 17, horeca: 10, wholesale: 14, person: 16 },
    groups: [
      'Печенье|кг|3000|21000|Печенье сахарное;Печенье овсяное;Крекер солёный|весовое;короб 3 кг',
      'Конфеты|кг|2000|39000|Карамель фруктовая;Ирис сливочный;Помадка;Грильяж|весовые;короб 2 кг',
      'Шоколад|шт|20000|8400|Шоколад молочный;Шоколад горький;Шоколад с орехом;Батончик вафельный|45 г;90 г;200 г',
      'Зефир и мармелад|упак|8000|9800|Зефир белый;Зефир в глазури;Мармелад желейный;Пастила|250 г;500 г',
    ],
  },
  {
    name: 'Напитки',
    reducedVat: false,
    brands: ['Живой Родник-Ноль', 'Буль-Буль', 'Заводной Чайник'],
    season: [0.5, 0.52, 0.6, 0.68, 0.82, 0.95, 1, 0.95, 0.75, 0.6, 0.55, 0.65],
    weight: { chain: 14, retail: 14, horeca: 22, wholesale: 14, person: 18 },
    groups: [
      'Вода|упак|2000|24000|Вода негазированная;Вода газированная|0,5 л × 12;1,5 л × 6;5 л × 2',
      'Лимонады|упак|2000|39000|Лимонад классический;Тархун;Дюшес;Крем-сода|0,5 л × 12;1,5 л × 6',
      'Соки|упак|2000|66000|Сок яблочный;Сок томатный;Нектар вишнёвый;Морс клюквенный|0,2 л × 24;1 л × 12',
      'Чай и кофе|шт|12000|12900|Чай чёрный;Чай зелёный;Кофе растворимый;Какао|100 г;200 г;500 г',
    ],
  },
  {
    name: 'Консервы',
    reducedVat: false,
    brands: ['Жестяной Барсук', 'Дальний Невод', 'Кладовая Зимы'],
    season: [0.95, 0.92, 0.9, 0.9, 0.98, 0.85, 0.75, 0.72, 0.8, 0.9, 0.95, 1],
    weight: { chain: 11, retail: 9, horeca: 8, wholesale: 16, person: 8 },
    groups: [
      'Рыбные консервы|шт|24000|11900|Сардина в масле;Скумбрия;Килька в томате;Горбуша|185 г;240 г',
      'Мясные консервы|шт|12000|21900|Тушёнка говяжья;Тушёнка свиная;Паштет печёночный|250 г;338 г;525 г',
      'Овощные консервы|шт|12000|8900|Горошек зелёный;Кукуруза;Фасоль;Икра кабачковая|310 г;400 г',
      'Соусы|шт|15000|7900|Кетчуп;Майонез;Горчица;Аджика|190 г;350 г;800 г',
    ],
  },
  {
    name: 'Замороженные продукты',
    reducedVat: true,
    brands: ['Ледяной Филин', 'Бабушкин Сугроб', 'Полярный Гном'],
    season: [0.95, 0.92, 0.88, 0.82, 0.78, 0.8, 0.84, 0.8, 0.85, 0.92, 0.96, 1],
    weight: { chain: 11, retail: 9, horeca: 18, wholesale: 8, person: 14 },
    groups: [
      'Пельмени и вареники|шт|10000|17900|Пельмени домашние;Пельмени сибирские;Вареники с картофелем;Манты|450 г;900 г',
      'Овощи замороженные|упак|8000|12900|Смесь летняя;Капуста брокколи;Фасоль стручковая|400 г;2,5 кг',
      'Полуфабрикаты|кг|4000|34000|Котлеты;Наггетсы;Блинчики;Тесто слоёное|весовые;короб 4 кг',
      'Мороженое|шт|24000|4900|Пломбир;Эскимо;Рожок ванильный;Фруктовый лёд|70 г;90 г',
    ],
  },
  {
    name: 'Бытовая химия',
    reducedVat: false,
    brands: ['Чистюля-Понарошку', 'Скрип', 'Белый Парус'],
    season: [0.78, 0.8, 0.92, 1, 0.98, 0.85, 0.8, 0.82, 0.88, 0.85, 0.84, 0.95],
    weight: { chain: 8, retail: 6, horeca: 2, wholesale: 7, person: 10 },
    groups: [
      'Порошки и гели|шт|6000|24900|Порошок автомат;Порошок ручной;Гель для стирки|450 г;1,5 кг;3 кг',
      'Для посуды|шт|12000|9900|Средство с лимоном;Средство с ромашкой;Гель для посуды;Порошок чистящий|450 мл;900 мл',
      'Мыло|упак|10000|8900|Мыло хозяйственное;Мыло детское;Мыло дегтярное|90 г × 5;200 г × 4',
      'Мелочи|шт|100000|350|Спички;Зажигалка газовая;Свеча хозяйственная|1 шт;10 шт',
    ],
  },
  {
    name: 'Бумага и гигиена',
    reducedVat: false,
    brands: ['Пушистый Тюлень', 'Папирус-Север', 'Облачко-Тест'],
    season: flat,
    weight: { chain: 6, retail: 5, horeca: 8, wholesale: 6, person: 8 },
    groups: [
      'Салфетки|упак|10000|4900|Салфетки белые;Салфетки цветные;Салфетки влажные|50 шт;100 шт;400 шт',
      'Бумажные полотенца|упак|8000|11900|Полотенца двухслойные;Полотенца листовые;Полотенца в рулоне|2 рул.;4 рул.',
      'Туалетная бумага|упак|6000|8900|Бумага однослойная;Бумага двухслойная;Бумага трёхслойная|4 рул.;8 рул.;12 рул.',
      'Пакеты и плёнка|шт|20000|6900|Пакеты для мусора;Плёнка пищевая;Фольга;Пакеты для завтрака|малый;средний;большой',
    ],
  },
];

/** The catalogue: every item in every size, each under one or two brands of its category; 400 or so. */
export function createProducts(): readonly Product[] {
  const result: Product[] = [];
  categories.forEach((category, c) => {
    for (const group of category.groups) {
      const [subcategory = '', unit, pack, price, items = '', sizes = ''] = group.split('|');
      items.split(';').forEach((item, i) => {
        sizes.split(';').forEach((size, s) => {
          for (let b = 0; b < 2; b++) {
            if (b === 1 && (i + s) % 2 === 1) continue;
            const brand = at(category.brands, (i + s + b) % category.brands.length);
            const index = result.length;
            result.push({
              index,
              code: `НМ-${String(451 + index * 3).padStart(8, '0')}`,
              name: `${item} «${brand}» ${size}`,
              category: c,
              subcategory,
              brand,
              unit: unit as Product['unit'],
              price: Math.round(Number(price) * (1 + 0.11 * i) * (1 + 0.75 * s) * (1 + 0.06 * b)),
              pack: Number(pack),
              reducedVat: category.reducedVat,
            });
          }
        });
      });
    }
  });
  return result;
}
