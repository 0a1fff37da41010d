import { at } from './random.ts';

/** Words from which every name of the demo is made: plainly invented, so that nobody takes one for a real firm or person. */
const adjectives =
  'Лунный Хрустальный Бумажный Сахарный Облачный Ситцевый Янтарный Войлочный Мятный Пряничный Изумрудный Шёлковый Медовый Заводной Полосатый Кружевной Говорящий Летучий Невидимый Задумчивый Весёлый Румяный Клетчатый Плюшевый Фарфоровый Малиновый Звёздный Дремучий Сонный Лимонный Бархатный Картонный Оловянный Рассеянный Вязаный Полуночный Зеркальный Карамельный Пушистый Задорный Ореховый Сказочный Свистящий Пёстрый Тихий Ледяной Золотистый Пыльный'.split(
    ' ',
  );
const nouns =
  'Крендель Ёж Дирижабль Самовар Кит Барабан Кузнечик Фонарь Каравай Бублик Пингвин Компас Чайник Филин Сундук Парус Жираф Колокольчик Барсук Кувшин Лось Пирог Маяк Валенок Хомяк Утюг Глобус Зонт Ворон Гном Медведь Скворечник Карп Башмак Лещ Сверчок Тюлень Шкаф Ломоть Патефон Журавль Бобр Каблук Пятак Рубанок Сугроб Тостер Ухват Фазан Хобот Цветок Шмель Щегол Эскимос Якорь Будильник Вертолёт Гусь Дракон Енот Зубр Индюк Кактус Леденец'.split(
    ' ',
  );
const surnames =
  'Небылицын Выдумкин Примеров Сказочников Облаков-Тестов Вымыслов Чудаков Присказкин Потешкин Былинкин Загадкин Небывалов Мнимов Фантазёров Воздушнозамков Лунатиков Прибауткин Сочиняев Ненашкин Понарошкин Дремотов Кисельбережин Тридевятов Семимилин Скатертев Жарптицын Коврижкин Теремков Репкин Колобков Ступин-Бабаягин Печкин-Ходов Молочнорекин Шапкин-Невидимов Самобранкин Щучьевелев Избушкин Кощейкин Полканов Шамаханов'.split(
    ' ',
  );
const repSurnames =
  'Образцов Шаблонов Макетов Черновиков Эскизов Заготовкин Демонов-Стратов Бланков Трафаретов Муляжов Модельев Образовкин Пробников Тренажёров Учебников Ролев Условнов Набросков Прототипов Демов'.split(
    ' ',
  );
const maleNames =
  'Арсений Богдан Валентин Глеб Демьян Ефим Захар Игнат Кирилл Лука Макар Никон Остап Прохор Родион Савва Тихон Устин Фома Юлиан'.split(
    ' ',
  );
const femaleNames =
  'Агата Белла Варвара Глафира Дарина Евдокия Зоя Инга Клавдия Лидия Милана Нонна Олеся Пелагея Рената Серафима Тамара Ульяна Фаина Эмма'.split(
    ' ',
  );
const patronymics =
  'Адамов Борисов Власов Германов Давыдов Ерофеев Жанов Зиновьев Исаев Климов Леонидов Маркелов Наумов Орестов Петров Романов Степанов Трофимов Фёдоров Яковлев'.split(
    ' ',
  );

/** Invented name of firm number `serial`: «Лунный Крендель», from the 3,073rd on with a number. */
export function firmName(serial: number): string {
  const kinds = adjectives.length * nouns.length;
  // A stride without a common divisor visits every pair once, neighbours far apart.
  const pair = ((serial % kinds) * 1235) % kinds;
  const round = Math.floor(serial / kinds);
  const name = `${at(adjectives, pair % adjectives.length)} ${at(nouns, Math.floor(pair / adjectives.length))}`;
  return round === 0 ? name : `${name} ${round + 1}`;
}

/** Invented full name of person number `serial`; 32,000 different ones. */
export function personName(serial: number): string {
  const people = surnames.length * 2 * maleNames.length * patronymics.length;
  let rest = ((serial % people) * 7919) % people;
  const take = (n: number) => {
    const digit = rest % n;
    rest = Math.floor(rest / n);
    return digit;
  };
  const surname = at(surnames, take(surnames.length));
  const female = take(2) === 1;
  const first = at(female ? femaleNames : maleNames, take(maleNames.length));
  const father = at(patronymics, take(patronymics.length));
  return female ? `${surname}а ${first} ${father}на` : `${surname} ${first} ${father}ич`;
}

/** «Образцов А. Б.», different for each of the first 2,000 serials. */
export function repName(serial: number): string {
  const letters = 'АБВГДЕКМНП';
  const round = Math.floor(serial / repSurnames.length);
  const first = letters.charAt((serial + round) % 10);
  return `${at(repSurnames, serial % repSurnames.length)} ${first}. ${letters.charAt(Math.floor(round / 10) % 10)}.`;
}

export function initials(fullName: string): string {
  const [surname = '', first = '', father = ''] = fullName.split(' ');
  return `${surname} ${first.charAt(0)}. ${father.charAt(0)}.`;
}

const streets =
  'Вымышленная Небывалая Сочинённая Понарошечная Тридевятая Облачная-Нижняя Нарисованная Присказочная Задуманная Кисельная-Молочная Самобранная Ковролётная Скороходная Лукоморская Дремучая Загадочная Былинная Мнимая Чудесатая Потешная Самоварная-Новая Пряничная Леденцовая Неведомая'.split(
    ' ',
  );

/** The ways in which address number `place` of a city is typed; the first is the proper one, all fold to the same. */
export const addressStyles: readonly ((city: string, place: number) => string)[] = [
  (city, place) => `г. ${city}, ул. ${street(place)}, д. ${house(place)}`,
  (city, place) => `г.${city}, ул.${street(place)}, д.${house(place)}`,
  (city, place) => `${city}, ул. ${street(place)}, д. ${house(place)} `,
  (city, place) => `г. ${city} ул. ${street(place)} д. ${house(place)}`,
];

function street(place: number): string {
  return at(streets, place % streets.length);
}

function house(place: number): number {
  return 1 + Math.floor(place / streets.length);
}

/** The ways in which one city is typed; the first is the proper one. */
export const cityStyles: readonly ((city: string) => string)[] = [
  (city) => city,
  (city) => `г. ${city}`,
  (city) => `${city.toUpperCase()} `,
];
