import { addToMonth } from '../../src/domain/iso-date.ts';
import { inn10 } from '../../src/use-cases/demo/identifiers.ts';
import type { Files } from '../harness/application.ts';

// Six reps with ten customers each who buy every month. Anna also plays every scheme once, each in a month of its own and with four
// customers or so; Boris does in the same months, with as many, what looks like it and is honest.

const first = '2025-06';
const last = '2026-10';
const months = (from: string, to: string): string[] => {
  const found: string[] = [];
  for (let month = from; month <= to; month = addToMonth(month, 1)) found.push(month);
  return found;
};

interface Line {
  readonly day: string;
  readonly customer: string;
  readonly rep: string;
  readonly goods?: string;
  readonly amount?: number;
  readonly point?: string;
  readonly address?: string;
  readonly document?: string;
}

const lines: Line[] = [];
const late: Line[] = [];
const cards: string[] = [];
const sell = (line: Line): number => lines.push(line);
const four = [1, 2, 3, 4] as const;
const [anna, boris] = ['Анна', 'Борис'] as const;

/** Two usual lines a month, each of 500, but in some months. */
function buys(customer: string, rep: string, from: string, to: string, ...but: readonly string[]): void {
  for (const month of months(from, to).filter((one) => !but.includes(one)))
    for (const goods of ['Молоко', 'Хлеб']) sell({ day: `${month}-12`, customer, rep, goods, amount: 500 });
}

for (const rep of [anna, boris, 'Вера', 'Глеб', 'Дина', 'Егор'])
  for (let i = 1; i <= 10; i++) buys(`${rep}-${i}`, rep, first, last);

// 1, February 2026: Anna ticks with a box of matches; Boris sells one usual line at month end.
for (const i of four) {
  buys(`Галочка ${i}`, anna, first, last, '2026-02');
  sell({ day: '2026-02-26', customer: `Галочка ${i}`, rep: anna, goods: 'Спички', amount: 10 });
  buys(`Строка ${i}`, boris, first, last, '2026-02');
  sell({ day: '2026-02-26', customer: `Строка ${i}`, rep: boris, goods: 'Молоко', amount: 500 });
}

// 2, April: new customers who come once. Anna's have one phone and nothing else, those of Boris can be found.
for (const i of four) {
  sell({ day: '2026-04-14', customer: `Призрак ${i}`, rep: anna, amount: 700 });
  cards.push(`Призрак ${i};;+7 900 000-00-09;г. Киров`);
  sell({ day: '2026-04-14', customer: `Проба ${i}`, rep: boris, amount: 700 });
  cards.push(`Проба ${i};${inn10(i)};+7 900 000-00-1${i};г. Киров, ул. Лунная, д. ${i}`);
}

// 4, May: sleeping customers wake on one day. Anna's share out what her wholesaler takes; those of Boris want different things.
const bundle = ['Сыр', 'Масло'];
for (const [rep, name] of [
  [anna, 'База'],
  [boris, 'Склад'],
] as const)
  for (const month of months(first, last).filter((one) => rep === boris || one !== '2026-05'))
    for (const goods of bundle) sell({ day: `${month}-18`, customer: name, rep, goods, amount: 2000 });
for (const i of four) {
  buys(`Спящий ${i}`, anna, first, '2026-01');
  for (const goods of bundle)
    sell({ day: '2026-05-20', customer: `Спящий ${i}`, rep: anna, goods, amount: 500 });
  buys(`Вернувшийся ${i}`, boris, first, '2026-01');
  for (const goods of [`Товар ${i}`, 'Масло'])
    sell({ day: '2026-05-20', customer: `Вернувшийся ${i}`, rep: boris, goods, amount: 500 });
}

// 8, June: shipped on the 29th. To Anna all of it comes back on 2 July, to Boris a tenth.
for (const i of four)
  for (const [rep, name, back] of [
    [anna, 'Возврат', -1500],
    [boris, 'Брак', -150],
  ] as const) {
    buys(`${name} ${i}`, rep, first, last, '2026-06', '2026-07');
    sell({ day: '2026-06-29', customer: `${name} ${i}`, rep, goods: 'Кофе', amount: 1500 });
    sell({ day: '2026-07-02', customer: `${name} ${i}`, rep, goods: 'Кофе', amount: back });
  }

// 9, March: six times the usual on the 30th. Anna's customers then need nothing until summer, those of Boris go on.
for (const i of four) {
  buys(`Впрок ${i}`, anna, first, last, '2026-04', '2026-05', '2026-06');
  buys(`Праздник ${i}`, boris, first, last);
  for (const [rep, name] of [
    [anna, 'Впрок'],
    [boris, 'Праздник'],
  ] as const)
    sell({ day: '2026-03-30', customer: `${name} ${i}`, rep, goods: 'Чай', amount: 6000 });
}

