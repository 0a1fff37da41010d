import { Checkbox, Select, UnstyledButton } from '@mantine/core';
import type { Dimension } from '../../../../src/domain/dimensions.ts';
import { comparisons, grains } from '../../../../src/domain/figure-query.ts';
import { attributions } from '../../../../src/domain/method.ts';
import { type Metric, metrics } from '../../../../src/domain/metrics.ts';
import { countUnits } from '../../../../src/domain/units.ts';
import { Chip, Chips } from '../../design/chip.tsx';
import { PeriodPicker } from '../../design/period-picker.tsx';
import classes from '../../filters/choose.module.css';
import { useLanguage, useWords } from '../../language/language.tsx';
import { useCatalogue, useMethods } from '../../server/definitions.ts';
import { ChooseDimensions } from './choose-dimensions.tsx';
import { metricWords } from './names.ts';
import { fitted, type Question } from './question.ts';
import { comparisonViews, type ExplorerState } from './state.ts';
import { explorerWords } from './words.ts';

const mostMetrics = 8;
const mostMethods = 2;

/** The question in one line: each part says its value and opens what changes it. */
export function QuestionChips({
  question,
  asOf,
  onChange,
}: {
  readonly question: Question;
  /** Last loaded day. */
  readonly asOf: string;
  readonly onChange: (change: ExplorerState) => void;
}) {
  const say = useWords(explorerWords);
  const { metrics: asked, rows, columns, grain, compare } = question;
  const names = useNames();
  const short = useWords(metricWords);
  const columnNames = [
    ...(grain === 'none' ? [] : [say(grain)]),
    ...columns.map((one, index) =>
      index === 0 && grain === 'none' ? names.dimension(one) : lower(names.dimension(one)),
    ),
  ];
  return (
    <Chips label={say('ask')}>
      <Chip
        name={say('metric')}
        value={asked.map((one, index) => (index === 0 ? short(one) : lower(short(one)))).join(', ')}
      >
        {() => <ChooseMetrics chosen={asked} onChange={(chosen) => onChange({ metrics: chosen })} />}
      </Chip>
      <Chip name={say('rows')} value={list(rows, names.dimension) || say('nothingChosen')}>
        {() => (
          <ChooseDimensions
            chosen={rows}
            taken={columns}
            onChange={(chosen) => onChange({ rows: chosen, open: undefined })}
          />
        )}
      </Chip>
      <Chip name={say('columns')} value={columnNames.join(', ') || say('nothingChosen')}>
        {() => (
          <div className={classes.choose}>
            <Select
              label={say('time')}
              value={grain}
              allowDeselect={false}
              comboboxProps={{ withinPortal: false }}
              data={(['none', ...grains] as const).map((value) => ({ value, label: say(value) }))}
              onChange={(chosen) => {
                const next = [...grains, 'none' as const].find((one) => one === chosen) ?? 'month';
                const period = fitted(question.period, next, asOf);
                onChange({ grain: next, ...(period !== question.period && { period }) });
              }}
            />
            {grain !== 'none' && (
              <Checkbox
                label={say('withWhole')}
                checked={question.whole}
                onChange={(event) => onChange({ whole: event.currentTarget.checked })}
              />
            )}
            <ChooseDimensions
              chosen={columns}
              taken={rows}
              onChange={(chosen) => onChange({ columns: chosen })}
            />
          </div>
        )}
      </Chip>
      <PeriodPicker
        name={say('period')}
        value={question.period}
        until={asOf}
        onChange={(period) => onChange({ period })}
      />
      <Chip name={say('compare')} value={compare === 'none' ? say('nothingChosen') : say(compare)}>
        {() => <ChooseComparison question={question} onChange={onChange} />}
      </Chip>
      <Chip name={say('unit')} value={lower(say('countUnit', { unit: question.unit }))}>
        {(close) => (
          <div className={classes.list}>
            {countUnits.map((unit) => (
              <Option
                key={unit}
                label={say('countUnit', { unit })}
                chosen={unit === question.unit}
                onChoose={() => {
                  onChange({ unit });
                  close();
                }}
              />
            ))}
          </div>
        )}
      </Chip>
      <MethodChip question={question} onChange={onChange} />
    </Chips>
  );
}

function Option({
  label,
  chosen,
  onChoose,
}: {
  readonly label: string;
  readonly chosen: boolean;
  readonly onChoose: () => void;
}) {
  return (
    <UnstyledButton className={classes.option} aria-pressed={chosen} onClick={onChoose}>
      {label}
    </UnstyledButton>
  );
}

