import { ActionIcon, Menu } from '@mantine/core';
import { ChevronsDownUp, ChevronsUpDown, Link2, MoreHorizontal, RotateCcw } from 'lucide-react';
import { tell } from '../../app/undo.tsx';
import { useWords } from '../../language/language.tsx';
import type { FigureAnswer } from '../../server/api.ts';
import { type ExplorerState, explorerState } from './state.ts';
import { explorerWords } from './words.ts';

const size = { size: 14, strokeWidth: 1.8 };

/** What can be done with the table. */
export function ExplorerActions({
  answer,
  search,
  onChange,
}: {
  readonly title: string;
  readonly answer: FigureAnswer | undefined;
  readonly search: ExplorerState;
  readonly onChange: (change: ExplorerState) => void;
}) {
  const say = useWords(explorerWords);
  const deep = (answer?.query.rows.length ?? 0) > 1;
  const nothing = Object.fromEntries(Object.keys(explorerState.shape).map((name) => [name, undefined]));
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon variant="default" size={30} aria-label={say('more')}>
          <MoreHorizontal size={16} strokeWidth={1.8} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {deep && (
          <>
            <Menu.Item leftSection={<ChevronsUpDown {...size} />} onClick={() => onChange({ open: 'all' })}>
              {say('expandAll')}
            </Menu.Item>
            <Menu.Item
              leftSection={<ChevronsDownUp {...size} />}
              disabled={search.open === undefined}
              onClick={() => onChange({ open: undefined })}
            >
              {say('collapseAll')}
            </Menu.Item>
            <Menu.Divider />
          </>
        )}
        <Menu.Item leftSection={<Link2 {...size} />} onClick={() => void copy(say('copied'))}>
          {say('copy')}
        </Menu.Item>
        <Menu.Item leftSection={<RotateCcw {...size} />} onClick={() => onChange(nothing)}>
          {say('startAnew')}
        </Menu.Item>
      </Menu.Dropdown>
    </Menu>
  );
}

async function copy(done: string): Promise<void> {
  await navigator.clipboard.writeText(location.href);
  tell(done);
}
