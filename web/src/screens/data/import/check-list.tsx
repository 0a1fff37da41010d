import { Button } from '@mantine/core';
import { CircleX, Info, TriangleAlert } from 'lucide-react';
import { type ReactNode, useState } from 'react';
import { Block } from '../../../design/page.tsx';
import { useFormats } from '../../../language/formats.ts';
import { useWords } from '../../../language/language.tsx';
import type { ImportSummary } from '../../../server/api.ts';
import classes from './check-list.module.css';
import { importWords } from './words.ts';

const icons = { error: CircleX, warning: TriangleAlert, info: Info };
const few = 6;

/** What was merely done with the file, and wants nothing of the person. */
const calm: ReadonlySet<string> = new Set([
  ...['repeatedHeader', 'sameFileTwice', 'documentTwice', 'documentJoined', 'amountFromPrice', 'filledDown'],
  ...['returnsNegated', 'clientFolders', 'hiddenFileSkipped', 'companionSkipped', 'amountsWithoutVat'],
  ...['deletedRecordsSkipped', 'sheetHidden', 'duplicateAsPointType', 'planRecognised'],
]);

/** Nothing was taken from the file. */
const unread: ReadonlySet<string> = new Set([
  ...[
    'fileMissing',
    'fileUnreadable',
    'fileChangesWhileRead',
    'notATable',
    'unsupportedFormat',
    'readerFailed',
  ],
  ...[
    'unsupportedArchive',
    'nestedArchive',
    'encryptedArchive',
    'encryptedFile',
    'truncatedFile',
    'damagedFile',
  ],
  ...[
    'zipBomb',
    'tooManyEntries',
    'lineTooLong',
    'tooManyColumns',
    'tableTooWide',
    'xlsTooBig',
    'xlsxTooBig',
  ],
]);

const kindOf = (code: string): keyof typeof icons => {
  if (unread.has(code)) return 'error';
  return calm.has(code) ? 'info' : 'warning';
};

interface Item {
  readonly key: string;
  readonly kind: keyof typeof icons;
  readonly text: string;
  readonly aside?: string | undefined;
  readonly count?: number;
  readonly action?: ReactNode;
}

/** Everything worth a look, by kind: what is rejected first, then doubts, then what was done. */
export function CheckList({
  summary,
  onShowFaulty,
  onShowMended,
}: {
  readonly summary: ImportSummary;
  readonly onShowFaulty: () => void;
  readonly onShowMended: () => void;
}) {
  const say = useWords(importWords);
  const formats = useFormats();
  const [all, setAll] = useState(false);
  const { tables, rejects, findings, duplicateProposals, mendedCells } = summary;
  const rejected = tables.reduce((total, table) => total + table.rejected, 0);
  const unreadFiles = findings.filter(({ code }) => unread.has(code)).length;
  const shipmentsAside = tables
    .filter(({ kind }) => kind === 'shipments')
    .reduce((total, table) => total + table.setAside, 0);
  const show = (onClick: () => void) => (
    <Button variant="subtle" size="compact-xs" h={20} onClick={onClick}>
      {say('show')}
    </Button>
  );
  const found = [...tables.flatMap((table) => table.findings), ...findings];
  const byText = Map.groupBy(found, ({ text, code }) => text ?? code);
  const doubts = [...byText].map(
    ([text, same]): Item => ({
      ...{ key: text, text },
      kind: kindOf(same[0]?.code ?? ''),
      ...(same.length > 1 && { count: same.length }),
    }),
  );
  const items: readonly Item[] = [
    ...doubts.filter(({ kind }) => kind === 'error'),
    ...rejects.map(
      ({ code, text, rows, amount }): Item => ({
        ...{
          key: code,
          kind: 'error',
          text: sentence(text ?? code),
          count: rows,
          action: show(onShowFaulty),
        },
        aside: amount === null ? undefined : say('amount', { amount: formats.roubles(amount) }),
      }),
    ),
    ...(mendedCells > 0
      ? [
          {
            ...{ key: 'mended', kind: 'info' as const, count: mendedCells, action: show(onShowMended) },
            ...{ text: say('mendedCells'), aside: say('mendedHelp') },
          },
        ]
      : []),
    ...doubts.filter(({ kind }) => kind === 'warning'),
    ...(duplicateProposals > 0
      ? [
          {
            ...{ key: 'duplicates', kind: 'warning' as const, count: duplicateProposals },
            ...{ text: say('duplicates'), aside: say('duplicatesHelp') },
          },
        ]
      : []),
    ...doubts.filter(({ kind }) => kind === 'info'),
    ...(shipmentsAside > 0
      ? [
          {
            ...{ key: 'aside', kind: 'info' as const, count: shipmentsAside },
            ...{ text: say('setAside'), aside: say('setAsideHelp') },
          },
        ]
      : []),
  ];
  return (
    <Block
      title={say('checkList')}
      aside={[
        unreadFiles > 0 && say('unreadFiles', { n: unreadFiles }),
        (unreadFiles === 0 || rejected > 0) && say('checkSummary', { rejected }),
      ]
        .filter(Boolean)
        .join(', ')}
    >
      {items.length === 0 && <p className="muted">{say('noProblems')}</p>}
      <ul className={classes.items}>
        {(all ? items : items.slice(0, few)).map(({ key, kind, text, aside, count, action }) => {
          const Icon = icons[kind];
          return (
            <li key={key} data-kind={kind}>
              <Icon size={15} strokeWidth={1.8} aria-hidden />
              <span className={classes.text}>
                {text} {aside && <span className="muted">{aside}</span>}
              </span>
              {count !== undefined && <b className="number">{formats.count(count)}</b>}
              <span className={classes.action}>{action}</span>
            </li>
          );
        })}
      </ul>
      {!all && items.length > few && (
        <Button variant="subtle" size="compact-xs" onClick={() => setAll(true)}>
          {say('moreFindings', { n: items.length - few })}
        </Button>
      )}
    </Block>
  );
}

const sentence = (text: string): string => text.slice(0, 1).toLocaleUpperCase() + text.slice(1);
