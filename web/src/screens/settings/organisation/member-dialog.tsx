import { Button, Modal } from '@mantine/core';
import { Link } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useMay } from '../../../app/session.tsx';
import { did } from '../../../app/undo.tsx';
import { useFormats } from '../../../language/formats.ts';
import { useWords } from '../../../language/language.tsx';
import { api } from '../../../server/api.ts';
import type { Member } from '../../../server/member-tree.ts';
import { invalidateData } from '../../../server/query-client.ts';
import classes from '../settings.module.css';
import { useAct } from '../use-act.ts';
import { useMayDefine } from '../use-may-define.ts';
import { commonWords } from '../words.ts';
import { AddMember } from './add-member.tsx';
import { MemberHistory } from './member-history.tsx';
import { MoveMember } from './move-member.tsx';
import own from './organisation.module.css';
import { RenameMember } from './rename-member.tsx';
import { RetireMember } from './retire-member.tsx';
import { undoChange } from './undo-change.ts';
import { organisationWords } from './words.ts';

export type MemberDeed = 'rename' | 'add' | 'move' | 'retire';

/** A member with what was changed of it and what can be done; without one somebody is added. */
export function MemberDialog({
  member,
  deed,
  members,
  day,
  clients,
  onClose,
}: {
  readonly member: Member | undefined;
  readonly deed: MemberDeed | undefined;
  readonly members: readonly Member[];
  readonly day: string;
  readonly clients: number;
  readonly onClose: () => void;
}) {
  const say = useWords(organisationWords);
  const common = useWords(commonWords);
  const formats = useFormats();
  const act = useAct();
  const may = useMayDefine();
  const mayHandOver = useMay('handOver');
  const [doing, setDoing] = useState<MemberDeed | undefined>(member ? deed : 'add');
  const inside = useRef<HTMLDivElement>(null);
  // What had the focus goes with its part.
  // biome-ignore lint/correctness/useExhaustiveDependencies: with every other part
  useEffect(() => {
    inside.current?.querySelector<HTMLElement>('[data-autofocus]')?.focus();
  }, [doing]);
  const back = () => (member ? setDoing(undefined) : onClose());
  const named = (id: number | null) => members.find((one) => one.id === id)?.name;
  const name = member ? member.name || member.code : '';
  const bringBack = () =>
    act(async () => {
      if (!member) return;
      const changed = await api.changeMember({
        params: { id: member.id },
        body: { version: member.version, retired: null },
      });
      did(say('broughtBack', { name }), () => undoChange(changed));
      await invalidateData();
    });
  const part = () => {
    if (doing === 'add' || !member)
      return <AddMember above={member} {...{ members, day }} onDone={onClose} onClose={back} />;
    if (doing === 'rename') return <RenameMember member={member} onDone={onClose} onClose={back} />;
    if (doing === 'move') return <MoveMember {...{ member, members, day }} onDone={onClose} onClose={back} />;
    if (doing === 'retire') return <RetireMember {...{ member, day }} onDone={onClose} onClose={back} />;
    const facts = [
      member.code && say('codeIs', { code: member.code }),
      member.parent === null ? say('atTop') : say('belongsTo', { name: named(member.parent) ?? '' }),
      say('clients', { n: clients }),
      member.retired !== null && say('retiredFrom', { day: formats.date(member.retired) }),
    ];
    return (
      <div className={classes.form}>
        <p className="muted">{facts.filter(Boolean).join(' · ')}</p>
        {may && (
          <div className={own.deeds}>
            <Button onClick={() => setDoing('rename')} data-autofocus>
              {say('rename')}
            </Button>
            {member.kind !== 'rep' && <Button onClick={() => setDoing('add')}>{say('addBelow')}</Button>}
            {member.kind !== 'branch' && <Button onClick={() => setDoing('move')}>{say('move')}</Button>}
            {member.retired === null ? (
              <Button onClick={() => setDoing('retire')}>{say('retire')}</Button>
            ) : (
              <Button onClick={() => void bringBack()}>{say('bringBack')}</Button>
            )}
          </div>
        )}
        {mayHandOver && member.kind === 'rep' && (
          <Link to="/hand-over" search={{ from: member.id }} className={classes.link}>
            {say('handOverHis')}
          </Link>
        )}
        {may && <MemberHistory id={member.id} />}
      </div>
    );
  };
  const title =
    doing === undefined
      ? `${common('kind', { kind: member?.kind ?? 'team' })}: ${name}`
      : say(`title.${doing}`, { name });
  return (
    <Modal
      opened
      onClose={onClose}
      title={title}
      size={520}
      closeButtonProps={{ 'aria-label': common('close') }}
    >
      <div ref={inside}>{part()}</div>
    </Modal>
  );
}
