import { ActionIcon, Menu } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { MoreHorizontal, Network } from 'lucide-react';
import type { CountUnit } from '../../../../src/domain/units.ts';
import { useMay, useMe } from '../../app/session.tsx';
import { useWords } from '../../language/language.tsx';
import { mostMembers } from '../groups/state.ts';
import { customersWords } from './words.ts';

const icon = { size: 14, strokeWidth: 1.8 };

/** What is done less often with those chosen. */
export function SelectionMore({
  unit,
  count,
  idsOf,
}: {
  readonly unit: CountUnit;
  readonly count: number;
  readonly idsOf: () => Promise<readonly number[]>;
}) {
  const say = useWords(customersWords);
  const navigate = useNavigate();
  const whole = useMe().scope.nodes === null;
  const mayGroup = useMay('editCustomers') && whole && unit !== 'deliveryPoint';
  if (!mayGroup) return null;
  const group = async () => {
    await navigate({ to: '/groups', search: { make: { unit, ids: await idsOf() } } });
  };
  return (
    <Menu position="top-end">
      <Menu.Target>
        <ActionIcon variant="default" size={30} aria-label={say('moreDeeds')}>
          <MoreHorizontal size={16} strokeWidth={1.8} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        <Menu.Item
          leftSection={<Network {...icon} />}
          disabled={count > mostMembers}
          onClick={() => void group()}
        >
          {say('makeGroup')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}
