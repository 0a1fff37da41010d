import { Select } from '@mantine/core';
import type { ReactNode } from 'react';
import { ErrorNote } from '../../../design/error-note.tsx';
import { Note } from '../../../design/note.tsx';
import sheet from '../../../design/sheet.module.css';
import { useFormats } from '../../../language/formats.ts';
import { useWords } from '../../../language/language.tsx';
import type { ImportSummary } from '../../../server/api.ts';
import { ProgressBar } from '../progress-bar.tsx';
import { Changes } from './changes.tsx';
import { CheckList } from './check-list.tsx';
import { Frame } from './frame.tsx';
import { sureness } from './grid-columns.ts';
import { PreparedBar } from './prepared-bar.tsx';
import classes from './prepared-step.module.css';
import { Problems } from './problems.tsx';
import { Steps } from './steps.tsx';
import { TableRows } from './table-rows.tsx';
import type { Wizard } from './use-wizard.ts';
import { importWords } from './words.ts';

/** How the columns were read, what is wrong with rows, what would change: to look at, to mend, to apply. */
export function PreparedStep({
  wizard,
  summary,
}: {
  readonly wizard: Wizard;
  readonly summary: ImportSummary;
}) {
  const say = useWords(importWords);
  const formats = useFormats();
  const { job, search, lost, error, change, revise, cancel } = wizard;
  const ready = job?.state === 'prepared';
  const position = Math.min(search.table ?? 0, summary.tables.length - 1);
  const table = summary.tables[position];
  const step = search.step === 'apply' || search.step === undefined ? firstStep(summary) : search.step;
  const refused = ready ? job.refused : [];
  const period = summary.period;
  return (
    <Frame
      under={
        table && (
          <>
            {say('under', {
              table: nameOf(table),
              rows: table.rows,
              format: [table.format.toUpperCase(), table.encoding].filter(Boolean).join(', '),
            })}
            {period &&
              ` · ${say('underPeriod', { from: formats.date(period.from), to: formats.date(period.to) })}`}
          </>
        )
      }
      steps={
        <Steps
          at={step}
          open={['columns', 'check']}
          onGo={(next) => (next === 'columns' || next === 'check') && change({ step: next })}
        />
      }
      bar={
        job?.state === 'working' ? (
          <ProgressBar title={say('again')} progress={job.progress} onStop={() => void cancel()} />
        ) : (
          <PreparedBar wizard={wizard} summary={summary} step={step} ready={ready && !lost} />
        )
      }
    >
      {lost && <Note kind="warning">{say('lost')}</Note>}
      {error !== undefined && <ErrorNote error={error} />}
      {refused.length > 0 && (
        <Note kind="error">
          <Problems problems={refused} />
        </Note>
      )}
      {summary.tables.length > 1 && (
        <Select
          className={classes.tables}
          label={say('tables')}
          allowDeselect={false}
          value={String(position)}
          onChange={(value) => change({ table: Number(value), show: undefined })}
          data={summary.tables.map((one, index) => ({ value: String(index), label: nameOf(one) }))}
        />
      )}
      {table && table.kind !== 'shipments' && (
        <Note>{table.kind === 'unknown' ? say('kindUnknown') : say('listNote', { kind: table.kind })}</Note>
      )}
      {table && job && (
        <TableRows
          key={position}
          wizard={wizard}
          jobId={job.id}
          summary={summary}
          position={position}
          step={step}
          ready={ready && !lost}
        />
      )}
      {step === 'check' && (
        <Blocks>
          <CheckList
            summary={summary}
            onShowFaulty={() => change({ show: 'faulty', table: worstTable(summary) })}
            onShowMended={() => change({ show: 'mended' })}
          />
          <Changes
            summary={summary}
            shrunkAllowed={search.shrunk === true}
            onAllowShrunk={(allowed) => {
              change({ shrunk: allowed || undefined });
              void revise({ acceptShrunk: allowed });
            }}
          />
        </Blocks>
      )}
    </Frame>
  );
}

const Blocks = ({ children }: { readonly children: ReactNode }) => (
  <div className={sheet.blocks}>{children}</div>
);

const nameOf = ({ file, sheet }: ImportSummary['tables'][number]): string =>
  sheet === undefined ? file : `${file} · ${sheet}`;

/** Whoever may be wrong about a column, or saw no shipments at all, shows the columns first. */
const firstStep = ({ tables }: ImportSummary): 'columns' | 'check' =>
  tables.every(({ kind }) => kind !== 'shipments') ||
  tables.some(({ columns }) =>
    columns.some(({ field, confidence }) => field !== null && sureness(confidence) === 'doubtful'),
  )
    ? 'columns'
    : 'check';

/** The table with the most rejected rows. */
const worstTable = ({ tables }: ImportSummary): number =>
  tables.reduce(
    (worst, { rejected }, index) => (rejected > (tables[worst]?.rejected ?? 0) ? index : worst),
    0,
  );
