import type { ContactRole } from '../../domain/contact.ts';
import type { EntryKind } from '../../domain/entry.ts';
import { addDays } from '../../domain/iso-date.ts';
import { readPhones } from '../../domain/phone.ts';
import type { IsoDate } from '../../domain/units.ts';
import { learnWords, type TextKind, vectorOf, wordsOf } from '../../services/texts/write-words.ts';
import { type BulkColumn, insertMany } from '../../stores/records/bulk.ts';
import type { Stores } from '../../stores/stores.ts';
import { mobilePhone } from './identifiers.ts';
import { personName } from './names.ts';
import { below, createRandom, pick } from './random.ts';

/** Of so many customers at most somebody has written something down. */
const mostCustomers = 300;
const days = 365;

const said: readonly (readonly [EntryKind, text: string, outcome: string])[] = [
  ['call', 'Уточнили заказ на неделю, просят скидку за объём', 'скидка 3 % согласована'],
  ['call', 'Напомнили об оплате по двум накладным', 'обещали на этой неделе'],
  ['call', 'Не дозвонились, закупщик в отпуске', ''],
  ['call', 'Просит отсрочку до конца месяца', 'передано директору'],
  ['visit', 'Проверили выкладку, мало места на нижней полке', 'договорились о стойке'],
  ['visit', 'Познакомились с новым закупщиком', 'раз в две недели по вторникам'],
  ['visit', 'Сверили остатки, две позиции с истекающим сроком', 'возврат оформлен'],
  ['message', 'Отправлен новый прайс и условия доставки', ''],
  ['message', 'Прислали фото повреждённой упаковки', 'замена следующей поставкой'],
  ['site', 'Заявка с сайта: просят каталог и образцы', 'каталог отправлен'],
  ['complaint', 'Недовоз двух коробок, накладная на полный объём', 'довезли на следующий день'],
  ['complaint', 'Жалоба на мятые упаковки в последней отгрузке', 'возврат принят'],
  ['complaint', 'Машина опоздала на три часа, приёмка была закрыта', ''],
  ['wish', 'Хотят поставки по утрам, до открытия', 'маршрут изменён'],
  ['wish', 'Спрашивают мелкую фасовку', ''],
  ['task', 'Отправить договор на подпись', ''],
  ['task', 'Согласовать график поставок на праздники', ''],
  ['note', 'Открывают вторую точку весной', ''],
  ['note', 'Работают ещё с двумя поставщиками', ''],
  ['payment', 'Оплата за прошлый месяц пришла полностью', ''],
];
const roles: readonly (readonly [ContactRole, position: string])[] = [
  ['decisionMaker', 'владелец'],
  ['director', 'директор магазина'],
  ['buyer', 'закупщик'],
  ['accountant', 'бухгалтер'],
  ['influencer', 'старший смены'],
];

const grounds = ['договор поставки', 'связь по заказам'] as const;

const columns = (text: string): BulkColumn[] =>
  text.split(', ').map((column) => {
    const [name = '', pgType = ''] = column.split(' ');
    return { name, pgType };
  });
const ofEntry = columns(
  'level text, unit_id int4, kind text, day date, clock text, text text, outcome text, due date, done bool, signed text, basis text, purpose text, entered_at timestamptz, words tsvector',
);
const ofContact = columns(
  'level text, unit_id int4, name text, role text, position text, phones jsonb, emails jsonb, messenger text, note text, source text, basis text, purpose text, said_on date, changed_at timestamptz, changed_on date, words tsvector',
);

/** A year of touches and some persons of a share of the customers, the same for the same seed. */
export async function writeTouches(
  stores: Stores,
  { until, seed = 1 }: { readonly until: IsoDate; readonly seed?: number },
): Promise<void> {
  const { db } = stores.records;
  const random = createRandom(seed, 'touches');
  const parties = await db
    .selectFrom('party')
    .select('id')
    .where('kind', '=', 'entity')
    .where('visible', '=', true)
    .orderBy('id')
    .execute();
  const reps = (
    await db.selectFrom('member').select('name').where('kind', '=', 'rep').orderBy('id').execute()
  ).map(({ name }) => name);
  const step = Math.max(2, Math.ceil(parties.length / mostCustomers));
  const some = parties.filter((_, at) => at % step === 0);
  const entries = some.flatMap(({ id }) => {
    const signed = reps.length === 0 ? '' : pick(random, reps);
    return Array.from({ length: 2 + below(random, 6) }, () => entryOf(random, { id, signed, until }));
  });
  const contacts = some.flatMap(({ id }) =>
    Array.from({ length: 1 + below(random, 2) }, () => contactOf(random, id, until)),
  );
  await write('entry', ofEntry, entries);
  await write('contact', ofContact, contacts);

  async function write(table: TextKind, of: readonly BulkColumn[], rows: readonly Written[]) {
    await stores.records.transaction(async (tx) => {
      await insertMany(
        tx,
        table,
        of,
        rows.map(({ values, words }) => [...values, vectorOf(words)]),
      );
      await learnWords(tx, table, rows);
    });
  }
}

interface Written {
  readonly values: readonly unknown[];
  readonly words: readonly string[];
  readonly day: IsoDate;
}

function entryOf(
  random: () => number,
  { id, signed, until }: { id: number; signed: string; until: IsoDate },
): Written {
  const [kind, text, outcome] = pick(random, said);
  const day = addDays(until, -below(random, days));
  const clock = `${9 + below(random, 9)}`
    .padStart(2, '0')
    .concat(':', pick(random, ['00', '15', '30', '45']));
  const due = kind === 'task' ? addDays(day, 7) : null;
  const done = due !== null && due < until;
  return {
    values: ['party', id, kind, day, clock, text, outcome, due, done, signed, ...grounds, `${day}T12:00:00Z`],
    words: wordsOf(text, outcome),
    day,
  };
}

function contactOf(random: () => number, id: number, until: IsoDate): Written {
  const [role, position] = pick(random, roles);
  const name = personName(below(random, 5000));
  const { area, local } = mobilePhone(below(random, 10_000));
  const phones = readPhones(`8 ${area} ${local}`).map(({ e164, raw }) => ({ e164, raw }));
  const origin = ['визитка', ...grounds, until];
  return {
    values: [
      ...['party', id, name, role, position, phones, [], '', ''],
      ...[...origin, `${until}T12:00:00Z`, until],
    ],
    words: wordsOf(name, position, ...phones.map(({ raw, e164 }) => `${raw} ${e164 ?? ''}`)),
    day: until,
  };
}
