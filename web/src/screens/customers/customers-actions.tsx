import { ActionIcon, Menu } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { ArchiveRestore, FileSpreadsheet, FileText, Link2, MoreHorizontal, Target } from 'lucide-react';
import { useMay, useMe } from '../../app/session.tsx';
import { tell } from '../../app/undo.tsx';
import { PinView } from '../../app/views/pin-view.tsx';
import { useWords } from '../../language/language.tsx';
import { pinnedState, type Question } from './question.ts';
import { nobody } from './selection.ts';
import type { CustomersState } from './state.ts';
import { useExport } from './use-export.ts';
import { customersWords } from './words.ts';

const size = { size: 14, strokeWidth: 1.8 };

/** What can be done with the list as a whole. */
export function CustomersActions({
  title,
  question,
  summed,
  search,
}: {
  readonly title: string;
  readonly question: Question;
  readonly summed: string;
  readonly search: CustomersState;
}) {
  const say = useWords(customersWords);
  const mayExport = useMay('export');
  const whole = useMe().scope.nodes === null;
  const maySeeRemoved = useMay('editCustomers') && whole;
  const save = useExport(question, summed, nobody);
  return (
    <>
      <PinView
        screen="customers"
        state={pinnedState(search)}
        name={title}
        {...(search.view && { opened: search.view })}
      />
      <Menu position="bottom-end">
        <Menu.Target>
          <ActionIcon variant="default" size={30} aria-label={say('more')} loading={save.isPending}>
            <MoreHorizontal size={16} strokeWidth={1.8} />
          </ActionIcon>
        </Menu.Target>
        <Menu.Dropdown>
          {mayExport && (
            <>
              <Menu.Item leftSection={<FileSpreadsheet {...size} />} onClick={() => save.mutate('xlsx')}>
                {say('exportXlsx')}
              </Menu.Item>
              <Menu.Item leftSection={<FileText {...size} />} onClick={() => save.mutate('csv')}>
                {say('exportCsv')}
              </Menu.Item>
              <Menu.Divider />
            </>
          )}
          <Menu.Item leftSection={<Link2 {...size} />} onClick={() => void copy(say('copied'))}>
            {say('copy')}
          </Menu.Item>
          <Menu.Item component={Link} to="/prospects" leftSection={<Target {...size} />}>
            {say('prospectLevels')}
          </Menu.Item>
          {maySeeRemoved && (
            <Menu.Item component={Link} to="/removed" leftSection={<ArchiveRestore {...size} />}>
              {say('removed')}
            </Menu.Item>
          )}
        </Menu.Dropdown>
      </Menu>
    </>
  );
}

async function copy(done: string): Promise<void> {
  await navigator.clipboard.writeText(location.href);
  tell(done);
}
