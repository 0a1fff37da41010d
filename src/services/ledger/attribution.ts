import { type AssignmentKind, assignmentKinds } from '../../domain/dated-facts.ts';
import type { Warehouse } from '../../stores/warehouse/warehouse.ts';
import type { LinesOfMonths } from './lines-of-months.ts';

export interface Attribution {
  /** SQL joins over journal lines `j` and units `u`, or ''. */
  readonly joins: string;
  /** SQL: the member that a line counts for. */
  readonly member: (kind: AssignmentKind) => string;
}

/**
 * How lines get their members (counting rules, §6): the one on the line, else the one to whom the line's rep (team,
 * department) belongs on its day, else the one assigned on its day, of the point or else of its entity. Kinds of which
 * every line names one cost nothing, nor does what nobody knows.
 */
export async function attributionOf(
  warehouse: Warehouse,
  dimensions: number,
  { named: onLines, lacking }: LinesOfMonths,
): Promise<Attribution> {
  const nobodyLacks: Attribution = { joins: '', member: (kind) => `j.${kind}` };
  if (lacking.length === 0) return nobodyLacks;
  const ofVersion = `generation = ${dimensions}`;
  const links = await warehouse.rows<{ kind: AssignmentKind }>(
    `SELECT DISTINCT kind FROM dim_parent WHERE ${ofVersion}`,
  );
  const assigned = await warehouse.rows<{ kind: AssignmentKind; points: boolean }>(
    `SELECT kind, max(point) != 0 AS points FROM dim_assignment WHERE ${ofVersion} GROUP BY kind`,
  );
  if (links.length + assigned.length === 0) return nobodyLacks;
  const joins: string[] = [];
  const members = new Map<AssignmentKind, string[]>();
  const add = (kind: AssignmentKind, name: string, rows: string, condition: string): void => {
    joins.push(
      `ASOF LEFT JOIN (${rows} AND kind = '${kind}') AS ${name} ON ${condition} AND j.date >= ${name}.since`,
    );
    members.set(kind, [...(members.get(kind) ?? []), name]);
  };
  for (const [above, kind] of assignmentKinds.entries()) {
    if (!lacking.includes(kind)) continue;
    if (links.some((one) => one.kind === kind))
      for (const lower of assignmentKinds.slice(0, above).filter((one) => onLines.includes(one))) {
        const name = `${kind}_of_${lower}`;
        const rows = `SELECT member, since, nullIf(parent, 0) AS named FROM dim_parent WHERE ${ofVersion}`;
        add(kind, name, rows, `${name}.member = j.${lower}`);
      }
    const found = assigned.find((one) => one.kind === kind);
    if (found === undefined) continue;
    const rows = `SELECT entity, point, since, member AS named FROM dim_assignment WHERE ${ofVersion}`;
    if (found.points)
      add(kind, `${kind}_of_point`, `${rows} AND point != 0`, `${kind}_of_point.point = u.point`);
    add(kind, `${kind}_then`, `${rows} AND point = 0`, `${kind}_then.entity = u.entity`);
  }
  const named = (kind: AssignmentKind): string =>
    (members.get(kind) ?? []).map((name) => `${name}.named`).join(', ');
  return {
    joins: joins.join('\n'),
    member: (kind) =>
      members.has(kind) ? `if(j.${kind} = 0, coalesce(${named(kind)}, 0), j.${kind})` : `j.${kind}`,
  };
}
