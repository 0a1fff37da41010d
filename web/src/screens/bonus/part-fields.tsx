import { ActionIcon, Button, Select, TextInput } from '@mantine/core';
import { X } from 'lucide-react';
import { planMetrics } from '../../../../src/domain/plan.ts';
import { useFormats } from '../../language/formats.ts';
import { useWords } from '../../language/language.tsx';
import classes from './bonus.module.css';
import { emptyScale, type PartDraft, sumOfWeights } from './draft.ts';
import { ScaleFields } from './scale-fields.tsx';
import { bonusWords } from './words.ts';

/** Metrics of the plan with their weights and what their fulfilment is worth. */
export function PartFields({
  parts,
  wrong,
  onChange,
}: {
  readonly parts: readonly PartDraft[];
  readonly wrong: ReadonlySet<string>;
  readonly onChange: (parts: readonly PartDraft[]) => void;
}) {
  const say = useWords(bonusWords);
  const formats = useFormats();
  const sum = sumOfWeights(parts);
  const free = planMetrics.find((metric) => parts.every((part) => part.metric !== metric));
  const put = (at: number, change: Partial<PartDraft>) =>
    onChange(parts.map((one, place) => (place === at ? { ...one, ...change } : one)));
  return (
    <fieldset className={classes.block}>
      <legend>{say('parts')}</legend>
      <p className="muted">{say('partsHelp', { sum: formats.number(sum) })}</p>
      {parts.map((part, at) => (
        // biome-ignore lint/suspicious/noArrayIndexKey: parts have their places only
        <div key={at} className={classes.part}>
          <Select
            size="xs"
            label={say('metric')}
            value={part.metric}
            allowDeselect={false}
            data={planMetrics.map((metric) => ({
              ...{ value: metric, label: say(metric) },
              disabled: metric !== part.metric && parts.some((one) => one.metric === metric),
            }))}
            onChange={(chosen) => {
              const metric = planMetrics.find((one) => one === chosen);
              if (metric) put(at, { metric });
            }}
          />
          <TextInput
            size="xs"
            label={say('weight')}
            value={part.weight}
            inputMode="decimal"
            autoComplete="off"
            error={wrong.has(`parts.${at}.weight`)}
            onChange={(event) => put(at, { weight: event.currentTarget.value })}
          />
          <ScaleFields
            scale={part.scale}
            place={`parts.${at}.scale`}
            wrong={wrong}
            onChange={(scale) => put(at, { scale })}
          />
          <ActionIcon
            variant="subtle"
            color="gray"
            aria-label={say('drop', { what: say(part.metric) })}
            onClick={() => onChange(parts.filter((_, place) => place !== at))}
          >
            <X size={16} strokeWidth={1.8} />
          </ActionIcon>
        </div>
      ))}
      {wrong.has('parts') && (
        <p className={classes.wrong} role="alert">
          {say(sum === '100' ? 'partsWrong' : 'weightsWrong')}
        </p>
      )}
      {free && (
        <Button
          size="compact-xs"
          onClick={() => onChange([...parts, { metric: free, weight: '', scale: emptyScale }])}
        >
          + {say('addPart')}
        </Button>
      )}
    </fieldset>
  );
}
