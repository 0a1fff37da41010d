import { type ComponentType, type LazyExoticComponent, lazy } from 'react';
import type { Me, Permission } from '../../app/session.tsx';
import type { SettingsTab } from './state.ts';

interface Tab {
  readonly tab: SettingsTab;
  readonly needs?: Permission;
  /** It shows the company as a whole: whoever sees a part of it only may not. */
  readonly whole?: true;
  readonly part: LazyExoticComponent<ComponentType>;
}

const part = <Name extends string>(load: () => Promise<Readonly<Record<Name, ComponentType>>>, name: Name) =>
  lazy(async () => ({ default: (await load())[name] }));

/** The tabs in their order; each is loaded when it is looked at. */
const tabs: readonly Tab[] = [
  { tab: 'methods', needs: 'seeFigures', part: part(() => import('./methods/methods.tsx'), 'Methods') },
  { tab: 'calendar', needs: 'seeFigures', part: part(() => import('./calendar/calendar.tsx'), 'Calendar') },
  {
    tab: 'organisation',
    needs: 'seeFigures',
    part: part(() => import('./organisation/organisation.tsx'), 'Organisation'),
  },
  { tab: 'users', needs: 'manageUsers', part: part(() => import('./users/users.tsx'), 'Users') },
  { tab: 'keys', part: part(() => import('./keys/keys.tsx'), 'Keys') },
  {
    ...{ tab: 'personal', needs: 'handlePersonalData', whole: true },
    part: part(() => import('./personal/personal.tsx'), 'Personal'),
  },
  { tab: 'audit', needs: 'seeAudit', whole: true, part: part(() => import('./audit/audit.tsx'), 'Audit') },
  { tab: 'mine', part: part(() => import('./mine/mine.tsx'), 'Mine') },
];

/** The tabs that somebody may see. */
export const openTabs = ({ permissions, scope }: Pick<Me, 'permissions' | 'scope'>): readonly Tab[] =>
  tabs.filter(
    ({ needs, whole }) =>
      (needs === undefined || permissions.includes(needs)) && !(whole && scope.nodes !== null),
  );
