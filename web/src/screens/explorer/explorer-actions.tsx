import { ActionIcon, Menu } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import {
  ChevronsDownUp,
  ChevronsUpDown,
  FileSpreadsheet,
  FileText,
  Link2,
  MoreHorizontal,
  RotateCcw,
} from 'lucide-react';
import { useMay } from '../../app/session.tsx';
import { tell } from '../../app/undo.tsx';
import { PinView } from '../../app/views/pin-view.tsx';
import { useWords } from '../../language/language.tsx';
import type { FigureAnswer } from '../../server/api.ts';
import { download } from '../../server/download.ts';
import { exportOf } from './export-of.ts';
import { pinnedState, type Question } from './question.ts';
import { type ExplorerState, explorerState } from './state.ts';
import { explorerWords } from './words.ts';

const size = { size: 14, strokeWidth: 1.8 };

/** What can be done with the table. */
export function ExplorerActions({
  title,
  answer,
  question,
  search,
  onChange,
}: {
  readonly title: string;
  readonly answer: FigureAnswer | undefined;
  readonly question: Question;
  readonly search: ExplorerState;
  readonly onChange: (change: ExplorerState) => void;
}) {
  const say = useWords(explorerWords);
  const mayExport = useMay('export');
  const deep = (answer?.query.rows.length ?? 0) > 1;
  const nothing = Object.fromEntries(Object.keys(explorerState.shape).map((name) => [name, undefined]));
  const save = useMutation({
    mutationFn: ({ of, format }: { readonly of: FigureAnswer; readonly format: 'xlsx' | 'csv' }) =>
      download('/api/v1/exports/table', exportOf(of, question, search, format)),
    onMutate: () => tell(say('exporting')),
    onError: (error) => tell(error.message),
  });
  return (
    <>
      <PinView
        screen="explorer"
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
          {mayExport && answer && (
            <>
              <Menu.Item
                leftSection={<FileSpreadsheet {...size} />}
                onClick={() => save.mutate({ of: answer, format: 'xlsx' })}
              >
                {say('exportXlsx')}
              </Menu.Item>
              <Menu.Item
                leftSection={<FileText {...size} />}
                onClick={() => save.mutate({ of: answer, format: 'csv' })}
              >
                {say('exportCsv')}
              </Menu.Item>
              <Menu.Divider />
            </>
          )}
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
    </>
  );
}

async function copy(done: string): Promise<void> {
  await navigator.clipboard.writeText(location.href);
  tell(done);
}
