import { z } from 'zod';

/** Databases keep neither \u0000 nor half of a surrogate pair. */
export const isKeepable = (text: string): boolean => text.isWellFormed() && !text.includes('\0');

/** What people call a user, a key, a view, a set: trimmed, at most 120 characters. */
export const displayName = z.string().trim().min(1).max(120).refine(isKeepable);
