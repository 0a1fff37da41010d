import { ActionIcon } from '@mantine/core';
import { useQuery } from '@tanstack/react-query';
import { ChevronDown, ChevronUp, X } from 'lucide-react';
import { type ReactNode, useEffect, useRef } from 'react';
import { Empty } from '../design/empty.tsx';
import { ErrorNote } from '../design/error-note.tsx';
import { Skeleton } from '../design/skeleton.tsx';
import { useFormats } from '../language/formats.ts';
import { useLanguage, useWords } from '../language/language.tsx';
import { api } from '../server/api.ts';
import { DrillActions } from './drill-actions.tsx';
import classes from './drill-drawer.module.css';
import { DrillSplit } from './drill-split.tsx';
import type { Drill } from './drill-state.ts';
import { DrillTabs } from './drill-tabs.tsx';
import { useNeighbours } from './neighbours.ts';
import { useDrill } from './use-drill.ts';
import { drillWords } from './words.ts';

/** The customers behind a figure, with the rule in words; beside the page where there is room. */
export function DrillDrawer() {
  const { drill, close } = useDrill();
  return drill ? <Opened drill={drill} close={close} /> : null;
}

function Opened({ drill, close }: { readonly drill: Drill; readonly close: () => void }) {
  const say = useWords(drillWords);
  const formats = useFormats();
  const { language } = useLanguage();
  const drawer = useRef<HTMLElement>(null);
  const neighbours = useNeighbours();
  const size = useQuery({
    queryKey: ['set-size', drill.set, language],
    queryFn: ({ signal }) => api.setSize({ body: { set: drill.set } }, { signal }),
  });
  const opener = useRef<Element | null>(null);
  useEffect(() => {
    opener.current = document.activeElement;
    drawer.current?.focus({ preventScroll: true });
    return () => {
      if (opener.current instanceof HTMLElement) opener.current.focus({ preventScroll: true });
    };
  }, []);
  // biome-ignore lint/correctness/useExhaustiveDependencies: whoever has walked on goes back to the cell where he is
  useEffect(() => {
    opener.current = document.querySelector('main button[data-chosen]') ?? opener.current;
  }, [drill]);
  useEffect(() => {
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented) return;
      if (event.key === 'Escape') close();
      const step =
        event.key === 'ArrowUp'
          ? neighbours?.above
          : event.key === 'ArrowDown'
            ? neighbours?.below
            : undefined;
      const inside = event.target instanceof HTMLElement && drawer.current?.contains(event.target) === true;
      if (!step || !inside || (event.target as HTMLElement).matches('input, textarea, select')) return;
      event.preventDefault();
      step();
    };
    document.addEventListener('keydown', onKey);
    return () => document.removeEventListener('keydown', onKey);
  }, [close, neighbours]);
  return (
    <aside
      ref={drawer}
      className={classes.drawer}
      tabIndex={-1}
      aria-label={say('title')}
      data-testid="drill"
    >
      <header className={classes.head}>
        <p className={classes.path}>{drill.path.join(' · ')}</p>
        <h2 className={classes.title}>
          {size.data ? (
            say('count', { n: size.data.size, unit: drill.set.unit })
          ) : (
            <Skeleton width={140} height={28} />
          )}
        </h2>
        <div className={classes.steps}>
          {neighbours && (
            <>
              <Step label={say('previous')} onClick={neighbours.above}>
                <ChevronUp size={16} strokeWidth={1.8} />
              </Step>
              <Step label={say('next')} onClick={neighbours.below}>
                <ChevronDown size={16} strokeWidth={1.8} />
              </Step>
            </>
          )}
          <Step label={say('close')} onClick={close}>
            <X size={16} strokeWidth={1.8} />
          </Step>
        </div>
      </header>
      <div className={classes.body}>
        {size.error && <ErrorNote error={size.error} retry={() => void size.refetch()} />}
        <DrillSplit drill={drill} />
        {size.data && (
          <p className={classes.how}>
            <b>{say('howCounted')}</b> {size.data.reading}
          </p>
        )}
        {size.data?.size === 0 && <Empty title={say('nobody')}>{say('nobodyWhy')}</Empty>}
        {size.data !== undefined && size.data.size > 0 && (
          <DrillTabs drill={drill} size={size.data.size} formats={formats} />
        )}
      </div>
      <DrillActions key={JSON.stringify(drill.set)} drill={drill} />
    </aside>
  );
}

const Step = ({
  label,
  onClick,
  children,
}: {
  readonly label: string;
  readonly onClick: (() => void) | undefined;
  readonly children: ReactNode;
}) => (
  <ActionIcon
    variant="subtle"
    color="gray"
    onClick={onClick}
    disabled={!onClick}
    aria-label={label}
    title={label}
  >
    {children}
  </ActionIcon>
);
