import { folderHolder } from '../../src/domain/access.ts';
import type { PreparedImport } from '../../src/services/intake/import/prepare-import.ts';
import { stateAssignment } from '../../src/services/organisation/state-assignment.ts';
import { organisationEditsOf } from '../../src/use-cases/organisation-edits/organisation-edits.ts';
import { isLongRun } from '../budget.ts';
import {
  answersOf,
  type Installation,
  importCards,
  importShipments,
  importText,
  prepareShipments,
  type Shipment,
  undo,
} from '../harness/installation.ts';

const sale = (
  date: string,
  document: string,
  client: number,
  product: string,
  amount: number,
  rep = 'Петров П.П.',
): Shipment => ({
  date,
  document,
  code: String(client).padStart(4, '0'),
  name: client % 3 === 0 ? `Иванов Иван ${client}` : `ООО «Клиент № ${client}»`,
  product,
  amount,
  rep,
});

export const september: Shipment[] = Array.from({ length: 30 }, (_, index) =>
  sale(
    `${String(1 + (index % 28)).padStart(2, '0')}.09.2026`,
    `С-${index}`,
    1 + (index % 12),
    'Молоко',
    100.5 + index,
  ),
);
export const october: Shipment[] = [
  ...Array.from({ length: 40 }, (_, index) =>
    sale(
      `${String(1 + (index % 28)).padStart(2, '0')}.10.2026`,
      `О-${index}`,
      4 + (index % 16),
      index % 2 === 0 ? 'Сыр' : 'Молоко',
      75.25 + index,
      index % 5 === 0 ? '' : 'Сидорова С.С.',
    ),
  ),
  sale('29.10.2026', 'О-100', 4, 'Сыр', -50),
];
/** Documents of September, some corrected; one customer whom nobody else mentions. */
export const corrections: Shipment[] = [
  ...september.slice(0, 5).map((one) => ({ ...one, amount: one.amount * 2 })),
  sale('30.09.2026', 'С-900', 77, 'Кефир', 12),
];
export const november: Shipment[] = [
  sale('05.11.2026', 'Н-1', 1, 'Молоко', 10),
  sale('06.11.2026', 'Н-2', 99, 'Молоко', 20),
];

/**
 * An installation with everything that a backup meets: imports applied, corrected and undone, one cancelled and one
 * that a person still looks at. Returns the number of the corrections' import, which is applied, and the last one.
 */
export async function fillInstallation(
  installation: Installation,
): Promise<{ corrected: number; pending: PreparedImport }> {
  await importShipments(installation, september);
  const october1 = await importShipments(installation, october.slice(0, 20));
  const corrected = await importShipments(installation, corrections, { basis: 'договор' });
  await importShipments(installation, october);
  await undo(installation, october1);
  await importCards(installation, [
    ['0001', 'ООО «Клиент № 1»', 'Киров', 'Орлова О.О.'],
    ['0014', 'ООО «Клиент № 14»', 'Киров', 'Орлова О.О.'],
  ]);
  await importText(installation, 'ФИО;Команда;Должность\nСидорова С.С.;Север;ТП\nОрлова О.О.;Юг;ТП\n');
  await handOver(installation);
  await (await prepareShipments(installation, november)).cancel();
  return { corrected, pending: await prepareShipments(installation, november.slice(1)) };
}

/** From the tenth of October the customers 0014 and 0019 are whose the card of the first says; 0009 is nobody's; a team is gone. */
async function handOver({ stores }: Installation): Promise<void> {
  const ids = async (table: 'party' | 'member', names: readonly string[]): Promise<number[]> => {
    const rows = await stores.records.db.selectFrom(table).select('id').where('name', 'in', names).execute();
    return rows.map(({ id }) => id);
  };
  const [orlova = 0] = await ids('member', ['Орлова О.О.']);
  const from = '2026-10-10';
  const firms = await ids('party', ['ООО «Клиент № 14»', 'ООО «Клиент № 19»']);
  const person = await ids('party', ['Иванов Иван 9']);
  for (const [units, member] of [[firms, orlova] as const, [person, 'nobody'] as const])
    await stateAssignment(
      stores,
      { about: 'client', ids: units, kind: 'rep', member, from },
      () => undefined,
    );
  const edits = organisationEditsOf({ stores, viewer: folderHolder });
  const { id, version } = await edits.add({ kind: 'team', name: 'Запад', code: 'З-1' });
  await edits.change(id, { version, retired: from });
}

// Asked a dozen times over: checksums of all months stand beside them.
const periods = isLongRun ? ['2026-09', '2026-10', '2026'] : ['2026-10'];

export const answers = (installation: Pick<Installation, 'stores'>): Promise<unknown[]> =>
  answersOf(installation, periods, ['rep', 'team', 'sku']);