function ChooseMetrics({
  chosen,
  onChange,
}: {
  readonly chosen: readonly Metric[];
  readonly onChange: (chosen: readonly Metric[]) => void;
}) {
  const say = useWords(explorerWords);
  const catalogue = useCatalogue();
  return (
    <div className={`${classes.choose} ${classes.wide}`}>
      {chosen.length >= mostMetrics && <p className="muted">{say('metricsUpTo', { n: mostMetrics })}</p>}
      <div className={classes.groups}>
        {metrics.map((metric) => {
          const known = catalogue.data?.metrics.find(({ id }) => id === metric);
          const on = chosen.includes(metric);
          return (
            <Checkbox
              key={metric}
              label={known?.label ?? metric}
              title={known?.definition}
              checked={on}
              // A table without figures is none.
              disabled={(on && chosen.length === 1) || (!on && chosen.length >= mostMetrics)}
              onChange={() => onChange(on ? chosen.filter((one) => one !== metric) : [...chosen, metric])}
            />
          );
        })}
      </div>
    </div>
  );
}

function ChooseComparison({
  question,
  onChange,
}: {
  readonly question: Question;
  readonly onChange: (change: ExplorerState) => void;
}) {
  const say = useWords(explorerWords);
  const { compare, compared, colour } = question;
  const views = { colour: 'colourView', under: 'underView', columns: 'columnsView' } as const;
  return (
    <div className={classes.choose}>
      <div className={classes.list}>
        {([...comparisons, 'none'] as const).map((one) => (
          <Option
            key={one}
            label={one === 'none' ? say('noComparison') : say(one)}
            chosen={one === compare}
            onChoose={() =>
              onChange({
                compare: one,
                ...(one === 'none' && colour === 'deviation' && { colour: undefined }),
              })
            }
          />
        ))}
      </div>
      {compare !== 'none' && (
        <fieldset className={classes.group}>
          <legend>{say('comparedAs')}</legend>
          <div className={classes.list}>
            {comparisonViews.map((one) => (
              <Option
                key={one}
                label={say(views[one])}
                chosen={one === compared}
                onChoose={() => onChange({ compared: one })}
              />
            ))}
          </div>
        </fieldset>
      )}
    </div>
  );
}

function MethodChip({
  question,
  onChange,
}: {
  readonly question: Question;
  readonly onChange: (change: ExplorerState) => void;
}) {
  const say = useWords(explorerWords);
  const { language } = useLanguage();
  const known = useMethods().data?.methods ?? [];
  const { methods, attribution } = question;
  const nameOf = (id: string) => known.find((one) => one.id === id)?.name[language] ?? id;
  const words = { document: 'byDocument', assigned: 'byAssigned' } as const;
  return (
    <Chip name={say('methods')} value={methods.map((id) => shortName(nameOf(id))).join(' / ')}>
      {() => (
        <div className={classes.choose}>
          <fieldset className={classes.group}>
            <legend>{say('methodsHelp')}</legend>
            {known.map(({ id, name }) => {
              const on = methods.includes(id);
              return (
                <Checkbox
                  key={id}
                  label={name[language]}
                  checked={on}
                  disabled={(on && methods.length === 1) || (!on && methods.length >= mostMethods)}
                  onChange={() =>
                    onChange({ methods: on ? methods.filter((one) => one !== id) : [...methods, id] })
                  }
                />
              );
            })}
          </fieldset>
          <fieldset className={classes.group}>
            <legend>{say('attribution')}</legend>
            <div className={classes.list}>
              <Option
                label={say('byMethod')}
                chosen={attribution === undefined}
                onChoose={() => onChange({ attribution: undefined })}
              />
              {attributions.map((one) => (
                <Option
                  key={one}
                  label={say(words[one])}
                  chosen={one === attribution}
                  onChoose={() => onChange({ attribution: one })}
                />
              ))}
            </div>
          </fieldset>
        </div>
      )}
    </Chip>
  );
}

/** «Основная» of «Основная: возвраты месяца вычтены». */
export const shortName = (name: string): string => name.split(':')[0] ?? name;

/** Within a sentence; АКБ and SKU stay as they are. */
export const lower = (text: string): string =>
  /^\p{Lu}{2}/u.test(text) ? text : text.charAt(0).toLocaleLowerCase() + text.slice(1);

const list = (all: readonly Dimension[], nameOf: (one: Dimension) => string): string =>
  all.map((one, index) => (index === 0 ? nameOf(one) : lower(nameOf(one)))).join(', ');

function useNames() {
  const catalogue = useCatalogue();
  return {
    dimension: (dimension: Dimension): string =>
      catalogue.data?.dimensions.find(({ id }) => id === dimension)?.label ?? '',
  };
}
