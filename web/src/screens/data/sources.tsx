import { Block } from '../../design/page.tsx';
import { useFormats } from '../../language/formats.ts';
import { useWords } from '../../language/language.tsx';
import type { AppliedImport } from '../../server/api.ts';
import classes from './data.module.css';
import { dataWords } from './words.ts';

/** Where the data came from, with the last import of each: their columns are remembered. */
export function Sources({ imports }: { readonly imports: readonly AppliedImport[] }) {
  const say = useWords(dataWords);
  const formats = useFormats();
  const bySource = Map.groupBy(imports, ({ source }) => source);
  if (bySource.size === 0) return null;
  return (
    <Block title={say('sources')} aside={say('sourcesAside')}>
      <ul className={classes.list}>
        {[...bySource].map(([source, made]) => (
          <li key={source}>
            <b>{source === 'main' ? say('mainSource') : source}</b>
            <span className="muted">
              {say('sourceLine', {
                imports: made.length,
                at: formats.date(made.at(-1)?.appliedAt.slice(0, 10)),
              })}
            </span>
          </li>
        ))}
      </ul>
    </Block>
  );
}
