import { Modal } from '@mantine/core';
import { useNavigate } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useWords } from '../language/language.tsx';
import classes from './keys.module.css';
import { keysList } from './keys-list.ts';
import { palette } from './palette-switch.ts';
import { sections } from './sections.ts';
import { undoLast } from './undo.tsx';
import { appWords } from './words.ts';

/** A box to tick takes no letters. */
const notTyped = new Set(['checkbox', 'radio', 'button', 'range', 'file']);
const isTyping = (target: EventTarget | null): boolean =>
  target instanceof HTMLInputElement
    ? !notTyped.has(target.type)
    : target instanceof HTMLElement &&
      (target.isContentEditable || /^(TEXTAREA|SELECT)$/.test(target.tagName));

/** Keys that hold on every page, by the place of the key (`code`): a Russian layout is no obstacle. */
export function Keys() {
  const say = useWords(appWords);
  const navigate = useNavigate();
  const shown = keysList.useIsOn();
  const going = useRef(false);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      const command = (event.ctrlKey || event.metaKey) && !event.altKey;
      if (command && event.code === 'KeyK' && !event.shiftKey) {
        event.preventDefault();
        palette.toggle();
        return;
      }
      if (command && event.key === 'Enter') {
        const form = event.target instanceof HTMLElement ? event.target.closest('form') : null;
        if (form === null) return;
        event.preventDefault();
        form.requestSubmit();
        return;
      }
      if (isTyping(event.target)) return;
      if (command && event.code === 'KeyZ' && !event.shiftKey) {
        event.preventDefault();
        void undoLast({ undone: say('undone'), nothing: say('nothingToUndo') });
        return;
      }
      if (event.ctrlKey || event.metaKey || event.altKey) return;
      if (event.key === '?' || (event.shiftKey && event.code === 'Slash')) {
        event.preventDefault();
        keysList.on();
      } else if (event.code === 'Slash' || event.key === '/') {
        const search = document.querySelector<HTMLInputElement>('[data-page-search]');
        if (search === null) return;
        event.preventDefault();
        search.focus();
        search.select();
      } else if (event.code === 'KeyN' && !going.current) {
        const button = document.querySelector<HTMLElement>('[data-page-new]');
        if (button === null || document.querySelector('[aria-modal]') !== null) return;
        event.preventDefault();
        button.click();
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
    ['N → 1 … 9', say('keysNew')],
    ['G → D, E, C, P, I, S', say('keysGo')],
    ['↑ ↓ ← →', say('keysArrows')],
    ['Ctrl Enter', say('keysSave')],
    ['Ctrl Z', say('keysUndo')],
    ['Esc', say('keysClose')],
    ['?', say('keysHelp')],
  ] as const;
  return (
    <Modal
      opened={shown}
      onClose={keysList.off}
      title={say('keys')}
      closeButtonProps={{ 'aria-label': say('close') }}
    >
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
      <p className={classes.layout}>{say('layout')}</p>
    </Modal>
  );
}
