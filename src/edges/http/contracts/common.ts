import { z } from 'zod';
import { isKeepable } from '../../../domain/display-name.ts';

/** A list as the rest of the product has them. */
export const list = <Item extends z.ZodType>(item: Item) => z.array(item).readonly();

/** A field that may be left out but is never `undefined`. */
export const optional = <Schema extends z.ZodType>(schema: Schema) => z.exactOptional(schema);

/** Text of a client: nothing that a database could not keep. */
export const text = (longest: number) => z.string().max(longest).refine(isKeepable);

export const isoDate = z.string().meta({ format: 'date' });
/** Exact decimal text: no reader turns it into a float. */
export const decimal = z.string().meta({ pattern: '^-?\\d+(\\.\\d+)?$' });
export const count = z.int().nonnegative();
export const importId = z.coerce.number().int().positive();

/** A period as people write it: `2011-11`, `2011-Q4`, `2011-09..2011-11`, `last:30d`. */
export const periodText = text(100).min(1);

const problemParts = z.object({
  code: text(100),
  place: optional(
    z
      .object({
        file: optional(text(4096)),
        sheet: optional(text(1024)),
        row: optional(z.number()),
        column: optional(text(1024)),
      })
      .readonly(),
  ),
  params: optional(z.record(text(100), z.union([text(100_000), z.number()])).readonly()),
});

export const problem = problemParts.readonly().meta({ id: 'Problem' });

/** Words of ours, in the language of Accept-Language. */
export const inWords = optional(z.string());

/** What answers have: a problem with its sentence. */
export const saidProblem = problemParts.extend({ text: inWords }).readonly().meta({ id: 'SaidProblem' });

/** RFC 9457. `detail` is in the language of Accept-Language; `problems` are the same by code, for programs. */
export const problemDetails = z
  .object({
    type: z.string(),
    title: z.string(),
    status: z.int(),
    detail: z.string(),
    problems: list(problem),
    /** Of a failure of the product itself: what to look for in its standard error. */
    reference: optional(z.string()),
  })
  .meta({ id: 'ProblemDetails' });
