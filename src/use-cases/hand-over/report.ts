import { divide, fixed } from '../../domain/decimal.ts';
import type { Decimal, IsoDate } from '../../domain/units.ts';
import { unitRecords } from '../../services/activity/dress-units.ts';
import { type TermNow, termsOfClients } from '../../services/customers/terms-in-force.ts';
import type { Stores } from '../../stores/stores.ts';
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
}

/** Everything that is to be said of the customers of a hand-over, by receiver and name. */
export async function handedClients(
  stores: Stores,
  sight: Sight & { readonly hidesContacts: boolean; readonly day: IsoDate },
  receivers: ReadonlyMap<number, number>,
): Promise<HandedClient[]> {
  const clients = [...receivers.keys()].sort((a, b) => a - b);
  const rows = await clientRows(stores, sight, clients);
  const record = await unitRecords(stores, 'client', clients);
  const terms = await termsOfClients(stores, clients, sight.day);
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
      };
    })
    .sort((a, b) => a.to - b.to || collator.compare(a.name, b.name) || a.id - b.id);
}

const perMonth = (documents: number): Decimal => fixed(divide(String(documents), '12') ?? '0', 2);
