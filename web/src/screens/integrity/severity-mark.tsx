import { type Severity, severities } from '../../../../src/domain/integrity/score.ts';
import { useWords } from '../../language/language.tsx';
import classes from './integrity.module.css';
import { integrityWords } from './words.ts';

/** One, two or three squares and the word. */
export function SeverityMark({ severity }: { readonly severity: Severity }) {
  const say = useWords(integrityWords);
  const filled = severities.length - severities.indexOf(severity);
  return (
    <span className={classes.severity} title={say('severity')}>
      <span aria-hidden="true">
        {severities.map((one, at) => (
          <i key={one} data-filled={at < filled || undefined} />
        ))}
      </span>
      {say(`severity.${severity}`)}
    </span>
  );
}
