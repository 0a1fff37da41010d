import { notifications } from '@mantine/notifications';
import { useWords } from '../language/language.tsx';
import { queryClient } from '../server/query-client.ts';
import classes from './undo.module.css';
import { appWords } from './words.ts';

interface Deed {
  readonly label: string;
  readonly undo: () => Promise<void>;
}

let last: Deed | undefined;

/** Tells what has been done and remembers how to take it back: by the button, or Ctrl-Z. */
export function did(label: string, undo: () => Promise<void>): void {
  const deed = { label, undo };
  last = deed;
  notifications.show({ message: <Done deed={deed} />, autoClose: 8000, withCloseButton: false });
}

export const tell = (message: string): void => {
  notifications.show({ message, autoClose: 5000, withCloseButton: false });
};

/** Whoever takes back what is still on its way to the server means that; where it was refused, there is nothing to take back. */
export async function undoLast(say: { readonly undone: string; readonly nothing: string }): Promise<void> {
  if (!(await allDone())) return;
  const deed = last;
  if (deed === undefined) return tell(say.nothing);
  last = undefined;
  await takeBack(deed, say.undone);
}

/** When nothing is on its way any more: whether all of it came to a good end. */
async function allDone(): Promise<boolean> {
  const cache = queryClient.getMutationCache();
  const begun = cache.findAll({ status: 'pending' });
  const isOver = () => begun.every(({ state }) => state.status !== 'pending');
  if (!isOver())
    await new Promise<void>((resolve) => {
      const stop = cache.subscribe(() => {
        if (!isOver()) return;
        stop();
        resolve();
      });
    });
  return begun.every(({ state }) => state.status === 'success');
}

async function takeBack({ label, undo }: Deed, undone: string): Promise<void> {
  try {
    await undo();
    tell(`${undone}: ${label}`);
  } catch (error) {
    tell(error instanceof Error ? error.message : String(error));
  }
}

function Done({ deed }: { readonly deed: Deed }) {
  const say = useWords(appWords);
  const back = () => {
    if (last === deed) last = undefined;
    void takeBack(deed, say('undone'));
  };
  return (
    <span className={classes.done}>
      <span>{deed.label}</span>
      <button type="button" onClick={back}>
        {say('undo')}
      </button>
      <kbd>Ctrl Z</kbd>
    </span>
  );
}
