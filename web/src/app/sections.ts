import {
  BadgeCheck,
  Building2,
  Coins,
  Copy,
  Database,
  LayoutDashboard,
  type LucideIcon,
  Network,
  Phone,
  Settings,
  ShieldAlert,
  Table2,
  Target,
} from 'lucide-react';
import type { Permission } from './session.tsx';
import type { appWords } from './words.ts';

export interface Section {
  readonly path: string;
  readonly word: keyof typeof appWords;
  readonly icon: LucideIcon;
  readonly needs?: Permission;
  /** Stands apart, at the foot. */
  readonly foot?: boolean;
  /** Heading above it and those that follow with the same one. */
  readonly under?: keyof typeof appWords;
  /** Stands in the bar of a telephone, under this word. */
  readonly bar?: keyof typeof appWords;
  /** `g` and this key go there. */
  readonly key: string;
}

/** The sections of the application in the order of the sidebar. A new screen is a line here and a route in `router.tsx`. */
export const sections: readonly Section[] = [
  { path: '/', word: 'dashboard', icon: LayoutDashboard, needs: 'seeFigures', key: 'd' },
  { path: '/explorer', word: 'explorer', icon: Table2, needs: 'seeFigures', key: 'e' },
  { path: '/calls', word: 'calls', icon: Phone, needs: 'seeCustomers', key: 'l', bar: 'callsShort' },
  {
    path: '/customers',
    word: 'customers',
    icon: Building2,
    needs: 'seeCustomers',
    key: 'c',
    bar: 'customers',
  },
  { path: '/groups', word: 'groups', icon: Network, needs: 'seeCustomers', key: 'r' },
  { path: '/plan', word: 'plan', icon: Target, needs: 'seeFigures', key: 'p', bar: 'planShort' },
  { path: '/bonus', word: 'bonus', icon: Coins, needs: 'seeBonus', key: 'b' },
  {
    ...{ path: '/integrity', word: 'integrity', icon: ShieldAlert, needs: 'reviewSignals' },
    ...{ under: 'control', key: 'k' },
  },
  { path: '/data', word: 'data', icon: Database, under: 'control', key: 'i' },
  {
    ...{ path: '/quality', word: 'quality', icon: BadgeCheck, needs: 'seeCustomers' },
    ...{ under: 'control', key: 'q' },
  },
  {
    ...{ path: '/duplicates', word: 'duplicates', icon: Copy, needs: 'mergeCustomers' },
    ...{ under: 'control', key: 'u' },
  },
  { path: '/settings', word: 'settings', icon: Settings, foot: true, key: 's' },
];
