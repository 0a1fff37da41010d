import { Checkbox, TextInput, UnstyledButton } from '@mantine/core';
import { Search } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import { countUnits } from '../../../../src/domain/units.ts';
import { Chip, Chips } from '../../design/chip.tsx';
import { ChoiceChip } from '../../design/choice-chip.tsx';
import { flawWords } from '../../design/flaw-words.ts';
import { PeriodPicker } from '../../design/period-picker.tsx';
import { SliceChips } from '../../filters/slice-chips.tsx';
import { useFormats } from '../../language/formats.ts';
import { useWords } from '../../language/language.tsx';
import classes from './customers.module.css';
import { isRunning, type Question, usualColumns } from './question.ts';
import { type CustomersState, columnIds, groups } from './state.ts';
import { columnWords, customersWords } from './words.ts';

/** ms between two questions: the first key is asked for at once, of keys that follow each other fast what they make together. */
const pause = 150;

/** Who is listed and what is shown of them. */
export function QuestionChips({
  question,
  asOf,
  onChange,
  onSearch,
}: {
  readonly question: Question;
  readonly asOf: string;
  readonly onChange: (change: CustomersState) => void;
  readonly onSearch: (search: string) => void;
}) {
  const say = useWords(customersWords);
  const flawNamed = useWords(flawWords);
  const { who, period, unit, slice, flawed } = question;
  const wordOf = (group: (typeof groups)[number]) =>
    say(group === 'lost' && isRunning(period, asOf) ? 'notYet' : group);
  return (
    <div className={classes.ask}>
      <SearchField value={question.search} onSearch={onSearch} />
      <Chips label={say('ask')}>
        <ChoiceChip
          name={say('who')}
          label={say('who')}
          value={who}
          onChange={(chosen) => onChange({ who: chosen })}
          options={groups.map((value) => ({ value, label: wordOf(value) }))}
        />
        <PeriodPicker
          name={say('period')}
          value={period}
          until={asOf}
          onChange={(label) => onChange({ period: label })}
        />
        <ChoiceChip
          name={say('unit')}
          label={say('unit')}
          value={unit}
          onChange={(chosen) => onChange({ unit: chosen })}
          options={countUnits.map((value) => ({ value, label: say('countUnit', { unit: value }) }))}
        />
        {flawed && (
          <Chip
            name={say('flaw')}
            value={flawNamed(flawed.flaw)}
            onRemove={() => onChange({ flaw: undefined, branch: undefined })}
          >
            {(close) => (
              <UnstyledButton
                className={classes.link}
                onClick={() => {
                  onChange({ flaw: undefined, branch: undefined });
                  close();
                }}
              >
                {say('anyCard')}
              </UnstyledButton>
            )}
          </Chip>
        )}
        <ColumnsChip question={question} onChange={onChange} />
      </Chips>
      <SliceChips
        among={{ period, unit, methods: [question.method], slice }}
        onChange={(chosen) => onChange({ slice: chosen.length > 0 ? chosen : undefined })}
      />
    </div>
  );
}

function SearchField({
  value,
  onSearch,
}: {
  readonly value: string;
  readonly onSearch: (search: string) => void;
}) {
  const say = useWords(customersWords);
  const [text, setText] = useState(value);
  const [asked, setAsked] = useState(value);
  const askedAt = useRef(0);
  // The way back brings an earlier search along.
  if (value !== asked) {
    setAsked(value);
    setText(value);
  }
  useEffect(() => {
    if (text.trim() === value) return;
    const wait = setTimeout(
      () => {
        askedAt.current = performance.now();
        setAsked(text.trim());
        onSearch(text.trim());
      },
      Math.max(0, askedAt.current + pause - performance.now()),
    );
    return () => clearTimeout(wait);
  }, [text, value, onSearch]);
  return (
    <TextInput
      type="search"
      className={classes.search}
      aria-label={say('findLabel')}
      placeholder={say('find')}
      leftSection={<Search size={14} strokeWidth={1.8} aria-hidden />}
      value={text}
      maxLength={200}
      onChange={(event) => setText(event.currentTarget.value)}
      data-page-search
    />
  );
}

function ColumnsChip({
  question,
  onChange,
}: {
  readonly question: Question;
  readonly onChange: (change: CustomersState) => void;
}) {
  const say = useWords(customersWords);
  const named = useWords(columnWords);
  const formats = useFormats();
  const { columns } = question;
  const rest = columnIds.filter((id) => !columns.includes(id));
  return (
    <Chip name={say('columns')} value={formats.count(columns.length + 1)}>
      {() => (
        <fieldset className={classes.columns} aria-label={say('columns')}>
          {/* Those that are shown stand first, in their order. */}
          {[...columns, ...rest].map((id) => (
            <Checkbox
              key={id}
              label={named(id)}
              checked={columns.includes(id)}
              onChange={(event) =>
                onChange({
                  columns: event.currentTarget.checked
                    ? [...columns, id]
                    : columns.filter((one) => one !== id),
                })
              }
            />
          ))}
          <UnstyledButton
            className={classes.link}
            disabled={columns === usualColumns}
            onClick={() => onChange({ columns: undefined })}
          >
            {say('usualColumns')}
          </UnstyledButton>
        </fieldset>
      )}
    </Chip>
  );
}
