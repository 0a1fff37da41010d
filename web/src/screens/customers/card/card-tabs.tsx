import { Link } from '@tanstack/react-router';
import { useEffect, useRef } from 'react';
import { useWords } from '../../../language/language.tsx';
import type { Who } from './ask.ts';
import classes from './card-tabs.module.css';
import { type CardTab, cardTabs } from './state.ts';
import { cardWords } from './words.ts';

/** The parts of a card, in its address. */
export function CardTabs({ who, tab }: { readonly who: Who; readonly tab: CardTab | undefined }) {
  const say = useWords(cardWords);
  const tabs = useRef<HTMLElement>(null);
  // biome-ignore lint/correctness/useExhaustiveDependencies: the chosen one is seen where there is no room for all.
  useEffect(() => {
    const chosen = tabs.current?.querySelector<HTMLElement>('[aria-current]');
    if (tabs.current && chosen) tabs.current.scrollLeft = chosen.offsetLeft - tabs.current.clientWidth / 2;
  }, [tab]);
  return (
    <nav ref={tabs} aria-label={say('tabs')} className={classes.tabs}>
      {([undefined, ...cardTabs] as const).map((one) => (
        <Link
          key={one ?? 'profile'}
          to="/customers/$unit/$id"
          params={{ unit: who.unit, id: String(who.id) }}
          search={one === undefined ? {} : { tab: one }}
          className={classes.tab}
          activeProps={{}}
          activeOptions={{ exact: true, includeSearch: true }}
          resetScroll={false}
          {...(one === tab && { 'aria-current': 'page' as const })}
        >
          {say('tab', { tab: one ?? 'profile' })}
        </Link>
      ))}
    </nav>
  );
}
