import { entityCode } from './card-texts.ts';
import { type Company, type Slot, stableSeats } from './company.ts';
import { expectedBuyers } from './customers.ts';
import { secondCard } from './duplicates.ts';
import { inn10, mistypedInn } from './identifiers.ts';
import { at, below, pick } from './random.ts';
import type { LegalEntity } from './register.ts';
import { freeLine, returnedLine, soldLine } from './sales-document.ts';
import type { Stage } from './script.ts';

/** How many customers a case adds, from how many it usually does. */
type Size = (usual: number) => number;
type Scheme = (stage: Stage, slot: Slot, monthsBack: number, size: Size) => void;

/** Each scheme with the months (back from the last full one) in which a rep plays it. */
const plan: readonly (readonly [Scheme, readonly number[]])[] = [
  [cheapestTick, [2, 5]],
  [ghostClients, [4, 7]],
  [splitSale, [3, 6]],
  [shipAndReturn, [1, 4]],
  [overload, [3, 5]],
  [duplicateNew, [2, 6]],
  [alternating, [0, 0]],
  [addressClones, [2, 4]],
  [backdated, [1, 2]],
  [zeroPrice, [1, 3]],
];

/** What the cases add to the company, about. */
export const planted = { clients: 90, lines: 3300 } as const;

/** Whoever plays by inflation does so again, so many months before. */
const again = 13;

/**
 * Plays every scheme of the plan, each time with another rep of those who keep their place and their customers.
 * The customers of a case are its own: they have a history and a script, so that the signature holds exactly.
 * `inflation`: a case adds this part of the rep's buyers of its month; 0 plays nothing, undefined cases of a fixed size.
 */
export function playSchemes(company: Company, inflation?: number): (stage: Stage) => void {
  return (stage) => {
    if (inflation === 0) return;
    const slots = Array.from({ length: stableSeats }).flatMap((_, seat) =>
      company.slots.filter((slot) => slot.seat === seat),
    );
    let next = 0;
    for (const [scheme, months] of plan)
      for (const month of months) {
        const slot = at(slots, next++);
        if (inflation === undefined) scheme(stage, slot, month, (usual) => usual);
        else
          for (const back of [month, month + again])
            scheme(stage, slot, back, () =>
              Math.max(1, Math.round(inflation * expectedBuyers(stage.register, stage.calendar, slot, back))),
            );
      }
  };
}

function cheapestTick(stage: Stage, slot: Slot, month: number, size: Size): void {
  const count = size(10);
  const note = 'В последние 3 рабочих дня месяца клиентам продано по 1 единице самого дешёвого товара';
  const found = stage.open(1, 'cheapest_tick', slot, month, note);
  const cheapest = stage.products.reduce((least, product) => (product.price < least.price ? product : least));
  for (let i = 0; i < count; i++) {
    const client = stage.client(slot);
    found.clients.push(entityCode(client.point.entity));
    stage.history(client, { from: month + 12, every: 33, skip: stage.inMonth(month) });
    const day = pick(stage.random, stage.days(slot, month).slice(-3));
    stage.add(
      client.point,
      day,
      [soldLine(stage.calendar, day, client.point.entity.kind, cheapest, 1000)],
      found,
    );
  }
}

function ghostClients(stage: Stage, slot: Slot, month: number, size: Size): void {
  const count = size(6);
  const note = 'Новые карточки с одним телефоном, без ИНН или с ошибочным ИНН, без улицы; одна покупка и всё';
  const found = stage.open(2, 'ghost_client', slot, month, note);
  let first: LegalEntity | undefined;
  for (let i = 0; i < count; i++) {
    const days = stage.days(slot, month);
    const created = below(stage.random, days.length - 4);
    const { point, goods } = stage.client(
      slot,
      {
        created: at(days, created),
        form: 'ООО',
        typed: i % 2 === 0 ? { inn: '', kpp: '' } : { inn: mistypedInn(inn10(stage.register.entityCount)) },
        ...(first && { phone: first.phone }),
      },
      { typed: { address: `г. ${slot.team.branch.name.replace('Филиал ', '')}` } },
    );
    first ??= point.entity;
    found.clients.push(entityCode(point.entity));
    const day = at(days, created + 1 + below(stage.random, 3));
    const lines = goods.slice(0, 2).map((product) => stage.line(point, day, product, 1));
    stage.add(point, day, lines, found);
  }
}

