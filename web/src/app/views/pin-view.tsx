import { ActionIcon, Button, Popover } from '@mantine/core';
import { Link, useNavigate } from '@tanstack/react-router';
import { Pencil, Pin, X } from 'lucide-react';
import { useState } from 'react';
import { useWords } from '../../language/language.tsx';
import type { SavedView } from '../../server/api.ts';
import { did } from '../undo.tsx';
import {
  addressOfView,
  addView,
  changeView,
  isStateOf,
  removeView,
  stateOfView,
  useViews,
} from './use-views.ts';
import { ViewForm } from './view-form.tsx';
import classes from './views.module.css';
import { viewWords } from './words.ts';

const size = { size: 14, strokeWidth: 1.8 };

/** Pins a screen as it is set up, for oneself or for roles too, and lists what has been pinned. */
export function PinView({
  screen,
  state,
  name,
  opened,
}: {
  /** The first part of the address of the screen. */
  readonly screen: string;
  /** What its address says, without what is open in the drawer. */
  readonly state: Readonly<Record<string, unknown>>;
  /** What to call it. */
  readonly name: string;
  /** The view that the screen was opened with. */
  readonly opened?: number;
}) {
  const say = useWords(viewWords);
  const navigate = useNavigate();
  const [shown, setShown] = useState(false);
  const [edited, setEdited] = useState<SavedView>();
  const views = useViews().filter((view) => view.screen === screen);
  const current = views.find(({ id }) => id === opened);
  const changed = current !== undefined && !isStateOf(current, state);
  const go = (view: SavedView) => navigate({ ...addressOfView(view), replace: true });
  const pin = async (named: string, roles: SavedView['roles']) => {
    const view = await addView({ screen, name: named, state: stateOfView(state), roles });
    setShown(false);
    await go(view);
    did(say('pinned', { name: view.name }), () => removeView(view.id));
  };
  const change = async (before: SavedView, next: Partial<Pick<SavedView, 'name' | 'roles' | 'state'>>) => {
    const view = await changeView(before.id, next);
    setEdited(undefined);
    did(say('changed', { name: view.name }), async () => {
      const { name: named, roles, state: kept } = before;
      await changeView(before.id, { name: named, roles, state: kept });
    });
  };
  const remove = async (view: SavedView) => {
    await removeView(view.id);
    did(say('removed', { name: view.name }), async () => {
      await addView(view);
    });
  };
  return (
    <Popover
      opened={shown}
      onChange={setShown}
      onClose={() => setEdited(undefined)}
      trapFocus
      position="bottom-end"
    >
      <Popover.Target>
        <Button
          leftSection={<Pin size={16} strokeWidth={1.8} aria-hidden />}
          onClick={() => setShown((is) => !is)}
        >
          {say('pin')}
        </Button>
      </Popover.Target>
      <Popover.Dropdown>
        <div className={classes.panel}>
          {edited ? (
            <>
              <ViewForm
                key={edited.id}
                name={edited.name}
                roles={edited.roles}
                verb={say('save')}
                onSave={(named, roles) => change(edited, { name: named, roles })}
              />
              <Button variant="subtle" onClick={() => setEdited(undefined)}>
                {say('back')}
              </Button>
            </>
          ) : (
            <>
              {current?.changeable && changed && (
                <Button variant="filled" onClick={() => void change(current, { state: stateOfView(state) })}>
                  {say('keepChanges', { name: current.name })}
                </Button>
              )}
              <ViewForm
                name={current ? '' : name.slice(0, 120)}
                roles={[]}
                verb={say(current ? 'pinNew' : 'pin')}
                onSave={pin}
              />
              <section className={classes.list} aria-label={say('views')}>
                {views.length === 0 && <p className="muted">{say('noViews')}</p>}
                <ul>
                  {views.map((view) => (
                    <li key={view.id} className={classes.view} data-current={view.id === opened || undefined}>
                      <Link {...addressOfView(view)} onClick={() => setShown(false)} title={view.name}>
                        {view.name}
                        {view.roles.length > 0 && <small>{say('sharedMark')}</small>}
                        {!view.own && view.owner !== '' && (
                          <small>{say('ofOwner', { owner: view.owner })}</small>
                        )}
                      </Link>
                      {view.changeable && (
                        <>
                          <ActionIcon
                            variant="subtle"
                            color="gray"
                            size={26}
                            aria-label={say('rename', { name: view.name })}
                            onClick={() => setEdited(view)}
                          >
                            <Pencil {...size} />
                          </ActionIcon>
                          <ActionIcon
                            variant="subtle"
                            color="gray"
                            size={26}
                            aria-label={say('remove', { name: view.name })}
                            onClick={() => void remove(view)}
                          >
                            <X {...size} />
                          </ActionIcon>
                        </>
                      )}
                    </li>
                  ))}
                </ul>
              </section>
            </>
          )}
        </div>
      </Popover.Dropdown>
    </Popover>
  );
}
