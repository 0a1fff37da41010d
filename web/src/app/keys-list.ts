import { createSwitch } from './switch.ts';

/** The list of keys. */
export const keysList = createSwitch();