function splitSale(stage: Stage, slot: Slot, month: number, size: Size): void {
  const count = size(5);
  const note =
    'Обычный объём первого клиента списка разложен в один день на пятерых спящих, один набор товаров';
  const found = stage.open(4, 'split_sale', slot, month, note);
  const usual = stage.client(slot);
  const bundle = usual.goods.slice(0, 4);
  // So much that everybody's part is a pack at least.
  const packsPerWeek = Math.max(5, Math.ceil(count / 4));
  found.clients.push(entityCode(usual.point.entity));
  for (let back = month + 6; back >= 0; back--) {
    if (back === month) continue;
    const days = stage.days(slot, back);
    for (let week = 0; week < 4; week++) {
      const day = at(days, Math.floor((days.length * (week + stage.random())) / 4));
      const lines = bundle.map((product) => stage.line(usual.point, day, product, packsPerWeek));
      stage.add(usual.point, day, lines, null);
    }
  }
  const days = stage.days(slot, month);
  const day = at(days, Math.floor(days.length * (0.6 + 0.3 * stage.random())));
  for (let i = 0; i < count; i++) {
    const sleeper = stage.client(slot);
    found.clients.push(entityCode(sleeper.point.entity));
    stage.history(sleeper, { from: month + 12, to: month + 5, every: 35 });
    const lines = bundle.map((product, p) =>
      stage.line(sleeper.point, day, product, Math.round((packsPerWeek * 4) / count) + (p === i ? 1 : 0)),
    );
    stage.add(sleeper.point, day, lines, found);
  }
}

function shipAndReturn(stage: Stage, slot: Slot, month: number, size: Size): void {
  const count = size(5);
  const note =
    'Крупная отгрузка в последние 3 рабочих дня, полный возврат в первые 5 рабочих дней следующего месяца';
  const found = stage.open(8, 'ship_and_return', slot, month, note);
  const now = stage.inMonth(month);
  const then = stage.inMonth(month - 1);
  for (let i = 0; i < count; i++) {
    const client = stage.client(slot);
    const { point, goods } = client;
    found.clients.push(entityCode(point.entity));
    stage.history(client, { from: month + 12, every: 30, skip: (day) => now(day) || then(day) });
    const day = pick(stage.random, stage.days(slot, month).slice(-3));
    const lines = goods.slice(0, 4).map((product) => stage.line(point, day, product, 6));
    stage.add(point, day, lines, found);
    const back = pick(stage.random, stage.days(slot, month - 1).slice(0, 5));
    stage.add(
      point,
      back,
      lines.map((line) => returnedLine(line, 1)),
      found,
      'return',
    );
  }
}

function overload(stage: Stage, slot: Slot, month: number, size: Size): void {
  const count = size(6);
  const note =
    'В последние 3 рабочих дня отгружен запас на 6 недель вперёд, затем перерыв много дольше обычного';
  const found = stage.open(9, 'overload', slot, month, note);
  const lastDays = stage.days(slot, month).slice(-3);
  const quietFrom = at(lastDays, 0) - 6;
  const quietUntil = quietFrom + 56;
  for (let i = 0; i < count; i++) {
    const client = stage.client(slot);
    const { point, goods } = client;
    found.clients.push(entityCode(point.entity));
    stage.history(client, {
      from: month + 8,
      every: 11,
      skip: (day) => day >= quietFrom && day < quietUntil,
    });
    const day = pick(stage.random, lastDays);
    stage.add(
      point,
      day,
      goods.map((product) => stage.line(point, day, product, 8)),
      found,
    );
  }
}

