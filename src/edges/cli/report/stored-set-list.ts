import type { StoredSet } from '../../../domain/sets/stored-set.ts';
import type { Application } from '../../../facade.ts';
import { formatDate } from '../../../messages/format.ts';
import type { Column } from '../../output/columns.ts';
import type { Session } from '../session.ts';

/** A stored set as it is now. */
export interface ListedSet extends StoredSet {
  readonly size: number;
  readonly reading: string;
}

export async function listed(
  { language }: Session,
  application: Application,
  stored: StoredSet,
): Promise<ListedSet> {
  const size = stored.frozen?.size ?? (await application.setSize(stored.set));
  return { ...stored, size, reading: await application.readSet(stored.set, language) };
}

export const stateWords = ({ frozen }: StoredSet, { say, language }: Session): string =>
  frozen === null
    ? say('sets.live')
    : say('sets.frozen', { day: frozen.asOf === null ? 'none' : formatDate(frozen.asOf, language) });

/** One set of `akb sets --json`, documented in docs/cli.md. */
export const setJson = ({
  id,
  name,
  frozen,
  createdAt,
  size,
  reading,
  set,
}: ListedSet): Record<string, unknown> => ({
  ...{ id, name, unit: set.unit, frozen, createdAt, size, reading, set },
});

export function sizeColumns({ say }: Session): readonly Column<Pick<ListedSet, 'size' | 'reading'>>[] {
  return [
    { title: say('sets.size'), kind: 'count', value: ({ size }) => size },
    { title: say('definition.reading'), kind: 'text', value: ({ reading }) => reading },
  ];
}

export function setColumns(session: Session): readonly Column<ListedSet>[] {
  const { say } = session;
  return [
    { title: say('definition.id'), kind: 'count', value: ({ id }) => id },
    { title: say('definition.name'), kind: 'text', value: ({ name }) => name },
    { title: say('definition.unit'), kind: 'code', value: ({ set }) => say(`unit.${set.unit}`), spare: 1 },
    { title: say('sets.state'), kind: 'code', value: (set) => stateWords(set, session) },
    ...sizeColumns(session),
  ];
}
