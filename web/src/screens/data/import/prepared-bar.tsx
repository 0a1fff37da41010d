import { Button } from '@mantine/core';
import { ArrowLeft, ArrowRight, Download } from 'lucide-react';
import { useWords } from '../../../language/language.tsx';
import { api, type ImportSummary } from '../../../server/api.ts';
import type { Wizard } from './use-wizard.ts';
import { importWords } from './words.ts';

/** What can be done with a prepared import; one thing at a time is the next one. */
export function PreparedBar({
  wizard,
  summary,
  step,
  ready,
}: {
  readonly wizard: Wizard;
  readonly summary: ImportSummary;
  readonly step: 'columns' | 'check';
  readonly ready: boolean;
}) {
  const say = useWords(importWords);
  const { job, search, corrections, setCorrections, change, revise, apply, cancel } = wizard;
  const { documents, importId, rejects } = summary;
  const rejected = rejects.reduce((sum, { rows }) => sum + rows, 0);
  const changed = documents.new + documents.changed;
  const anything = changed > 0 || summary.tables.some(({ loaded }) => loaded > 0);
  const stale = job?.state === 'prepared' && job.refused.some(({ code }) => code === 'importStale');
  const shrunkOpen = documents.shrunk > 0 && search.shrunk !== true;
  const why = (() => {
    if (corrections.size > 0) return say('correctionsFirst');
    if (!anything) return say('nothingToApply');
    return shrunkOpen ? say('shrunkFirst') : say('unchanged');
  })();
  const icon = { size: 16, strokeWidth: 1.8, 'aria-hidden': true };
  const primary = (() => {
    if (corrections.size > 0)
      return (
        <Button variant="filled" disabled={!ready} onClick={() => void revise({})}>
          {say('recheck', { n: corrections.size })}
        </Button>
      );
    if (stale)
      return (
        <Button variant="filled" disabled={!ready} onClick={() => void revise({})}>
          {say('recount')}
        </Button>
      );
    if (step === 'columns')
      return (
        <Button
          variant="filled"
          rightSection={<ArrowRight {...icon} />}
          disabled={!ready}
          onClick={() => change({ step: 'check' })}
        >
          {say('toCheck')}
        </Button>
      );
    return (
      <Button variant="filled" disabled={!ready || !anything || shrunkOpen} onClick={() => void apply()}>
        {changed > 0 ? say('applyN', { n: changed }) : say('applyAny')}
      </Button>
    );
  })();
  return (
    <>
      <p>{why}</p>
      <Button variant="subtle" disabled={!ready} onClick={() => void cancel()}>
        {say('cancel')}
      </Button>
      {corrections.size > 0 && <Button onClick={() => setCorrections(new Map())}>{say('discard')}</Button>}
      {step === 'check' && (
        <Button leftSection={<ArrowLeft {...icon} />} onClick={() => change({ step: 'columns' })}>
          {say('columns')}
        </Button>
      )}
      {rejected > 0 && (
        <Button
          component="a"
          href={api.rejectedRowsAddress({ params: { importId } })}
          download
          leftSection={<Download {...icon} />}
        >
          {say('rejectedFile', { n: rejected })}
        </Button>
      )}
      {primary}
    </>
  );
}
