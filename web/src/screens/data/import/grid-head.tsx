import { Tooltip } from '@mantine/core';
import type { Field } from '../../../../../src/domain/fields.ts';
import { useFormats } from '../../../language/formats.ts';
import { useWords } from '../../../language/language.tsx';
import { FieldMenu, useFieldName } from './field-menu.tsx';
import { type GridColumn, isNumber, sureness } from './grid-columns.ts';
import classes from './sample-grid.module.css';
import { importWords } from './words.ts';

/** Their name, our field, how sure we are: what is wrong is set right where it stands. */
export function GridHead({
  columns,
  questions,
  disabled,
  onMap,
}: {
  readonly columns: readonly GridColumn[];
  /** Some rows have them. */
  readonly questions: boolean;
  readonly disabled: boolean;
  readonly onMap: (column: GridColumn, field: Field | null) => void;
}) {
  const say = useWords(importWords);
  const formats = useFormats();
  const fieldName = useFieldName();
  const shown = columns.map((column) => {
    const { header, field, reading, index } = column;
    const confidence = field === null ? undefined : reading?.confidence;
    return {
      column,
      header: header || say('noHeader', { number: index + 1 }),
      field: field === null ? say('ignored') : fieldName(field),
      percent: confidence === undefined ? undefined : formats.number(confidence * 100, 0),
      confidence,
      reason: reading ? say(`reason.${reading.reason}` as 'reason.none') : '',
      side: isNumber(field) ? classes.right : undefined,
    };
  });
  return (
    <thead>
      <tr className={classes.source}>
        <th scope="col" rowSpan={3} className={classes.rowNumber}>
          <span className="sr-only">{say('row')}</span>
        </th>
        {shown.map(({ column, header, side }) => (
          <th key={column.index} scope="col" className={side} title={header}>
            {header}
          </th>
        ))}
        <th scope="col" rowSpan={3} className={questions ? classes.why : undefined}>
          {questions && say('why')}
        </th>
      </tr>
      <tr className={classes.mapping}>
        {shown.map(({ column, header, field, percent, reason, side }) => (
          <td key={column.index} className={side}>
            <FieldMenu
              face={field}
              label={say('fieldOf', {
                header,
                field,
                percent: percent === undefined ? '—' : `${percent} %`,
                reason,
              })}
              description={reason}
              value={column.field}
              columns={columns}
              disabled={disabled}
              onChange={(chosen) => onMap(column, chosen)}
            />
          </td>
        ))}
      </tr>
      <tr className={classes.sureness}>
        {shown.map(({ column, percent, confidence, reason, side }) => (
          <td key={column.index} className={side}>
            {confidence !== undefined && (
              <Tooltip label={reason} openDelay={200}>
                <span data-sure={sureness(confidence)}>
                  <span className={classes.bar} aria-hidden>
                    <span style={{ width: `${confidence * 100}%` }} />
                  </span>
                  {percent}&nbsp;%
                </span>
              </Tooltip>
            )}
          </td>
        ))}
      </tr>
    </thead>
  );
}
