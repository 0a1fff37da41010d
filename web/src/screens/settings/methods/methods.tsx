import { Button } from '@mantine/core';
import { useState } from 'react';
import { mainMethod } from '../../../../../src/domain/method.ts';
import { ErrorNote } from '../../../design/error-note.tsx';
import { Block } from '../../../design/page.tsx';
import { Skeleton } from '../../../design/skeleton.tsx';
import { useWords } from '../../../language/language.tsx';
import type { Method } from '../../../server/api.ts';
import { useMethods } from '../../../server/definitions.ts';
import classes from '../settings.module.css';
import { useMayDefine } from '../use-may-define.ts';
import { useSettings } from '../use-settings.ts';
import { freeId } from './method-draft.ts';
import { MethodForm } from './method-form.tsx';
import { MethodList } from './method-list.tsx';
import { MethodView } from './method-view.tsx';
import { NamedBases } from './named-bases.tsx';
import { methodsWords } from './words.ts';

/** A method in the form: a new one has no versions yet. */
interface Edited {
  readonly of: Method;
  readonly isNew: boolean;
}

export function Methods() {
  const say = useWords(methodsWords);
  const { search, change } = useSettings();
  const may = useMayDefine();
  const methods = useMethods();
  const [edited, setEdited] = useState<Edited>();
  if (methods.error) return <ErrorNote error={methods.error} retry={() => void methods.refetch()} />;
  if (!methods.data) return <Skeleton height={260} />;
  const all = methods.data.methods;
  const ids = all.map(({ id }) => id);
  const shown = all.find(({ id }) => id === search.method) ?? all[0];
  const likeIt = ({ ...of }: Method) =>
    setEdited({ of: { ...of, id: freeId(ids), name: { ru: '', en: '' } }, isNew: true });
  return (
    <div className={classes.halves}>
      <div className={classes.blocks}>
        <Block
          title={say('methods')}
          aside={
            may && (
              <Button onClick={() => likeIt(all.find(({ id }) => id === 'main') ?? (mainMethod as Method))}>
                {say('newMethod')}
              </Button>
            )
          }
        >
          <MethodList
            methods={all}
            shown={shown?.id}
            onShow={(id) => {
              setEdited(undefined);
              change({ method: id });
            }}
          />
        </Block>
        <NamedBases methods={all} />
      </div>
      {edited ? (
        <MethodForm
          key={edited.of.id}
          method={edited.of}
          isNew={edited.isNew}
          taken={ids}
          onDone={(saved) => {
            setEdited(undefined);
            if (saved) change({ method: saved.id });
          }}
        />
      ) : (
        shown && (
          <MethodView
            key={shown.id}
            method={shown}
            methods={all}
            onChange={() => setEdited({ of: shown, isNew: false })}
            onCopy={() => likeIt(shown)}
          />
        )
      )}
    </div>
  );
}
