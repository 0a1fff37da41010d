import { Refusal } from '../../domain/problem.ts';

/** Lets so many in at a time and refuses the others at once: waiting ones would only wait longer. */
export function createGate(most: number): () => () => void {
  let inside = 0;
  return () => {
    if (inside >= most) throw new Refusal({ code: 'tooManyRequests' });
    inside++;
    let left = false;
    return () => {
      if (!left) inside--;
      left = true;
    };
  };
}
