import { z } from 'zod';
import { auditActions } from '../../../../src/domain/audit.ts';

export const settingsTabs = [
  'methods',
  'calendar',
  'organisation',
  'users',
  'keys',
  'personal',
  'audit',
  'mine',
] as const;
export type SettingsTab = (typeof settingsTabs)[number];

/** What the address of the page says; nothing: the methods. */
export const settingsState = z.object({
  tab: z.enum(settingsTabs).optional(),
  /** The method looked at. */
  method: z.string().max(40).optional(),
  /** The calendar looked at; branch 0 is the company. */
  branch: z.int().nonnegative().optional(),
  year: z.int().min(1990).max(2148).optional(),
  /** The organisation as of a day, and the member looked at. */
  day: z.iso.date().optional(),
  member: z.int().positive().optional(),
  /** The trail: by whom, what, on which days (both included), about what. */
  who: z.union([z.literal('holder'), z.int().positive()]).optional(),
  what: z.enum(auditActions).optional(),
  from: z.iso.date().optional(),
  to: z.iso.date().optional(),
  subject: z
    .string()
    .max(300)
    .regex(/^[A-Za-z]+(:.+)?$/)
    .optional(),
});
export type SettingsState = z.output<typeof settingsState>;
