import { Checkbox, Select, TextInput } from '@mantine/core';
import { bonusGates } from '../../../../src/domain/bonus/scheme.ts';
import { planMetrics } from '../../../../src/domain/plan.ts';
import { useLanguage, useWords } from '../../language/language.tsx';
import { useMethods } from '../../server/definitions.ts';
import classes from './bonus.module.css';
import { emptyScale, isShare, type SchemeDraft } from './draft.ts';
import { Rows } from './rows.tsx';
import { ScaleFields } from './scale-fields.tsx';
import { bonusWords } from './words.ts';

interface Props {
  readonly draft: SchemeDraft;
  readonly wrong: ReadonlySet<string>;
  readonly put: (change: Partial<SchemeDraft>) => void;
}

/** What a scheme may have beside its metrics: rates of points, new customers, the pool of a team, gates. */
export function SchemeExtras(props: Props) {
  const say = useWords(bonusWords);
  const { draft, wrong, put } = props;
  const { newClients, pool } = draft;
  return (
    <>
      <Points {...props} />
      <fieldset className={classes.block}>
        <Checkbox
          label={say('newClientsBlock')}
          checked={newClients !== null}
          onChange={(event) =>
            put({ newClients: event.currentTarget.checked ? { rate: '500', months: '3' } : null })
          }
        />
        {newClients && (
          <div className={classes.row}>
            <Field
              label={say('rate')}
              value={newClients.rate}
              wrong={wrong.has('newClients.rate')}
              onChange={(rate) => put({ newClients: { ...newClients, rate } })}
            />
            <Field
              label={say('newClientsMonths')}
              value={newClients.months}
              wrong={wrong.has('newClients.months')}
              onChange={(months) => put({ newClients: { ...newClients, months } })}
            />
          </div>
        )}
      </fieldset>
      {draft.whom.level === 'rep' && (
        <fieldset className={classes.block}>
          <Checkbox
            label={say('poolBlock')}
            checked={pool !== null}
            onChange={(event) =>
              put({
                pool: event.currentTarget.checked
                  ? { amount: '30000', metric: 'sales', scale: emptyScale }
                  : null,
              })
            }
          />
          {pool && (
            <>
              <div className={classes.row}>
                <Field
                  label={say('poolAmount')}
                  value={pool.amount}
                  wrong={wrong.has('pool.amount')}
                  onChange={(amount) => put({ pool: { ...pool, amount } })}
                />
                <Select
                  size="xs"
                  label={say('metric')}
                  value={pool.metric}
                  allowDeselect={false}
                  data={planMetrics.map((metric) => ({ value: metric, label: say(metric) }))}
                  onChange={(chosen) => {
                    const metric = planMetrics.find((one) => one === chosen);
                    if (metric) put({ pool: { ...pool, metric } });
                  }}
                />
              </div>
              <ScaleFields
                scale={pool.scale}
                place="pool.scale"
                wrong={wrong}
                onChange={(scale) => put({ pool: { ...pool, scale } })}
              />
            </>
          )}
        </fieldset>
      )}
      <Gates {...props} />
    </>
  );
}

function Points({ draft: { points }, wrong, put }: Props) {
  const say = useWords(bonusWords);
  const { language } = useLanguage();
  const methods = useMethods();
  const known = methods.data?.methods ?? [];
  return (
    <fieldset className={classes.block}>
      <Checkbox
        label={say('pointsBlock')}
        checked={points !== null}
        onChange={(event) =>
          put({
            points: event.currentTarget.checked
              ? { method: 'main', rates: [{ grade: 'А', rate: '300' }], otherRate: '0', holdMonths: '3' }
              : null,
          })
        }
      />
      {points && (
        <>
          <p className="muted">{say('pointsHelp')}</p>
          <Rows
            rows={points.rates}
            fields={{ grade: say('grade'), rate: say('rate') }}
            first={{ grade: '', rate: '' }}
            wrong={(at, field) => wrong.has(`points.rates.${at}.${field}`) || wrong.has('points.rates')}
            add={say('addGrade')}
            most={50}
            onChange={(rates) => put({ points: { ...points, rates } })}
          />
          <div className={classes.row}>
            <Field
              label={say('otherRate')}
              value={points.otherRate}
              wrong={wrong.has('points.otherRate')}
              onChange={(otherRate) => put({ points: { ...points, otherRate } })}
            />
            <Field
              label={say('holdMonths')}
              value={points.holdMonths}
              wrong={wrong.has('points.holdMonths')}
              onChange={(holdMonths) => put({ points: { ...points, holdMonths } })}
            />
            <Select
              size="xs"
              label={say('method')}
              value={points.method}
              allowDeselect={false}
              data={known.map(({ id, name }) => ({ value: id, label: name[language] }))}
              onChange={(method) => method && put({ points: { ...points, method } })}
            />
          </div>
        </>
      )}
    </fieldset>
  );
}

function Gates({ draft: { gates }, wrong, put }: Props) {
  const say = useWords(bonusWords);
  return (
    <fieldset className={classes.block}>
      <legend>{say('gatesBlock')}</legend>
      <p className="muted">{say('gatesHelp')}</p>
      {bonusGates.map((gate) => {
        const at = gates.findIndex(({ of }) => of === gate);
        const found = gates[at];
        return (
          <div key={gate}>
            <Checkbox
              label={say(gate)}
              checked={found !== undefined}
              onChange={(event) =>
                put({
                  gates: event.currentTarget.checked
                    ? [...gates, { of: gate, steps: [{ above: isShare(gate) ? '20' : '0', factor: '50' }] }]
                    : gates.filter(({ of }) => of !== gate),
                })
              }
            />
            {found && (
              <Rows
                rows={found.steps}
                fields={{
                  above: say(isShare(gate) ? 'gateAbove' : 'gateAboveCount'),
                  factor: say('gateFactor'),
                }}
                first={{ above: '', factor: '' }}
                wrong={(row, field) =>
                  wrong.has(`gates.${at}.steps.${row}.${field}`) || wrong.has(`gates.${at}.steps`)
                }
                add={say('addStep')}
                most={10}
                onChange={(steps) =>
                  put({ gates: gates.map((one) => (one.of === gate ? { ...one, steps } : one)) })
                }
              />
            )}
          </div>
        );
      })}
    </fieldset>
  );
}

function Field({
  label,
  value,
  wrong,
  onChange,
}: {
  readonly label: string;
  readonly value: string;
  readonly wrong: boolean;
  readonly onChange: (value: string) => void;
}) {
  return (
    <TextInput
      size="xs"
      label={label}
      value={value}
      inputMode="decimal"
      autoComplete="off"
      error={wrong}
      onChange={(event) => onChange(event.currentTarget.value)}
    />
  );
}
