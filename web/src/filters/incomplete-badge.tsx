import { Tooltip } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { Link } from '@tanstack/react-router';
import { TriangleAlert } from 'lucide-react';
import type { Slice } from '../../../src/domain/dimensions.ts';
import { useMay } from '../app/session.tsx';
import { useFormats } from '../language/formats.ts';
import { useWords } from '../language/language.tsx';
import { api } from '../server/api.ts';
import classes from './incomplete-badge.module.css';
import { filterWords } from './words.ts';

const fewBranches = 3;

/**
 * Beside a figure whose data are not all there: branches that have working days without shipments in its period. It
 * leads to where the gaps are listed.
 */
export function IncompleteBadge({
  period,
  slice,
}: {
  readonly period: { readonly from: string; readonly to: string };
  readonly slice: Slice;
}) {
  const say = useWords(filterWords);
  const formats = useFormats();
  const maySee = useMay('seeFigures');
  const { from, to } = period;
  const gaps = useQuery({
    queryKey: ['dataGaps', from, to],
    enabled: maySee,
    queryFn: ({ signal }) => api.dataGaps({ query: { from, to } }, { signal }),
  });
  const chosen = slice.find(({ dimension }) => dimension === 'branch')?.members;
  const gappy = (gaps.data?.branches ?? []).filter(
    ({ branch, missing }) =>
      branch !== 0 && missing.length > 0 && (chosen === undefined || chosen.includes(String(branch))),
  );
  if (gappy.length === 0) return null;
  const shown = gappy
    .slice(0, fewBranches)
    .map(({ name, missing }) => say('missingOf', { name, days: missing.length }))
    .join(', ');
  const rest = gappy.length - fewBranches;
  const why = say('incompleteWhy', {
    branches: rest > 0 ? `${shown} ${say('andMoreBranches', { n: formats.count(rest) })}` : shown,
  });
  return (
    <Tooltip label={why} multiline w={320}>
      <Link to={'/data' as '/'} className={classes.badge} aria-label={`${say('incomplete')}. ${why}`}>
        <TriangleAlert size={14} strokeWidth={1.8} aria-hidden />
        {say('incomplete')}
      </Link>
    </Tooltip>
  );
}
