import { Button, Tooltip } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { Download } from 'lucide-react';
import { useRef, useState } from 'react';
import { Block } from '../../design/page.tsx';
import sheet from '../../design/sheet.module.css';
import { Skeleton } from '../../design/skeleton.tsx';
import { useFormats } from '../../language/formats.ts';
import { useWords } from '../../language/language.tsx';
import { type AppliedImport, api } from '../../server/api.ts';
import own from './history.module.css';
import { UndoDialog } from './undo-dialog.tsx';
import { dataWords } from './words.ts';

const rowHeight = 32;
/** More than these scroll in their own window. */
const few = 14;

/** All imports, newest first: what they brought, what was rejected, and how to take them back. */
export function History({ imports }: { readonly imports: readonly AppliedImport[] | undefined }) {
  const say = useWords(dataWords);
  const [undoing, setUndoing] = useState<AppliedImport>();
  const scroller = useRef<HTMLDivElement>(null);
  const newest = imports?.toReversed() ?? [];
  const rows = useVirtualizer({
    count: newest.length,
    getScrollElement: () => scroller.current,
    estimateSize: () => rowHeight,
    overscan: 20,
  });
  const shown = rows.getVirtualItems();
  const above = shown[0]?.start ?? 0;
  const below = rows.getTotalSize() - (shown.at(-1)?.end ?? 0);
  return (
    <Block title={say('history')} aside={newest.length > 1 && say('historyAside')}>
      {imports === undefined && <Skeleton height={160} />}
      {imports?.length === 0 && <p className="muted">{say('noImports')}</p>}
      {newest.length > 0 && (
        <div
          ref={scroller}
          className={`${sheet.wide} ${own.history}`}
          data-long={newest.length > few || undefined}
        >
          <table className={sheet.table}>
            <thead>
              <tr>
                <th scope="col" className="number">
                  {say('number')}
                </th>
                <th scope="col">{say('when')}</th>
                <th scope="col">{say('files')}</th>
                <th scope="col">{say('source')}</th>
                <th scope="col" className="number">
                  {say('lines')}
                </th>
                <th scope="col" className="number">
                  {say('rejected')}
                </th>
                <th scope="col">{say('basis')}</th>
                <th scope="col">{say('status')}</th>
                <th scope="col">
                  <span className="sr-only">{say('action')}</span>
                </th>
              </tr>
            </thead>
            <tbody>
              {above > 0 && <Space height={above} />}
              {shown.map(({ index }) => {
                const one = newest[index];
                return one && <Row key={one.importId} import={one} onUndo={() => setUndoing(one)} />;
              })}
              {below > 0 && <Space height={below} />}
            </tbody>
          </table>
        </div>
      )}
      {undoing && <UndoDialog import={undoing} onClose={() => setUndoing(undefined)} />}
    </Block>
  );
}

/** The command line names files by their paths. */
const nameOf = (file: string): string => file.split(/[\\/]/).at(-1) || file;

const Space = ({ height }: { readonly height: number }) => (
  <tr aria-hidden>
    <td colSpan={9} style={{ height, border: 0, padding: 0 }} />
  </tr>
);

function Row({ import: one, onUndo }: { readonly import: AppliedImport; readonly onUndo: () => void }) {
  const say = useWords(dataWords);
  const formats = useFormats();
  const { importId, files, source, lines, rejected, basis, purpose, status } = one;
  const why = [basis, purpose].filter(Boolean).join(' · ');
  return (
    <tr data-undone={status === 'undone' || undefined} className={own.row}>
      <td className="number muted">{importId}</td>
      <td>{formats.instant(one.appliedAt)}</td>
      <th scope="row" className={own.files} title={files.join(', ')}>
        {files.map(nameOf).join(', ')}
      </th>
      <td>{source === 'main' ? say('mainSource') : source}</td>
      <td className="number">{formats.count(lines)}</td>
      <td className="number">
        {rejected === 0 ? (
          '0'
        ) : (
          <Tooltip label={say('rejectedOf', { n: rejected, id: importId })}>
            <a
              className={own.rejected}
              href={api.rejectedRowsAddress({ params: { importId } })}
              download
              aria-label={say('rejectedOf', { n: rejected, id: importId })}
            >
              <Download size={13} strokeWidth={1.8} aria-hidden />
              {formats.count(rejected)}
            </a>
          </Tooltip>
        )}
      </td>
      <td className={`${own.basis} ${why ? '' : 'muted'}`} title={why}>
        {why || say('noBasis')}
      </td>
      <td className="muted">
        {status === 'applied'
          ? say('applied')
          : say('undone', { at: formats.date(one.undoneAt?.slice(0, 10)) })}
      </td>
      <td className={own.action}>
        {status === 'applied' && (
          <Button
            variant="subtle"
            size="compact-xs"
            onClick={onUndo}
            aria-label={say('undoOf', { id: importId })}
          >
            {say('undo')}
          </Button>
        )}
      </td>
    </tr>
  );
}
