import { z } from 'zod';
import { isKeepable } from './display-name.ts';

const ground = z.exactOptional(z.string().max(500).refine(isKeepable));

/**
 * On which legal basis and for what the company keeps what somebody writes of a person (152-ФЗ, art. 5 and 6). What is
 * left out is what the company says usually; where it says nothing, it is not stated, which is counted.
 */
export const grounds = z.strictObject({ basis: ground, purpose: ground });
export type Grounds = Readonly<z.infer<typeof grounds>>;
