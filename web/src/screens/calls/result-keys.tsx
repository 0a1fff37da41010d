import { Button, TextInput, UnstyledButton } from '@mantine/core';
import { Ban, Check, Clock, PhoneMissed, PhoneOff } from 'lucide-react';
import { useEffect, useRef, useState } from 'react';
import {
  type CallOutcome,
  callOutcomes,
  type NewCall,
  refusalReasons,
} from '../../../../src/domain/calls.ts';
import { addDays } from '../../../../src/domain/iso-date.ts';
import { callWords } from '../../design/call-words.ts';
import { useWords } from '../../language/language.tsx';
import classes from './calls.module.css';
import { callsWords } from './words.ts';

const icons = { order: Check, later: Clock, noAnswer: PhoneMissed, refused: Ban, wrongNumber: PhoneOff };
const daysAhead = [1, 3, 7] as const;

type Said = Omit<NewCall, 'id'>;

/** What a call ended with: a key, or a key and what belongs to it. Digits on a keyboard press the same. */
export function ResultKeys({
  today,
  pending,
  onSaid,
}: {
  readonly today: string;
  readonly pending: boolean;
  readonly onSaid: (said: Said) => void;
}) {
  const say = useWords(callsWords);
  const sayCall = useWords(callWords);
  const [asking, setAsking] = useState<'later' | 'refused'>();
  const box = useRef<HTMLFieldSetElement>(null);
  const choose = (outcome: CallOutcome) =>
    outcome === 'later' || outcome === 'refused' ? setAsking(outcome) : onSaid({ outcome });
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      const { target } = event;
      const typing = target instanceof HTMLElement && /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName);
      if (typing || event.ctrlKey || event.metaKey || event.altKey || event.repeat) return;
      if (document.querySelector('[aria-modal]') !== null) return;
      const digit = /^(?:Digit|Numpad)([1-9])$/.exec(event.code)?.[1];
      if (event.key === 'Escape') setAsking(undefined);
      if (digit === undefined) return;
      const button = box.current?.querySelectorAll<HTMLButtonElement>('button[data-key]')[Number(digit) - 1];
      if (button === undefined) return;
      event.preventDefault();
      button.click();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, []);
  if (asking === undefined)
    return (
      <fieldset className={classes.results} ref={box} disabled={pending}>
        <legend className="sr-only">{say('result')}</legend>
        {callOutcomes.map((outcome, at) => {
          const Icon = icons[outcome];
          return (
            <UnstyledButton
              key={outcome}
              data-key
              data-outcome={outcome}
              className={classes.result}
              onClick={() => choose(outcome)}
            >
              <Icon size={18} strokeWidth={1.7} aria-hidden />
              <span>{sayCall('outcome', { outcome })}</span>
              <small aria-hidden="true">{at + 1}</small>
            </UnstyledButton>
          );
        })}
      </fieldset>
    );
  return (
    <fieldset className={classes.choices} ref={box} disabled={pending}>
      <legend>{say(asking === 'later' ? 'when' : 'why')}</legend>
      {asking === 'later'
        ? daysAhead.map((n, at) => (
            <UnstyledButton
              key={n}
              data-key
              className={classes.choice}
              onClick={() => onSaid({ outcome: 'later', next: addDays(today, n) })}
            >
              {n === 1 ? say('tomorrow') : say('inDays', { n })}
              <small aria-hidden="true">{at + 1}</small>
            </UnstyledButton>
          ))
        : refusalReasons.map((reason, at) => (
            <UnstyledButton
              key={reason}
              data-key
              className={classes.choice}
              onClick={() => onSaid({ outcome: 'refused', reason })}
            >
              {sayCall('reason', { reason })}
              <small aria-hidden="true">{at + 1}</small>
            </UnstyledButton>
          ))}
      {asking === 'later' && (
        <form
          className={classes.otherDay}
          onSubmit={(event) => {
            event.preventDefault();
            onSaid({ outcome: 'later', next: String(new FormData(event.currentTarget).get('day')) });
          }}
        >
          <TextInput
            type="date"
            name="day"
            label={say('otherDay')}
            min={today}
            max={addDays(today, 366)}
            required
          />
          <Button type="submit">{say('schedule')}</Button>
        </form>
      )}
      <UnstyledButton className={classes.choice} data-back onClick={() => setAsking(undefined)}>
        {say('back')}
      </UnstyledButton>
    </fieldset>
  );
}
