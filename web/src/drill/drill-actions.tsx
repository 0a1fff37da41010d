import { Button } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { Download } from 'lucide-react';
import { useMay } from '../app/session.tsx';
import { tell } from '../app/undo.tsx';
import { useWords } from '../language/language.tsx';
import { download } from '../server/download.ts';
import classes from './drill-drawer.module.css';
import type { Drill } from './drill-state.ts';
import { SaveSegment } from './save-segment.tsx';
import { drillWords } from './words.ts';

/** What a list leads to. */
export function DrillActions({ drill }: { readonly drill: Drill }) {
  const mayDefine = useMay('defineSets');
  const mayExport = useMay('export');
  return (
    <footer className={classes.actions}>
      {mayDefine && <SaveSegment set={drill.set} suggested={drill.path.join(', ')} />}
      {mayExport && <ExportMembers drill={drill} />}
    </footer>
  );
}

function ExportMembers({ drill }: { readonly drill: Drill }) {
  const say = useWords(drillWords);
  const save = useMutation({
    mutationFn: () => {
      const { set, period, slice } = drill;
      return download('/api/v1/exports/members', {
        ...{ set, period, ...(slice && { slice }) },
        ...{ sort: 'sales', format: 'xlsx', columns: ['name', 'lastPurchase', 'documents', 'sales'] },
      });
    },
    onMutate: () => tell(say('exporting')),
    onError: (error) => tell(error.message),
  });
  return (
    <Button
      leftSection={<Download size={16} strokeWidth={1.8} aria-hidden />}
      loading={save.isPending}
      onClick={() => save.mutate()}
      title={say('exportHelp')}
    >
      {say('exportXlsx')}
    </Button>
  );
}
