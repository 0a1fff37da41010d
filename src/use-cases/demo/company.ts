import { repName } from './names.ts';
import { at, below, type Random } from './random.ts';

/** What the teams of a branch look after, and so the kinds of customers. */
export const clientKinds = ['chain', 'retail', 'horeca', 'wholesale', 'person'] as const;
export type ClientKind = (typeof clientKinds)[number];

export interface City {
  readonly name: string;
  readonly branch: Branch;
  readonly weight: number;
}

export interface Branch {
  readonly index: number;
  readonly name: string;
  /** First part of the document numbers. */
  readonly prefix: string;
  readonly areaCode: string;
  readonly saturdays: boolean;
}

export interface Team {
  readonly branch: Branch;
  readonly department: string;
  readonly supervisor: string;
  readonly kinds: readonly ClientKind[];
}

/** The place of one sales rep: it stays when the person changes. */
export interface Slot {
  readonly index: number;
  readonly team: Team;
  /** Number within the team. */
  readonly seat: number;
  rep: Rep;
}

/** A person in his place, as documents are signed by. */
export interface Rep {
  readonly name: string;
  readonly slot: Slot;
}

export interface Company {
  readonly name: string;
  readonly branches: readonly Branch[];
  readonly cities: readonly City[];
  readonly teams: readonly Team[];
  readonly slots: readonly Slot[];
  readonly repsPerTeam: number;
  readonly changes: readonly StaffChange[];
}

/** On the day, a successor takes the place (`rep`) or a share of its customers goes to a colleague (`to`). */
export type StaffChange = { readonly month: number; readonly slot: Slot } & (
  | { readonly successor: string }
  | { readonly to: Slot; readonly share: number }
);

const branchTable = [
  ['Киров', 'КР', '8332', true, 'Кирово-Чепецк,Слободской,Котельнич,Советск,Вятские Поляны', 3],
  ['Ярославль', 'ЯР', '4852', false, 'Рыбинск,Тутаев,Кострома,Ростов,Углич', 3],
  ['Вологда', 'ВЛ', '8172', false, 'Череповец,Сокол,Великий Устюг,Грязовец', 2],
  ['Екатеринбург', 'ЕК', '343', true, 'Нижний Тагил,Первоуральск,Берёзовский,Каменск-Уральский', 2],
  ['Новосибирск', 'НС', '383', true, 'Бердск,Искитим,Томск,Обь', 2],
] as const;

/** Places of a team whose rep never changes and hands nobody over: planted cases live there. */
export const stableSeats = 2;

/** Five branches in five federal districts, twelve teams, 5 reps each at about 6,000 customers. */
export function createCompany(clients: number, months: number, random: Random): Company {
  const branches = branchTable.map(([name, prefix, areaCode, saturdays], index) => ({
    index,
    name: `Филиал ${name}`,
    prefix: `00${prefix}`,
    areaCode,
    saturdays,
  }));
  const cities = branchTable.flatMap(([centre, , , , towns], b) =>
    [centre, ...towns.split(',')].map((name, i) => ({
      name,
      branch: at(branches, b),
      weight: i === 0 ? 60 : 40 / towns.split(',').length,
    })),
  );
  let people = 0;
  const teams = branchTable.flatMap(([centre, , , , , count], b) =>
    Array.from({ length: count }, (_, t): Team => {
      const key = t === count - 1;
      return {
        branch: at(branches, b),
        department: `${key ? 'Отдел ключевых клиентов и HoReCa' : 'Отдел розницы'}, ${centre}`,
        supervisor: repName(people++),
        kinds: key ? ['chain', 'horeca', 'wholesale'] : ['retail', 'person'],
      };
    }),
  );
  const repsPerTeam = Math.min(25, Math.max(stableSeats + 1, Math.round(clients / 1200)));
  const slots = teams.flatMap((team, t) =>
    Array.from({ length: repsPerTeam }, (_, seat) =>
      createSlot(t * repsPerTeam + seat, team, seat, repName(people++)),
    ),
  );
  const changes = slots
    .filter((slot) => slot.seat >= stableSeats)
    .flatMap((slot) => staffChanges(slot, slots, repsPerTeam, months, random, () => repName(people++)));
  return {
    name: 'Дистрибьюторская компания «Северный ветер»',
    branches,
    cities,
    teams,
    slots,
    repsPerTeam,
    changes: changes.sort((a, b) => a.month - b.month),
  };
}

function createSlot(index: number, team: Team, seat: number, name: string): Slot {
  const rep = { name } as { name: string; slot: Slot };
  rep.slot = { index, team, seat, rep };
  return rep.slot;
}

/** Another rep of the same team. */
export function colleague(company: Company, slot: Slot, random: Random): Slot {
  const seat = (slot.seat + 1 + below(random, company.repsPerTeam - 1)) % company.repsPerTeam;
  return at(company.slots, slot.index - slot.seat + seat);
}

function staffChanges(
  slot: Slot,
  slots: readonly Slot[],
  repsPerTeam: number,
  months: number,
  random: Random,
  hire: () => string,
): StaffChange[] {
  const result: StaffChange[] = [];
  for (let month = 3; month < months; month++) {
    if (random() >= 0.02) continue;
    if (random() < 0.6) result.push({ month, slot, successor: hire() });
    else {
      const to = at(slots, slot.index - slot.seat + ((slot.seat + 1) % repsPerTeam));
      result.push({ month, slot, to, share: 0.2 + random() * 0.3 });
    }
  }
  return result;
}
