import { useMemo } from 'react';
import { addDays } from '../../../../../../src/domain/iso-date.ts';
import { useFormats } from '../../../../language/formats.ts';
import { useWords } from '../../../../language/language.tsx';
import { timelineWords } from './words.ts';

/** By the clock of who looks: `2026-11-30`. */
export const localDay = (now = new Date()): string => now.toLocaleDateString('sv');
/** `HH:MM` */
export const localTime = (now = new Date()): string => now.toLocaleTimeString('sv').slice(0, 5);

/** Days as people say them: «Сегодня, 10:20», «5 ноября», «5 ноября 2025». */
export function useDayWords(): (day: string, time?: string | null) => string {
  const say = useWords(timelineWords);
  const formats = useFormats();
  return useMemo(() => {
    const today = localDay();
    const near: Readonly<Record<string, string>> = {
      [today]: say('today'),
      [addDays(today, -1)]: say('yesterday'),
      [addDays(today, 1)]: say('tomorrow'),
    };
    return (day, time) => {
      const sameYear = day.slice(0, 4) === today.slice(0, 4);
      const name = near[day] ?? (sameYear ? formats.day(day) : `${formats.day(day)} ${day.slice(0, 4)}`);
      return time ? say('at', { day: name, time }) : name;
    };
  }, [say, formats]);
}
