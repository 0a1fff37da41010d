import { Button, Checkbox, TextInput } from '@mantine/core';
import { useVirtualizer } from '@tanstack/react-virtual';
import { useRef, useState } from 'react';
import type { Dimension } from '../../../src/domain/dimensions.ts';
import { ErrorNote } from '../design/error-note.tsx';
import { Skeleton } from '../design/skeleton.tsx';
import { useFormats } from '../language/formats.ts';
import { useWords } from '../language/language.tsx';
import { useCatalogue } from '../server/definitions.ts';
import classes from './choose.module.css';
import { type Among, useMembers } from './use-members.ts';
import { filterWords } from './words.ts';

const fold = (text: string) => text.toLocaleLowerCase().replaceAll('ё', 'е');

/** Members of a dimension with the АКБ of each in the period, the greatest first; search finds parts of names. */
export function ChooseMembers({
  dimension,
  among,
  chosen,
  onChoose,
}: {
  readonly dimension: Dimension;
  readonly among: Among;
  readonly chosen: readonly string[];
  readonly onChoose: (members: readonly string[]) => void;
}) {
  const say = useWords(filterWords);
  const formats = useFormats();
  const [search, setSearch] = useState('');
  const [picked, setPicked] = useState<ReadonlySet<string>>(new Set(chosen));
  const list = useRef<HTMLDivElement>(null);
  const members = useMembers(dimension, among);
  const name = useCatalogue().data?.dimensions.find(({ id }) => id === dimension)?.label ?? dimension;
  const found = (members.data ?? []).filter((one) =>
    fold(one.name || say('notStated')).includes(fold(search.trim())),
  );
  const virtual = useVirtualizer({
    count: found.length,
    getScrollElement: () => list.current,
    estimateSize: () => 28,
    overscan: 10,
  });
  const toggle = (member: string) => {
    const next = new Set(picked);
    if (!next.delete(member)) next.add(member);
    setPicked(next);
  };
  return (
    <form
      className={classes.choose}
      onSubmit={(event) => {
        event.preventDefault();
        onChoose([...picked]);
      }}
    >
      <TextInput
        aria-label={`${say('search')}: ${name}`}
        placeholder={`${say('search')}: ${name}`}
        value={search}
        onChange={(event) => setSearch(event.currentTarget.value)}
        data-autofocus
      />
      {members.error && <ErrorNote error={members.error} retry={() => void members.refetch()} />}
      {members.isPending && <Skeleton height={200} />}
      {members.data && found.length === 0 && <p className="muted">{say('nobodyFound')}</p>}
      <div ref={list} className={classes.members} hidden={found.length === 0}>
        <fieldset
          className={classes.group}
          style={{ height: virtual.getTotalSize(), position: 'relative' }}
          aria-label={say('members', { name })}
        >
          {virtual.getVirtualItems().map(({ index, start }) => {
            const one = found[index];
            return (
              one && (
                <div
                  key={one.member}
                  className={classes.member}
                  style={{ transform: `translateY(${start}px)` }}
                >
                  <Checkbox
                    checked={picked.has(one.member)}
                    onChange={() => toggle(one.member)}
                    label={<span className={classes.memberName}>{one.name || say('notStated')}</span>}
                  />
                  <span className="number muted">{formats.count(one.size)}</span>
                </div>
              )
            );
          })}
        </fieldset>
      </div>
      <div className={classes.foot}>
        <span>
          {picked.size > 0 ? (
            <button type="button" className={classes.link} onClick={() => setPicked(new Set())}>
              {say('clear')} ({formats.count(picked.size)})
            </button>
          ) : (
            search.trim() !== '' &&
            found.length > 0 && (
              <button
                type="button"
                className={classes.link}
                onClick={() => setPicked(new Set(found.map(({ member }) => member)))}
              >
                {say('chooseFound', { n: found.length })}
              </button>
            )
          )}
        </span>
        <Button type="submit" variant="filled">
          {say('apply')}
        </Button>
      </div>
    </form>
  );
}
