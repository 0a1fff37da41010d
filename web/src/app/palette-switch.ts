import { createSwitch } from './switch.ts';

/** Whether the palette is open. */
export const palette = createSwitch();
