import { Modal } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef, useState } from 'react';
import { useWords } from '../language/language.tsx';
import classes from './keys.module.css';
import { sections } from './sections.ts';
import { undoLast } from './undo.tsx';
import { appWords } from './words.ts';

const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLElement &&
  (target.isContentEditable || /^(INPUT|TEXTAREA|SELECT)$/.test(target.tagName));

/** Keys that hold on every page, by the place of the key (`code`): a Russian layout is no obstacle. */
export function Keys() {
  const say = useWords(appWords);
  const navigate = useNavigate();
  const [shown, setShown] = useState(false);
  const going = useRef(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isTyping(event.target)) return;
      if ((event.ctrlKey || event.metaKey) && event.code === 'KeyZ' && !event.shiftKey) {
        event.preventDefault();
        void undoLast({ undone: say('undone'), nothing: say('nothingToUndo') });
        return;
      }
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (
        event.key === '?' ||
        (event.shiftKey && event.code === 'Slash') ||
        (event.key === ',' && event.shiftKey)
      ) {
        event.preventDefault();
        setShown(true);
      } else if (event.code === 'Slash') {
        const search = document.querySelector<HTMLInputElement>('[data-page-search]');
        if (search === null) return;
        event.preventDefault();
        search.focus();
        search.select();
      } else if (event.code === 'KeyG') {
        going.current = true;
        setTimeout(() => {
          going.current = false;
        }, 1200);
      } else if (going.current) {
        going.current = false;
        const section = sections.find(({ key }) => `Key${key.toUpperCase()}` === event.code);
        if (section) void navigate({ to: section.path });
      }
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [navigate, say]);
  const keys = [
    ['Ctrl K', say('keysPalette')],
    ['/', say('keysSearch')],
    ['G → D, E, C, I, S', say('keysGo')],
    ['↑ ↓ ← →', say('keysArrows')],
    ['Ctrl Enter', say('keysSave')],
    ['Ctrl Z', say('keysUndo')],
    ['Esc', say('keysClose')],
    ['?', say('keysHelp')],
  ] as const;
  return (
    <Modal opened={shown} onClose={() => setShown(false)} title={say('keys')}>
      <dl className={classes.keys}>
        {keys.map(([key, meaning]) => (
          <div key={key}>
            <dt>
              <kbd>{key}</kbd>
            </dt>
            <dd>{meaning}</dd>
          </div>
        ))}
      </dl>
    </Modal>
  );
}
