import { Button, CloseButton, Modal, SegmentedControl, TextInput } from '@mantine/core';
import { type FormEvent, useState } from 'react';
import { type GroupKind, groupKinds } from '../../../../src/domain/customer-group.ts';
import { EffectPreview } from '../../design/effect-preview.tsx';
import { ErrorNote } from '../../design/error-note.tsx';
import { Skeleton } from '../../design/skeleton.tsx';
import { FindCustomer } from '../../filters/find-customer.tsx';
import { useWords } from '../../language/language.tsx';
import type { CustomerGroup } from '../../server/api.ts';
import classes from './groups.module.css';
import type { MakeOf } from './state.ts';
import { type GroupDeed, useGroupDeed, useGroupPreview } from './use-group-deeds.ts';
import { type Entity, useEntitiesOf } from './use-members.ts';
import { groupsWords } from './words.ts';

/** A new group of those chosen, or one that is changed; АКБ of the months that change stands below before it is saved. */
export function GroupDialog({
  group,
  make,
  onClose,
}: {
  readonly group?: CustomerGroup;
  readonly make?: MakeOf;
  readonly onClose: () => void;
}) {
  const say = useWords(groupsWords);
  const chosen = useEntitiesOf(make);
  const waits = make !== undefined && make.ids.length > 0 && !chosen.data;
  return (
    <Modal
      opened
      onClose={onClose}
      title={say(group ? 'changeTitle' : 'make')}
      size={620}
      transitionProps={{ duration: 0 }}
      closeButtonProps={{ 'aria-label': say('close') }}
    >
      {chosen.error && <ErrorNote error={chosen.error} retry={() => void chosen.refetch()} />}
      {waits ? (
        !chosen.error && <Skeleton height={240} />
      ) : (
        <GroupForm group={group} first={group?.entities ?? chosen.data ?? []} onClose={onClose} />
      )}
    </Modal>
  );
}

function GroupForm({
  group,
  first,
  onClose,
}: {
  readonly group: CustomerGroup | undefined;
  readonly first: readonly Entity[];
  readonly onClose: () => void;
}) {
  const say = useWords(groupsWords);
  const [name, setName] = useState(group?.name ?? '');
  const [kind, setKind] = useState<GroupKind>(group?.kind ?? 'holding');
  const [members, setMembers] = useState(first);
  const [ending, setEnding] = useState(false);
  const deed = deedOf(group, ending ? [] : members, { name: name.trim(), kind });
  const act = useGroupDeed();
  // What is done needs no preview any more: of a group that is gone there is none.
  const preview = useGroupPreview(act.isPending || act.isSuccess ? null : deed);
  const save = () => deed && act.mutate(deed, { onSuccess: onClose });
  const submit = (event: FormEvent) => {
    event.preventDefault();
    save();
  };
  const isNamed = ending || name.trim() !== '';
  return (
    <form className={classes.form} onSubmit={submit}>
      {ending && group ? (
        <p>{say('dissolveHelp', { name: group.name, n: group.entities.length })}</p>
      ) : (
        <>
          <TextInput
            label={say('name')}
            value={name}
            maxLength={500}
            onChange={(event) => setName(event.currentTarget.value)}
            required
            data-autofocus
          />
          <SegmentedControl
            aria-label={say('kind')}
            value={kind}
            onChange={setKind}
            data={groupKinds.map((value) => ({ value, label: say('kindIs', { kind: value }) }))}
          />
          <FindCustomer
            key={members.length}
            label={say('add')}
            unit="legalEntity"
            chosen={null}
            except={members.map(({ id }) => id)}
            onChoose={(one) => one && setMembers([...members, one])}
          />
          <section aria-label={say('entities')}>
            <ul className={classes.members}>
              {members.map((one) => (
                <li key={one.id}>
                  <span>{one.name}</span>
                  <CloseButton
                    size="sm"
                    aria-label={say('takeOut', { name: one.name })}
                    onClick={() => setMembers(members.filter(({ id }) => id !== one.id))}
                  />
                </li>
              ))}
            </ul>
            {members.length === 0 && <p className="muted">{say('noMembers')}</p>}
          </section>
        </>
      )}
      {preview.moves && <EffectPreview {...preview} counting={say('counting')} none={say('noEffect')} />}
      {act.error && <ErrorNote error={act.error} />}
      <div className={classes.buttons}>
        <Button
          type="submit"
          variant="filled"
          title="Ctrl Enter"
          loading={act.isPending}
          disabled={deed === null || !isNamed || (preview.moves && !preview.data)}
        >
          {say(ending ? 'dissolveNow' : 'save')}
        </Button>
        <Button onClick={ending ? () => setEnding(false) : onClose}>{say('cancel')}</Button>
        {group && !ending && (
          <Button className={classes.end} variant="subtle" onClick={() => setEnding(true)}>
            {say('dissolve')}
          </Button>
        )}
      </div>
    </form>
  );
}

/** What a form says; null: nothing would change, or nobody is in it. */
function deedOf(
  group: CustomerGroup | undefined,
  members: readonly Entity[],
  { name, kind }: { readonly name: string; readonly kind: GroupKind },
): GroupDeed | null {
  const ids = members.map(({ id }) => id);
  if (group === undefined)
    return ids.length === 0 ? null : { kind: 'make', group: { name, kind, entities: ids } };
  if (ids.length === 0) return { kind: 'dissolve', of: group };
  const before = new Set(group.entities.map(({ id }) => id));
  const change = {
    ...(name !== group.name && { name }),
    ...(kind !== group.kind && { kind }),
    ...(ids.some((id) => !before.has(id)) && { in: ids.filter((id) => !before.has(id)) }),
    ...([...before].some((id) => !ids.includes(id)) && {
      out: [...before].filter((id) => !ids.includes(id)),
    }),
  };
  return Object.keys(change).length === 0 ? null : { kind: 'change', of: group, change };
}
