import { type KeyboardEvent, useRef, useState } from 'react';
import { isOffered } from '../../../../../src/domain/member-edit.ts';
import { useFormats } from '../../../language/formats.ts';
import { useWords } from '../../../language/language.tsx';
import type { Branch, Member } from '../../../server/member-tree.ts';
import classes from '../settings.module.css';
import { commonWords } from '../words.ts';
import own from './organisation.module.css';
import { keyInTree, visibleRows } from './visible-rows.ts';
import { organisationWords } from './words.ts';

/** Everybody below whom he belongs to: arrows walk, open and close; Enter looks at one, F2 renames. */
export function OrganisationTree({
  tree,
  day,
  clients,
  allOpen,
  onLook,
}: {
  readonly tree: readonly Branch[];
  readonly day: string;
  readonly clients: ReadonlyMap<number, number>;
  /** What was searched for is shown wherever it is. */
  readonly allOpen: boolean;
  readonly onLook: (member: Member, rename: boolean) => void;
}) {
  const say = useWords(organisationWords);
  const common = useWords(commonWords);
  const formats = useFormats();
  // Who stands at the top is open at first.
  const [turned, setTurned] = useState<ReadonlySet<number>>(new Set());
  const top = new Set(tree.map(({ member }) => member.id));
  const [current, setCurrent] = useState<number>();
  const list = useRef<HTMLDivElement>(null);
  const rows = visibleRows(tree, (id) => allOpen || top.has(id) !== turned.has(id));
  const found = rows.findIndex(({ member }) => member.id === current);
  const focused = Math.max(0, found);
  const turn = (id: number) => {
    const next = new Set(turned);
    if (!next.delete(id)) next.add(id);
    setTurned(next);
  };
  const go = (at: number) => {
    const id = rows[at]?.member.id;
    setCurrent(id);
    list.current?.querySelector<HTMLElement>(`[data-member="${id}"]`)?.focus();
  };
  const onKey = (event: KeyboardEvent, at: number) => {
    if (event.ctrlKey || event.metaKey || event.altKey) return;
    const row = rows[at];
    if (row === undefined) return;
    if (event.key === 'Enter' || event.key === ' ' || event.key === 'F2') {
      event.preventDefault();
      onLook(row.member, event.key === 'F2');
      return;
    }
    const deed = keyInTree(rows, at, event.key);
    if (deed === undefined) return;
    event.preventDefault();
    if ('to' in deed) go(deed.to);
    else turn(row.member.id);
  };
  return (
    <div role="tree" aria-label={say('tree')} className={own.tree} ref={list}>
      {rows.map(({ member, level, place, of, isOpen }, at) => (
        <div
          key={member.id}
          role="treeitem"
          aria-level={level}
          aria-posinset={place}
          aria-setsize={of}
          aria-selected={at === focused}
          {...(isOpen !== null && { 'aria-expanded': isOpen })}
          tabIndex={at === focused ? 0 : -1}
          data-member={member.id}
          className={own.row}
          style={{ paddingLeft: 4 + (level - 1) * 20 }}
          onFocus={() => setCurrent(member.id)}
          onKeyDown={(event) => onKey(event, at)}
          onClick={() => onLook(member, false)}
        >
          <span
            className={own.turn}
            data-open={isOpen ?? undefined}
            aria-hidden
            onClick={(event) => {
              event.stopPropagation();
              if (isOpen !== null) turn(member.id);
            }}
          />
          <span className={own.said}>
            {isOffered(member, day) ? (
              <span className={own.name}>{member.name || member.code}</span>
            ) : (
              <>
                <s className={own.name}>{member.name || member.code}</s>
                <span className={classes.small}>
                  {say('retiredFrom', { day: formats.date(member.retired) })}
                </span>
              </>
            )}
            <span className={classes.small}>{common('kind', { kind: member.kind })}</span>
            {clients.has(member.id) && (
              <span className={own.count}>{say('clients', { n: clients.get(member.id) ?? 0 })}</span>
            )}
          </span>
        </div>
      ))}
    </div>
  );
}
