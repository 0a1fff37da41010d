import { SegmentedControl, TextInput } from '@mantine/core';
import { useWords } from '../../language/language.tsx';
import classes from './bonus.module.css';
import type { ScaleDraft } from './draft.ts';
import { Rows } from './rows.tsx';
import { bonusWords } from './words.ts';

/** What a fulfilment is worth: itself between a threshold and a cap, or what its step says. */
export function ScaleFields({
  scale,
  place,
  wrong,
  onChange,
}: {
  readonly scale: ScaleDraft;
  /** Of the scale in its scheme: `parts.0.scale`. */
  readonly place: string;
  readonly wrong: ReadonlySet<string>;
  readonly onChange: (scale: ScaleDraft) => void;
}) {
  const say = useWords(bonusWords);
  const one = (field: 'threshold' | 'cap') => (
    <TextInput
      size="xs"
      label={say(field)}
      value={scale[field]}
      inputMode="decimal"
      autoComplete="off"
      error={wrong.has(`${place}.${field}`)}
      onChange={(event) => onChange({ ...scale, [field]: event.currentTarget.value })}
    />
  );
  return (
    <div className={classes.scale}>
      <SegmentedControl
        size="xs"
        aria-label={say('scale')}
        value={scale.kind}
        onChange={(kind) => onChange({ ...scale, kind: kind === 'steps' ? 'steps' : 'line' })}
        data={(['line', 'steps'] as const).map((kind) => ({ value: kind, label: say(kind) }))}
      />
      {scale.kind === 'line' ? (
        <div className={classes.row}>
          {one('threshold')}
          {one('cap')}
        </div>
      ) : (
        <Rows
          rows={scale.steps}
          fields={{ from: say('stepFrom'), k: say('stepK') }}
          first={{ from: '', k: '' }}
          wrong={(at, field) => wrong.has(`${place}.steps.${at}.${field}`) || wrong.has(`${place}.steps`)}
          add={say('addStep')}
          most={20}
          onChange={(steps) => onChange({ ...scale, steps })}
        />
      )}
    </div>
  );
}
