import { Tabs } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import type { Formats } from '../language/formats.ts';
import { useWords } from '../language/language.tsx';
import { api } from '../server/api.ts';
import { DrillDocuments } from './drill-documents.tsx';
import { DrillGroups } from './drill-groups.tsx';
import type { Drill } from './drill-state.ts';
import classes from './drill-tabs.module.css';
import { useDrill } from './use-drill.ts';
import { drillWords } from './words.ts';

/** The lists behind a figure: its customers, their shipments, and what of them does not count. */
export function DrillTabs({
  drill,
  size,
  formats,
}: {
  readonly drill: Drill;
  readonly size: number;
  readonly formats: Formats;
}) {
  const say = useWords(drillWords);
  const { open } = useDrill();
  const documents = useCount(drill, 'counted');
  const excluded = useCount(drill, 'excluded');
  const tab = drill.tab ?? 'customers';
  const choose = (chosen: string | null) =>
    open({ ...drill, tab: chosen === 'documents' || chosen === 'excluded' ? chosen : undefined });
  return (
    <Tabs value={tab} onChange={choose} keepMounted={false} classNames={classes}>
      <Tabs.List>
        <Tabs.Tab value="customers">
          {say('customersTab')} <small>{formats.count(size)}</small>
        </Tabs.Tab>
        <Tabs.Tab value="documents">
          {say('documentsTab')} <small>{documents.data !== undefined && formats.count(documents.data)}</small>
        </Tabs.Tab>
        <Tabs.Tab value="excluded">
          {say('excludedTab')} <small>{excluded.data !== undefined && formats.count(excluded.data)}</small>
        </Tabs.Tab>
      </Tabs.List>
      <Tabs.Panel value="customers">
        <DrillGroups drill={drill} formats={formats} />
      </Tabs.Panel>
      <Tabs.Panel value="documents">
        <DrillDocuments drill={drill} lines="counted" formats={formats} />
      </Tabs.Panel>
      <Tabs.Panel value="excluded">
        <DrillDocuments drill={drill} lines="excluded" formats={formats} />
      </Tabs.Panel>
    </Tabs>
  );
}

function useCount({ set, period, slice }: Drill, lines: 'counted' | 'excluded') {
  return useQuery({
    queryKey: ['drill-document-count', set, period, slice, lines],
    queryFn: async ({ signal }) => {
      const body = { set, period, ...(slice && { slice }), lines, limit: 1 };
      return (await api.documents({ body }, { signal })).total;
    },
  });
}
