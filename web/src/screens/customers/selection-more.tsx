import { ActionIcon, Menu } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { Handshake, MoreHorizontal, Network, Trash2 } from 'lucide-react';
import { useState } from 'react';
import type { CountUnit } from '../../../../src/domain/units.ts';
import { mostHandedOver, mostMembers } from '../../app/chosen-limits.ts';
import { useMay, useMe } from '../../app/session.tsx';
import { useWords } from '../../language/language.tsx';
import { RemoveDialog } from '../../removals/remove-dialog.tsx';
import { mostRemoved } from '../../removals/use-removals.ts';
import { api } from '../../server/api.ts';
import { customersWords } from './words.ts';

const icon = { size: 14, strokeWidth: 1.8 };

/** What is done less often with those chosen. */
export function SelectionMore({
  unit,
  count,
  idsOf,
  onGone,
}: {
  readonly unit: CountUnit;
  readonly count: number;
  readonly idsOf: () => Promise<readonly number[]>;
  /** Those chosen are there no more. */
  readonly onGone: () => void;
}) {
  const say = useWords(customersWords);
  const navigate = useNavigate();
  const whole = useMe().scope.nodes === null;
  const mayGroup = useMay('editCustomers') && whole && unit !== 'deliveryPoint';
  const mayRemove = useMay('editCustomers') && unit !== 'deliveryPoint';
  const mayHandOver = useMay('handOver') && unit === 'client';
  const handOver = async () => {
    const clients = await idsOf();
    const [first] = clients;
    if (first === undefined) return;
    // Of whom they are is asked of one: whose others they are is refused with its sentence.
    const { responsible } = await api.customerCard({ params: { unit: 'client', id: first } });
    const from = responsible.rep?.id;
    await navigate({ to: '/hand-over', search: { clients, ...(from !== undefined && { from }) } });
  };
  const [removing, setRemoving] = useState(false);
  if (unit === 'deliveryPoint' || !(mayGroup || mayRemove || mayHandOver)) return null;
  const group = async () => {
    await navigate({ to: '/groups', search: { make: { unit, ids: await idsOf() } } });
  };
  return (
    <>
      <Menu position="top-end">
        <Menu.Target>
          <ActionIcon variant="default" size={30} aria-label={say('moreDeeds')}>
            <MoreHorizontal size={16} strokeWidth={1.8} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {mayHandOver && (
            <Menu.Item
              leftSection={<Handshake {...icon} />}
              disabled={count > mostHandedOver}
              onClick={() => void handOver()}
            >
              {say('handOver')}
            </Menu.Item>
          )}
          {mayGroup && (
            <Menu.Item
              leftSection={<Network {...icon} />}
              disabled={count > mostMembers}
              onClick={() => void group()}
            >
              {say('makeGroup')}
            </Menu.Item>
          )}
          {mayRemove && (
            <Menu.Item
              leftSection={<Trash2 {...icon} />}
              disabled={count > mostRemoved}
              onClick={() => setRemoving(true)}
            >
              {say('removeChosen')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {removing && (
        <RemoveDialog
          count={count}
          someOf={async () => (await idsOf()).map((id) => ({ unit, id }))}
          onDone={onGone}
          onClose={() => setRemoving(false)}
        />
      )}
    </>
  );
}
