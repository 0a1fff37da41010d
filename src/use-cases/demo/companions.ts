import type { DemoCalendar } from './calendar.ts';
import { dayText } from './calendar.ts';
import { entityCode, entityInn, entityKpp, entityName, entityPhone, pointAddress } from './card-texts.ts';
import type { ClientKind } from './company.ts';
import { cell } from './document-rows.ts';
import { typedPhone } from './identifiers.ts';
import { personName } from './names.ts';
import { categories, type Product } from './products.ts';
import { at, below, pick, type Random } from './random.ts';
import type { Register } from './register.ts';
import { writeTextFile } from './text-file.ts';

const customerHeader =
  'Код контрагента;Контрагент;ИНН;КПП;Тип клиента;Канал сбыта;Канал привлечения;Вид деятельности;Город;Адрес;' +
  'Телефон;E-mail;ЛПР;ЛВР;Основной менеджер;Дата создания';
const productHeader = 'Код номенклатуры;Номенклатура;Категория товара;Подкатегория;Бренд;Ед. изм.';

interface Card {
  readonly type: string;
  readonly channel: string;
  readonly industries: readonly string[];
}

const cards: Readonly<Record<ClientKind, Card>> = {
  chain: { type: 'Сеть', channel: 'Ключевые клиенты', industries: ['Сетевая розница'] },
  retail: {
    type: 'Розница',
    channel: 'Традиционная розница',
    industries: ['Магазин у дома', 'Киоск', 'Магазин хозтоваров', 'Рынок'],
  },
  horeca: {
    type: 'HoReCa',
    channel: 'HoReCa',
    industries: ['Кафе', 'Ресторан', 'Столовая', 'Гостиница', 'Пекарня'],
  },
  wholesale: { type: 'Опт', channel: 'Опт', industries: ['Оптовая торговля', 'Субдистрибьютор'] },
  person: { type: 'Физическое лицо', channel: 'Интернет-магазин', industries: [''] },
};
const origins = [
  'Полевой поиск',
  'Рекомендация',
  'Холодный звонок',
  'Сайт',
  'Выставка',
  'Входящая заявка',
  '',
];

/** `customers.csv`: 1C «Контрагенты» with every card, prospects included. */
export async function writeCustomers(
  path: string,
  register: Register,
  calendar: DemoCalendar,
  random: Random,
): Promise<void> {
  await writeTextFile(path, customerHeader, async (file) => {
    for (let index = 0; index < register.entityCount; index++) {
      const entity = register.entity(index);
      const { type, channel, industries } = cards[entity.kind];
      const person = entity.kind === 'person';
      const first = below(random, 32_000);
      const row = [
        entityCode(entity),
        entityName(entity),
        entityInn(entity),
        entityKpp(entity),
        type,
        channel,
        pick(random, origins),
        pick(random, industries),
        entity.city.name,
        entity.office < 0 ? '' : pointAddress(register.point(entity.office)),
        random() < 0.04 ? '' : typedPhone(entityPhone(entity), below(random, 10)),
        random() < 0.6 ? `${person ? 'lichno' : 'zakaz'}${index + 101}@klient.example` : '',
        person || random() < 0.2 ? '' : personName(first),
        person || random() < 0.7 ? '' : personName(first + 1 + below(random, 500)),
        entity.slot.rep.name,
        dayText(calendar, entity.created),
      ];
      file.add(`${row.map(cell).join(';')}\r\n`);
      if (file.full) await file.flush();
    }
  });
}

/** `products.csv`: 1C «Номенклатура». */
export async function writeProducts(path: string, products: readonly Product[]): Promise<void> {
  await writeTextFile(path, productHeader, (file) => {
    for (const { code, name, category, subcategory, brand, unit } of products) {
      const row = [code, name, at(categories, category).name, subcategory, brand, unit];
      file.add(`${row.map(cell).join(';')}\r\n`);
    }
  });
}