// 10, July: Anna's old customers have new cards; the new customers of Boris are new.
for (const [i, [name, again]] of [
  ['Звёздный Якорь', 'Звёздный Якроь'],
  ['Медный Журавль', 'Медный Жруавль'],
  ['Тихая Заводь', 'Тихая Завдоь'],
].entries()) {
  buys(`${name} ООО`, anna, first, '2026-05');
  cards.push(`${name} ООО;${inn10(40 + i)};+7 900 000-00-4${i};г. Киров, ул. Ясная, д. ${i + 1}`);
  buys(`${again} ООО`, anna, '2026-07', last);
  cards.push(`${again} ООО;;+7 900 000-00-4${i};г. Киров, Ясная ул., ${i + 1}`);
  buys(`Новосёл ${i} Бор`, boris, '2026-07', last);
}

// 11, a year to October 2026: Anna's customers take turns as never before, those of Boris buy in months of their own choice.
for (const i of four) for (const at of [0, 1]) buys(`Очередь ${at} ${i}`, anna, first, '2025-10');
for (const [at, month] of months('2025-11', last).entries())
  for (const i of four) {
    buys(`Очередь ${at % 2} ${i}`, anna, month, month);
    if ((at * i) % 3 !== 1) buys(`Когда как ${i}`, boris, month, month);
  }

// 13, August: new points. Anna's are where her customer has one already, those of Boris are elsewhere.
for (const [rep, customer] of [
  [anna, 'Лавка'],
  [boris, 'Сеть'],
] as const) {
  const point = (name: string, address: string, month: string) =>
    sell({ day: `${month}-11`, customer, rep, amount: 900, point: name, address });
  for (const month of months(first, last)) point('Главная', 'г. Киров, ул. Лесная, д. 5', month);
  for (const i of four) {
    const house = rep === anna ? 5 : 10 + i;
    for (const month of months('2026-08', last))
      point(`Точка ${i}`, `г. Киров, Лесная ул., дом ${house}`, month);
  }
}

// 14: a second import, when October is nearly over. Anna's shipments are of September, those of Boris of the week before.
for (const i of four)
  for (const [rep, name, day] of [
    [anna, 'Опоздавший', '2026-09-25'],
    [boris, 'Вчерашний', '2026-10-19'],
  ] as const) {
    buys(`${name} ${i}`, rep, first, last, day.slice(0, 7));
    late.push({
      day,
      customer: `${name} ${i}`,
      rep,
      goods: 'Сахар',
      amount: 800,
      document: `П-${name} ${i}`,
    });
  }

// 16, December: Anna's customers get samples and nothing else, those of Boris along with what they buy.
for (const i of four) {
  buys(`Образец ${i}`, anna, first, last, '2025-12');
  buys(`Подарок ${i}`, boris, first, last);
  for (const [rep, name] of [
    [anna, 'Образец'],
    [boris, 'Подарок'],
  ] as const)
    sell({ day: '2025-12-12', customer: `${name} ${i}`, rep, goods: 'Календарь', amount: 0 });
  // The month is of whoever came last.
  sell({ day: '2025-12-03', customer: `Образец ${i}`, rep: boris, goods: 'Календарь', amount: 0 });
}
// The last loaded day.
buys('Анна-1', anna, last, last);
sell({ day: '2026-10-30', customer: 'Вера-1', rep: 'Вера' });

const header =
  'Дата;Номер документа;Вид документа;Контрагент;Грузополучатель.Код;Грузополучатель;Адрес доставки;Номенклатура;Количество;Сумма;Менеджер;Команда';

const text = (some: readonly Line[]): string =>
  `${header}\n${some
    .map(({ day, customer, rep, goods = 'Молоко', amount = 500, point = '', address = '', document }) =>
      [
        ...[
          day.split('-').reverse().join('.'),
          document ?? `${day}/${customer}/${point}${amount < 0 ? 'В' : ''}`,
        ],
        ...[amount < 0 ? 'Возврат товаров от покупателя' : 'Реализация (акт, накладная, УПД)'],
        ...[
          customer,
          point && `${customer} ${point}`,
          point,
          address,
          goods,
          amount < 0 ? -1 : 1,
          amount,
          rep,
          rep === anna ? 'Север' : 'Юг',
        ],
      ].join(';'),
    )
    .join('\n')}\n`;

/** In two imports. */
export const playedFiles: readonly Files[] = [
  {
    'cards.csv': `Контрагент;ИНН;Телефон;Адрес\n${cards.join('\n')}\n`,
    'shipments.csv': text(lines),
  },
  { 'late.csv': text(late) },
];

/** What Anna has played. */
export const played = [
  'zeroPrice 2025-12',
  'cheapestTick 2026-02',
  'overload 2026-03',
  'ghostClient 2026-04',
  'splitSale 2026-05',
  'shipAndReturn 2026-06',
  'duplicateNew 2026-07',
  'addressClone 2026-08',
  'backdated 2026-09',
  'alternating 2026-10',
];
