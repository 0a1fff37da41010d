import type { AuditChanges } from '../../domain/audit.ts';
import type { Rules } from '../../services/parts/part.ts';
import { change } from '../../services/parts/recording.ts';
import type { EditedMember, OrganisationEdits } from './organisation-edits.ts';

const need = { permission: 'defineCompany', whole: true } as const;
const of = (id: number) => ({ subject: { kind: 'member', id: String(id) } });

/** A rep is a person: his name is kept under his key. */
function told({ id, kind, version, was, ...now }: EditedMember) {
  const fields = (['name', 'code', 'retired'] as const).filter((field) => was?.[field] !== now[field]);
  const changesOf = (some: readonly (typeof fields)[number][]): AuditChanges =>
    Object.fromEntries(
      some.map((field) => [field, { ...(was && { before: was[field] }), after: now[field] }]),
    );
  const isPersonal = (field: (typeof fields)[number]): boolean => kind === 'rep' && field === 'name';
  const personal = fields.filter(isPersonal);
  return {
    ...of(id),
    details: { kind, version },
    changes: changesOf(fields.filter((field) => !isPersonal(field))),
    ...(personal.length > 0 && { personal: { of: of(id).subject, changes: changesOf(personal) } }),
  };
}

export const organisationEditRules: Rules<OrganisationEdits> = {
  clients: { need: { permission: 'seeFigures' }, recorded: 'numbers' },
  history: { need, recorded: 'names of members' },
  preview: { need, recorded: 'numbers' },
  add: {
    need,
    recorded: change<OrganisationEdits['add']>('memberAdded', {
      asked: ({ kind }) => ({ details: { kind } }),
      done: told,
    }),
  },
  change: {
    need,
    recorded: change<OrganisationEdits['change']>('memberChanged', { asked: of, done: told }),
  },
  undo: {
    need,
    recorded: change<OrganisationEdits['undo']>('memberChanged', { asked: of, done: told }),
  },
};