function duplicateNew(stage: Stage, slot: Slot, month: number, size: Size): void {
  const count = size(3);
  const note =
    'Карточки старых клиентов заведены заново: пары «старый, новый» подряд, тот же телефон и адрес';
  const found = stage.open(10, 'duplicate_new', slot, month, note);
  for (let i = 0; i < count; i++) {
    const old = stage.client(slot);
    const original = old.point.entity;
    stage.history(old, { from: month + 14, to: month + 3, every: 28 });
    const days = stage.days(slot, month);
    const day = at(days, 3 + below(stage.random, days.length - 4));
    const again = stage.client(
      slot,
      { typed: secondCard(original, 'newCard'), like: original, created: day - below(stage.random, 3) },
      { place: old.point.place, addressStyle: 3 },
    );
    const codes = [entityCode(original), entityCode(again.point.entity)] as const;
    found.clients.push(...codes);
    stage.duplicates.push({ original: codes[0], duplicate: codes[1], corruption: 'newCard' });
    const lines = old.goods.slice(0, 2).map((product) => stage.line(again.point, day, product, 1));
    stage.add(again.point, day, lines, found);
    if (month > 1) stage.history({ ...again, goods: old.goods }, { from: month - 1, every: 28 });
  }
}

function alternating(stage: Stage, slot: Slot, month: number, size: Size): void {
  // Half of them buy in a month.
  const count = 2 * size(4);
  const note = 'Год подряд одна половина клиентов «работает» по чётным месяцам, другая по нечётным';
  const found = stage.open(11, 'alternating', slot, month, note);
  for (let i = 0; i < count; i++) {
    const client = stage.client(slot);
    const { point, goods } = client;
    found.clients.push(entityCode(point.entity));
    stage.history(client, { from: month + 20, to: month + 12, every: 24 });
    for (let back = month + 11; back >= month; back--) {
      if (back % 2 !== i % 2) continue;
      const day = pick(stage.random, stage.days(slot, back));
      const lines = goods.slice(0, 2).map((product) => stage.line(point, day, product, 1));
      stage.add(point, day, lines, found);
    }
  }
}

function addressClones(stage: Stage, slot: Slot, month: number, size: Size): void {
  const count = size(4);
  const note = 'Один адрес доставки заведён ещё четырьмя «точками», каждая отгружена в этом месяце';
  const found = stage.open(13, 'address_clone', slot, month, note);
  const client = stage.client(slot);
  const { entity, place } = client.point;
  found.clients.push(entityCode(entity));
  stage.history(client, { from: month + 12, every: 20 });
  for (let i = 0; i < count; i++) {
    const index = stage.register.addPoint(entity.index, {
      rhythm: null,
      place,
      addressStyle: i,
      typed: { name: `Точка ${i + 2}` },
    });
    const clone = stage.register.point(index);
    const day = pick(stage.random, stage.days(slot, month));
    const lines = client.goods.slice(0, 2).map((product) => stage.line(clone, day, product, 1));
    stage.add(clone, day, lines, found);
  }
}

function backdated(stage: Stage, slot: Slot, month: number, size: Size): void {
  const count = size(5);
  const note = 'Отгрузки закрытого месяца появились только в поздней выгрузке, номера не по порядку дат';
  const found = stage.open(14, 'backdated', slot, month, note);
  for (let i = 0; i < count; i++) {
    const client = stage.client(slot);
    const { point, goods } = client;
    found.clients.push(entityCode(point.entity));
    stage.history(client, { from: month + 12, every: 30, skip: stage.inMonth(month) });
    const day = pick(stage.random, stage.days(slot, month).slice(-4));
    stage.addLate(
      point,
      day,
      goods.slice(0, 2).map((product) => stage.line(point, day, product, 1)),
      found,
    );
  }
}

function zeroPrice(stage: Stage, slot: Slot, month: number, size: Size): void {
  const count = size(6);
  const note = 'Единственные отгрузки месяца состоят из строк с нулевой ценой';
  const found = stage.open(16, 'zero_price', slot, month, note);
  for (let i = 0; i < count; i++) {
    const client = stage.client(slot);
    const { point, goods } = client;
    found.clients.push(entityCode(point.entity));
    stage.history(client, { from: month + 12, every: 30, skip: stage.inMonth(month) });
    const day = pick(stage.random, stage.days(slot, month).slice(-8));
    const lines = goods
      .slice(0, 1 + (i % 2))
      .map((product) => freeLine(stage.calendar, day, product, product.pack));
    stage.add(point, day, lines, found);
  }
}
