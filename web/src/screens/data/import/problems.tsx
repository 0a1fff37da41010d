import { useWords } from '../../../language/language.tsx';
import type { SaidProblem } from '../../../server/api.ts';
import { importWords } from './words.ts';

/** What the server found wrong, in our words where its own speak of the command line. */
export function Problems({ problems }: { readonly problems: readonly SaidProblem[] }) {
  const say = useWords(importWords);
  const texts = problems.map(({ code, text, params }) => {
    const own = `problem.${code}`;
    return own in importWords ? say(own as 'problem.importStale', params) : (text ?? code);
  });
  return (
    <>
      {[...new Set(texts)].map((text) => (
        <p key={text}>{text}</p>
      ))}
    </>
  );
}
