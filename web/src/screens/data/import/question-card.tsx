import { Button, Radio } from '@mantine/core';
import { MonthPickerInput } from '@mantine/dates';
import { CircleHelp } from 'lucide-react';
import { useState } from 'react';
import type { Field } from '../../../../../src/domain/fields.ts';
import { useWords } from '../../../language/language.tsx';
import type { Job } from '../../../server/api.ts';
import { FieldMenu } from './field-menu.tsx';
import classes from './question-card.module.css';
import { importWords } from './words.ts';

type Question = Extract<Job, { state: 'asking' }>['question'];

/** What only a person can know, with the beginning of the table that it is about. */
export function QuestionCard({
  question,
  busy,
  onAnswer,
  onMap,
}: {
  readonly question: Question;
  readonly busy: boolean;
  readonly onAnswer: (answer: string) => void;
  /** A field that is not among the options. */
  readonly onMap: (column: string, field: Field) => void;
}) {
  const say = useWords(importWords);
  const { code, options, labels, suggested, text, params, beginning = [] } = question;
  const [answer, setAnswer] = useState(suggested ?? (options.length === 1 ? options[0] : undefined));
  const asksMonth = code === 'reportMonth';
  const column = typeof params.number === 'number' ? params.number - 1 : undefined;
  const widest = Math.max(0, ...beginning.map(({ cells }) => cells.length));
  return (
    <>
      <section className={classes.card} aria-label={say('question')}>
        <h2>
          <CircleHelp size={16} strokeWidth={1.8} aria-hidden />
          {text ?? code}
        </h2>
        {asksMonth ? (
          <MonthPickerInput
            label={say('month')}
            className={classes.month}
            size="xs"
            valueFormat="MMMM YYYY"
            value={answer === undefined ? null : `${answer}-01`}
            onChange={(day) => setAnswer(day?.slice(0, 7))}
          />
        ) : (
          <Radio.Group value={answer ?? null} onChange={setAnswer} aria-label={text ?? code}>
            <div className={classes.options}>
              {options.map((option, index) => (
                <Radio
                  key={option}
                  size="xs"
                  value={option}
                  label={
                    <>
                      {labels?.[index] ?? option}
                      {option === suggested && <span className="muted"> · {say('suggested')}</span>}
                    </>
                  }
                />
              ))}
            </div>
          </Radio.Group>
        )}
        <div className={classes.actions}>
          <Button
            variant="filled"
            disabled={busy || answer === undefined}
            onClick={() => answer !== undefined && onAnswer(answer)}
          >
            {say('answer')}
          </Button>
          {code === 'columnMeaning' && (
            <FieldMenu
              face={say('otherField')}
              label={say('otherField')}
              value={null}
              columns={[]}
              disabled={busy}
              onChange={(field) =>
                field !== null && onMap(String(params.column || params.number || question.key), field)
              }
            />
          )}
        </div>
      </section>
      {beginning.length > 0 && (
        <section className={classes.beginning} aria-label={say('beginning')}>
          <h2>{say('beginning')}</h2>
          {/* biome-ignore lint/a11y/noNoninteractiveTabindex: what scrolls has to be reached by keys */}
          <section className={classes.scroll} tabIndex={0} aria-label={say('rows')}>
            <table>
              <tbody>
                {beginning.map(({ row, cells }) => (
                  <tr key={row}>
                    <th scope="row">{row}</th>
                    {Array.from({ length: widest }, (_, index) => (
                      // The cells of a row have nothing but their places.
                      // biome-ignore lint/suspicious/noArrayIndexKey: a place is what identifies them
                      <td key={index} data-asked={index === column || undefined}>
                        {cells[index]}
                      </td>
                    ))}
                  </tr>
                ))}
              </tbody>
            </table>
          </section>
        </section>
      )}
    </>
  );
}
