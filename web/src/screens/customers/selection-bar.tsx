import { ActionIcon, Button } from '@mantine/core';
import { Download, X } from 'lucide-react';
import { useMay, useMe } from '../../app/session.tsx';
import { SaveSegment } from '../../drill/save-segment.tsx';
import { useFormats } from '../../language/formats.ts';
import { useWords } from '../../language/language.tsx';
import { AssignRep } from './assign-rep.tsx';
import classes from './customers.module.css';
import { nodeOf, type Question, setOf } from './question.ts';
import { isSelected, nobody, type Selection, selectedNode, sizeOf } from './selection.ts';
import { SelectionMore } from './selection-more.tsx';
import { StateField } from './state-field.tsx';
import type { List } from './use-list.ts';
import { customersWords } from './words.ts';

/** What can be done with those chosen. */
export function SelectionBar({
  question,
  list,
  title,
  selection,
  onSelectAll,
  onSelect,
  onExport,
}: {
  readonly question: Question;
  readonly list: List;
  readonly title: string;
  readonly selection: Selection;
  readonly onSelectAll: () => void;
  readonly onSelect: (selection: Selection) => void;
  readonly onExport: (format: 'xlsx' | 'csv') => void;
}) {
  const say = useWords(customersWords);
  const formats = useFormats();
  const me = useMe();
  const mayDefine = useMay('defineSets');
  const mayExport = useMay('export');
  const mayEdit = useMay('editCustomers');
  const mayAssign = useMay('defineCompany') && me.scope.nodes === null;
  const size = sizeOf(selection, list.total);
  if (size === 0) return null;
  const set = setOf(question, selectedNode(selection, nodeOf(question)));
  const ids = async () =>
    selection.all
      ? (await list.idsBetween(0, list.total - 1)).filter((id) => isSelected(selection, id))
      : [...selection.ids];
  return (
    <section className={classes.selection} aria-label={say('actions')}>
      <b>{say('selected', { n: size })}</b>
      {size < list.total && (
        <button type="button" className={classes.link} onClick={onSelectAll}>
          {say('selectFound', { n: formats.count(list.total) })}
        </button>
      )}
      {mayDefine && <SaveSegment set={set} suggested={title} />}
      {mayAssign && <AssignRep unit={question.unit} count={size} idsOf={ids} />}
      {mayEdit && <StateField unit={question.unit} period={question.period} count={size} idsOf={ids} />}
      {mayExport && (
        <>
          <Button
            leftSection={<Download size={16} strokeWidth={1.8} aria-hidden />}
            aria-label={say('exportXlsx')}
            onClick={() => onExport('xlsx')}
          >
            XLSX
          </Button>
          <Button aria-label={say('exportCsv')} onClick={() => onExport('csv')}>
            CSV
          </Button>
        </>
      )}
      <SelectionMore unit={question.unit} count={size} idsOf={ids} onGone={() => onSelect(nobody)} />
      <ActionIcon variant="subtle" color="gray" aria-label={say('unselect')} onClick={() => onSelect(nobody)}>
        <X size={16} strokeWidth={1.8} />
      </ActionIcon>
    </section>
  );
}
