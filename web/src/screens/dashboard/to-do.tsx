import { Button } from '@mantine/core';
import { type NavigateOptions, useNavigate } from '@tanstack/react-router';
import { type LucideIcon, Phone, Repeat, ShieldAlert, Undo2 } from 'lucide-react';
import { useMay } from '../../app/session.tsx';
import { Block } from '../../design/page.tsx';
import { Skeleton } from '../../design/skeleton.tsx';
import { useFormats } from '../../language/formats.ts';
import { useWords } from '../../language/language.tsx';
import { useCallGroups, useSignalCounts } from '../../server/to-do.ts';
import classes from './dashboard.module.css';
import { dashboardWords } from './words.ts';

/** The three things to do today that bring most, each with the way to its list. */
export function ToDo() {
  const say = useWords(dashboardWords);
  const formats = useFormats();
  const navigate = useNavigate();
  const maySeeCustomers = useMay('seeCustomers');
  const mayReview = useMay('reviewSignals');
  const calls = useCallGroups(maySeeCustomers);
  const signals = useSignalCounts(mayReview);
  const isKnown = !(maySeeCustomers && calls.isPending) && !(mayReview && signals.isPending);
  if (!isKnown)
    return (
      <Block title={say('toDo')}>
        <Skeleton height={150} />
      </Block>
    );
  const of = (name: 'urgent' | 'rules' | 'winBack') => calls.data?.groups.find(({ group }) => group === name);
  const found = signals.data?.counts.new ?? 0;
  const money = (group: ReturnType<typeof of>) => formats.money(Math.round(Number(group?.expected ?? 0)));
  const closes = calls.data?.closes.sales;
  const gap = closes
    ? say('closesGap', { enough: closes.enough ?? 0, share: formats.percent(closes.share) })
    : '';
  const all: readonly Thing[] = [
    {
      ...{ icon: Phone, n: of('urgent')?.size ?? 0, what: 'toCall', more: 'toCallMore', act: 'callNow' },
      ...{ sum: money(of('urgent')), gap, to: { to: '/calls' } },
    },
    {
      ...{ icon: Repeat, n: of('rules')?.size ?? 0, what: 'byRules', more: 'byRulesMore', act: 'offer' },
      ...{ sum: '', to: { to: '/calls', search: { group: 'rules' } } },
    },
    {
      ...{ icon: ShieldAlert, n: found, what: 'toCheck', more: 'toCheckMore', act: 'check' },
      ...{ sum: '', to: { to: '/integrity' } },
    },
    {
      ...{ icon: Undo2, n: of('winBack')?.size ?? 0, what: 'winBack', more: 'winBackMore', act: 'callNow' },
      ...{ sum: money(of('winBack')), to: { to: '/calls', search: { group: 'winBack' } } },
    },
  ];
  const things = all.filter(({ n }) => n > 0).slice(0, 3);
  return (
    <Block title={say('toDo')}>
      {things.length === 0 && <p className="muted">{say('nothingToDo')}</p>}
      <ul className={classes.things}>
        {things.map(({ icon: Icon, n, what, more, act, sum, gap, to }) => (
          <li key={what}>
            <Icon size={18} strokeWidth={1.8} aria-hidden />
            <span>
              <b>{say(what, { n })}</b>
              <span className="muted">{[say(more, { n, sum }), gap].filter(Boolean).join(' · ')}</span>
            </span>
            <Button size="compact-sm" onClick={() => void navigate(to)}>
              {say(act)}
            </Button>
          </li>
        ))}
      </ul>
    </Block>
  );
}

interface Thing {
  readonly icon: LucideIcon;
  readonly n: number;
  readonly what: 'toCall' | 'byRules' | 'toCheck' | 'winBack';
  readonly more: 'toCallMore' | 'byRulesMore' | 'toCheckMore' | 'winBackMore';
  readonly act: 'callNow' | 'offer' | 'check';
  readonly sum: string;
  /** What it would close of the gap to the plan. */
  readonly gap?: string;
  readonly to: NavigateOptions;
}
