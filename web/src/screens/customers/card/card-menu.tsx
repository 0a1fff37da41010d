import { ActionIcon, Menu } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { MoreHorizontal, ShieldX, Trash2 } from 'lucide-react';
import { useState } from 'react';
import { useMay, useMe } from '../../../app/session.tsx';
import { useWords } from '../../../language/language.tsx';
import { DestroyDialog } from '../../../removals/destroy-dialog.tsx';
import { RemoveDialog } from '../../../removals/remove-dialog.tsx';
import { removedWords } from '../../../removals/words.ts';
import type { CustomerCard } from '../../../server/api.ts';

const icon = { size: 14, strokeWidth: 1.8 };

/** What is rarely done with a customer: he is removed, or his data are destroyed. */
export function CardMenu({ card }: { readonly card: CustomerCard }) {
  const say = useWords(removedWords);
  const navigate = useNavigate();
  const mayRemove = useMay('editCustomers');
  const whole = useMe().scope.nodes === null;
  const mayDestroy = useMay('destroyCustomers') && whole;
  const [doing, setDoing] = useState<'remove' | 'destroy'>();
  const { unit, id, name } = card;
  if (unit === 'deliveryPoint' || (!mayRemove && !mayDestroy)) return null;
  const close = () => setDoing(undefined);
  return (
    <>
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="default" size={30} aria-label={say('menu')} data-menu>
            <MoreHorizontal size={16} strokeWidth={1.8} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {mayRemove && (
            <Menu.Item leftSection={<Trash2 {...icon} />} onClick={() => setDoing('remove')}>
              {say('remove')}
            </Menu.Item>
          )}
          {mayDestroy && (
            <Menu.Item leftSection={<ShieldX {...icon} />} onClick={() => setDoing('destroy')}>
              {say('destroy')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
      {doing === 'remove' && (
        <RemoveDialog
          count={1}
          someOf={async () => [{ unit, id }]}
          onDone={() => void navigate({ to: '/customers' })}
          onClose={close}
        />
      )}
      {doing === 'destroy' && <DestroyDialog who={{ unit, id }} name={name} onClose={close} />}
    </>
  );
}
