import { Checkbox, MultiSelect, Radio, Select, Stack } from '@mantine/core';
import { type Role, restrictions } from '../../../../src/domain/access.ts';
import { assignable } from '../../../../src/domain/dimensions.ts';
import { useWords } from '../../language/language.tsx';
import type { ApiKey } from '../../server/api.ts';
import { useOrganisation } from '../../server/organisation.ts';
import { inPlace } from './in-place.ts';
import { commonWords } from './words.ts';

export type Rights = Pick<ApiKey, 'role' | 'scope' | 'hidden'>;
type Node = NonNullable<Rights['scope']['nodes']>[number];

/** So many members are offered at a time: the search finds the others. */
const offered = 60;
const nameOf = ({ dimension, member }: Node) => `${dimension}:${member}`;

/** A scope that names nobody is none. */
export const rightsWrong = ({ scope }: Rights): boolean => scope.nodes?.length === 0;

/** Role, which part of the company is seen, what is hidden. */
export function RightsFields({
  value,
  roles,
  onChange,
  tried,
}: {
  readonly value: Rights;
  readonly roles: readonly Role[];
  readonly onChange: (next: Rights) => void;
  readonly tried: boolean;
}) {
  const say = useWords(commonWords);
  const organisation = useOrganisation();
  const { role, scope, hidden } = value;
  const members = organisation.data?.members ?? [];
  const choose = (next: Role) =>
    onChange(
      next === 'owner' ? { role: next, scope: { nodes: null }, hidden: [] } : { ...value, role: next },
    );
  const setNodes = (nodes: readonly Node[] | null) => onChange({ ...value, scope: { nodes } });
  return (
    <>
      <Select
        label={say('roleLabel')}
        description={say('roleHelp', { role })}
        data={roles.map((one) => ({ value: one, label: say('role', { role: one }) }))}
        value={role}
        onChange={(one) => one && choose(one as Role)}
        allowDeselect={false}
        comboboxProps={inPlace}
      />
      {role !== 'owner' && (
        <>
          <Radio.Group
            label={say('scope')}
            value={scope.nodes === null ? 'whole' : 'part'}
            onChange={(which) => setNodes(which === 'whole' ? null : [])}
          >
            <Stack gap={8} mt={6}>
              <Radio size="xs" value="whole" label={say('whole')} />
              <Radio size="xs" value="part" label={say('part')} />
            </Stack>
          </Radio.Group>
          {scope.nodes !== null && (
            <MultiSelect
              label={say('members')}
              description={say('membersHelp')}
              searchable
              comboboxProps={inPlace}
              limit={offered}
              data={assignable.map((kind) => ({
                group: say('kinds', { kind }),
                items: members
                  .filter((one) => one.kind === kind)
                  .map((one) => ({ value: `${kind}:${one.id}`, label: one.name || one.code })),
              }))}
              value={scope.nodes.map(nameOf)}
              onChange={(names) =>
                setNodes(
                  names.map((name) => {
                    const [dimension, member] = name.split(':');
                    return { dimension: dimension as Node['dimension'], member: Number(member) };
                  }),
                )
              }
              error={tried && rightsWrong(value) ? say('membersNeeded') : undefined}
              nothingFoundMessage={say('nothingFound')}
            />
          )}
          <Checkbox.Group
            label={say('hidden')}
            value={[...hidden]}
            onChange={(names) =>
              onChange({ ...value, hidden: restrictions.filter((one) => names.includes(one)) })
            }
          >
            <Stack gap={8} mt={6}>
              {restrictions.map((one) => (
                <Checkbox key={one} value={one} label={say(one)} />
              ))}
            </Stack>
          </Checkbox.Group>
        </>
      )}
    </>
  );
}
