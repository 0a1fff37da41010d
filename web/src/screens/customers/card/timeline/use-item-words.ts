import { useMemo } from 'react';
import { termKinds } from '../../../../../../src/domain/terms.ts';
import { callWords } from '../../../../design/call-words.ts';
import { touchWords } from '../../../../design/touch-words.ts';
import { useFormats } from '../../../../language/formats.ts';
import { useWords } from '../../../../language/language.tsx';
import type { TimelineItem } from '../../../../server/api.ts';
import type { Who } from '../ask.ts';
import { useTermWords } from '../terms/use-term-words.ts';
import { termsWords } from '../terms/words.ts';
import { useFieldWords } from '../use-field-words.ts';
import { isEntry } from './draft.ts';
import { localDay, useDayWords } from './use-day-words.ts';
import { timelineWords } from './words.ts';

interface ItemWords {
  /** What it was. */
  readonly head: string;
  /** Who, where, what came of it. */
  readonly rest: readonly string[];
  /** Which of the rest is overdue. */
  readonly late?: string;
}

/** An item of the timeline in words. */
export function useItemWords(who: Who): (item: TimelineItem) => ItemWords {
  const say = useWords(timelineWords);
  const sayTouch = useWords(touchWords);
  const sayCall = useWords(callWords);
  const formats = useFormats();
  const dayWords = useDayWords();
  const fieldWords = useFieldWords();
  const sayTerms = useWords(termsWords);
  const termWords = useTermWords();
  return useMemo(() => {
    const placeOf = ({ whose }: TimelineItem) =>
      whose !== null && whose.name !== '' && (whose.unit !== who.unit || whose.id !== who.id)
        ? [whose.name]
        : [];
    return (item) => {
      if (isEntry(item)) {
        const { due, done, outcome } = item.entry;
        const isLate = item.kind === 'task' && due !== null && !done && due < localDay();
        const dueWords =
          due === null ? '' : say(isLate ? 'overdue' : 'dueOn', { day: inside(dayWords(due)) });
        const rest = [outcome, item.who || say('holder'), done ? say('isDone') : dueWords, ...placeOf(item)];
        return {
          ...{ head: item.text, rest: rest.filter((part) => part !== '') },
          ...(isLate && { late: dueWords }),
        };
      }
      if (item.shipment) {
        const { number, sales, lines, counted } = item.shipment;
        const kind = item.kind === 'return' ? 'return' : 'shipment';
        const name = number === null ? say(`${kind}NoNumber`) : say(kind, { number });
        return {
          head: sales === null ? name : `${name}, ${formats.roubles(sales)}`,
          rest: [say('lines', { n: lines }), ...placeOf(item), ...(counted === 0 ? [say('notCounted')] : [])],
        };
      }
      if (item.call) {
        const { outcome, reason, next } = item.call;
        const why = reason === null ? [] : [sayCall('reason', { reason })];
        const rest = [...why, sayCall('next', { day: inside(dayWords(next)) }), item.who || say('holder')];
        return { head: sayCall('outcome', { outcome }), rest: [...rest, ...placeOf(item)] };
      }
      if (item.owner) {
        const { dimension, name } = item.owner;
        return {
          head: say('responsible', { dimension, name: name || say('nobody') }),
          rest: placeOf(item),
        };
      }
      if (item.merge) {
        const { absorbed, survivor, withdrawn } = item.merge;
        const both = { absorbed: absorbed || say('another'), survivor: survivor || say('another') };
        return { head: say(withdrawn ? 'parted' : 'merged', both), rest: [item.who || say('holder')] };
      }
      if (item.kind === 'terms') {
        const said = (item.changes ?? []).flatMap(({ field, before, after }) => {
          const kind = termKinds.find((one) => one === field);
          if (kind === undefined) return [];
          const value = after === null ? sayTerms('asBefore') : termWords(kind, after);
          const change = before === null ? value : `${termWords(kind, before)} → ${value}`;
          return [sayTerms('line', { kind: sayTerms('kind', { kind }), value: change })];
        });
        const rest = [item.text, item.who || say('holder'), ...placeOf(item)];
        return { head: said.join(', '), rest: rest.filter((part) => part !== '') };
      }
      const changes = (item.changes ?? []).map(({ field, before, after }) =>
        say('edited', {
          field: fieldWords.name(field),
          before: before === null ? say('asFiles') : fieldWords.value(field, before) || say('empty'),
          after: after === null ? say('asFiles') : fieldWords.value(field, after) || say('empty'),
        }),
      );
      const undid = item.edit?.undoes != null ? [say('undid')] : [];
      return {
        head: changes.join('; ') || item.text || sayTouch('kind', { kind: item.kind }),
        rest: [item.who || say('holder'), ...undid, ...placeOf(item)],
      };
    };
  }, [say, sayTouch, sayCall, formats, dayWords, fieldWords, sayTerms, termWords, who]);
}

/** Within a sentence. */
const inside = (words: string): string => words.charAt(0).toLowerCase() + words.slice(1);
