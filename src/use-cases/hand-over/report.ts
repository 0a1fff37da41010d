import { divide, fixed } from '../../domain/decimal.ts';
import type { Receivable } from '../../domain/receivables.ts';
import type { Decimal, IsoDate } from '../../domain/units.ts';
import { unitRecords } from '../../services/activity/dress-units.ts';
import { owedBy } from '../../services/customers/receivables.ts';
import { type TermNow, termsOfClients } from '../../services/customers/terms-in-force.ts';
import type { DataVersion } from '../../services/ledger/data-version.ts';
import type { Desk } from '../../services/parts/part.ts';
import { ids, raw, sql, statement } from '../../stores/warehouse/sql.ts';
import { openTasks } from '../timeline/read.ts';
import { clientRows, type Sight } from './clients.ts';

/** A customer as whoever takes him over needs to know him. Texts that nobody states are empty. */
export interface HandedClient {
  readonly id: number;
  /** The rep who takes him over. */
  readonly to: number;
  readonly name: string;
  readonly code: string;
  readonly inn: string;
  readonly address: string;
  /** null: kept from the reader. */
  readonly contacts: {
    readonly phone: string;
    readonly email: string;
    readonly contactName: string;
    readonly decisionMaker: string;
    readonly influencer: string;
  } | null;
  readonly lastPurchase: IsoDate | null;
  /** Of twelve months. */
  readonly sales: Decimal | null;
  readonly documents: number | null;
  readonly avgCheck: Decimal | null;
  /** Documents a month; two decimals. */
  readonly frequency: Decimal | null;
  readonly terms: readonly TermNow[];
  readonly note: string;
  /** null: no file has said. */
  readonly receivable: Receivable | null;
  /** What was to be done and is not; the first due first. */
  readonly tasks: readonly {
    readonly id: number;
    readonly text: string;
    readonly due: IsoDate | null;
  }[];
}

/** Everything that is to be said of the customers of a hand-over, by receiver and name. */
export async function handedClients(
  desk: Desk,
  sight: Sight & { readonly hidesContacts: boolean; readonly day: IsoDate },
  receivers: ReadonlyMap<number, number>,
): Promise<HandedClient[]> {
  const { stores } = desk;
  const clients = [...receivers.keys()].sort((a, b) => a - b);
  const rows = await clientRows(stores, sight, clients);
  const record = await unitRecords(stores, 'client', clients);
  const terms = await termsOfClients(stores, clients, sight.day);
  const owed = await owedBy(stores, sight.version, 'client', clients);
  const tasks = await tasksOfClients(desk, sight.version);
  const collator = new Intl.Collator('ru');
  return rows
    .filter(({ shown }) => shown)
    .map((row): HandedClient => {
      const { party } = record(row.id);
      const facts = party?.facts ?? party?.born ?? {};
      return {
        ...{ id: row.id, to: receivers.get(row.id) ?? 0, name: row.name, code: row.code },
        ...{ inn: facts.inn ?? '', address: row.address, note: facts.note ?? '' },
        contacts: sight.hidesContacts
          ? null
          : {
              ...{ phone: row.phone, email: facts.email ?? '', contactName: facts.contactName ?? '' },
              ...{ decisionMaker: row.decisionMaker, influencer: row.influencer },
            },
        ...{ lastPurchase: row.lastPurchase, sales: row.sales, documents: row.documents },
        avgCheck: row.avgCheck,
        frequency: row.documents === null ? null : perMonth(row.documents),
        terms: terms.get(row.id) ?? [],
        receivable: owed.get(row.id) ?? null,
        tasks: (tasks.get(row.id) ?? []).map(({ id, text, due }) => ({ id, text, due })),
      };
    })
    .sort((a, b) => a.to - b.to || collator.compare(a.name, b.name) || a.id - b.id);
}

const perMonth = (documents: number): Decimal => fixed(divide(String(documents), '12') ?? '0', 2);

/** Open tasks of whatever belongs to a client, by client. */
async function tasksOfClients(desk: Desk, { dimensions }: DataVersion) {
  const open = await openTasks(desk);
  const clientOf = async (level: 'party' | 'point'): Promise<ReadonlyMap<number, number>> => {
    const of = open.filter((task) => task.level === level).map(({ unit_id }) => unit_id);
    const { text, params } = statement(sql`SELECT id, client FROM ${raw(`dim_${level}`)}
      WHERE generation = ${raw(dimensions)} AND id IN ${ids([...new Set(of)])}`);
    const rows = await desk.stores.warehouse.rows<{ id: number; client: number }>(text, params);
    return new Map(rows.map(({ id, client }) => [id, client]));
  };
  const clients = { party: await clientOf('party'), point: await clientOf('point') };
  return Map.groupBy(open, ({ level, unit_id }) => clients[level].get(unit_id));
}
