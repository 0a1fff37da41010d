import { Select } from '@mantine/core';
import { addMonths } from '../../../../../src/domain/iso-date.ts';
import { useFormats } from '../../../language/formats.ts';
import { useWords } from '../../../language/language.tsx';
import { useDataState } from '../../../server/definitions.ts';
import { inPlace } from '../in-place.ts';
import { methodsWords } from './words.ts';

/** So far ahead a version may be made ready. */
const monthsAhead = 24;

/** The first month for which plans and bonuses take a version: from the beginning of the data on. */
export function ValidFrom({
  value,
  onChange,
}: {
  readonly value: string | null;
  readonly onChange: (month: string | null) => void;
}) {
  const say = useWords(methodsWords);
  const formats = useFormats();
  const { historySince, asOf } = useDataState().data ?? {};
  const now = `${(asOf ?? new Date().toISOString()).slice(0, 7)}-01`;
  const last = addMonths(now, monthsAhead).slice(0, 7);
  const months: string[] = [];
  for (let day = historySince ?? now; day.slice(0, 7) <= last; day = addMonths(`${day.slice(0, 7)}-01`, 1))
    months.push(day.slice(0, 7));
  const offered = value === null || months.includes(value) ? months : [value, ...months];
  return (
    <Select
      label={say('validFrom')}
      description={say('validFromHelp')}
      comboboxProps={inPlace}
      searchable
      clearable
      clearButtonProps={{ 'aria-label': say('validFromClear') }}
      placeholder={say('anyMonth')}
      data={offered.map((month) => ({ value: month, label: formats.period(month) }))}
      value={value}
      onChange={onChange}
    />
  );
}
