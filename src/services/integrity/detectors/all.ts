import type { Detector } from '../detector.ts';
import { addressClone } from './address-clone.ts';
import { alternating } from './alternating.ts';
import { backdated } from './backdated.ts';
import { cheapestTick } from './cheapest-tick.ts';
import { duplicateNew } from './duplicate-new.ts';
import { ghostClient } from './ghost-client.ts';
import { overload } from './overload.ts';
import { shipAndReturn } from './ship-and-return.ts';
import { splitSale } from './split-sale.ts';
import { zeroPrice } from './zero-price.ts';

export const detectors: readonly Detector[] = [
  cheapestTick,
  ghostClient,
  splitSale,
  shipAndReturn,
  overload,
  duplicateNew,
  alternating,
  addressClone,
  backdated,
  zeroPrice,
];
