import { remember, remembered } from './remembered.ts';

const densities = ['dense', 'roomy'] as const;
export type Density = (typeof densities)[number];

/** How high rows of tables are in this browser. */
export const density = (): Density => remembered('akb-density', densities) ?? 'dense';

export function setDensity(chosen: Density): void {
  remember('akb-density', chosen);
  document.documentElement.dataset.density = chosen;
}
