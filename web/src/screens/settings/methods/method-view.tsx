import { Button } from '@mantine/core';
import { Block } from '../../../design/page.tsx';
import { useLanguage, useWords } from '../../../language/language.tsx';
import type { Method } from '../../../server/api.ts';
import classes from '../settings.module.css';
import { useMayDefine } from '../use-may-define.ts';
import { MethodComparison } from './method-comparison.tsx';
import own from './methods.module.css';
import { useRules } from './use-rules.ts';
import { methodsWords } from './words.ts';

/** A method in words, and what it counts beside its earlier versions and other methods. */
export function MethodView({
  method,
  methods,
  onChange,
  onCopy,
}: {
  readonly method: Method;
  readonly methods: readonly Method[];
  readonly onChange: () => void;
  readonly onCopy: () => void;
}) {
  const say = useWords(methodsWords);
  const { language } = useLanguage();
  const rules = useRules()(method);
  const may = useMayDefine();
  return (
    <div>
      <Block title={method.name[language]} aside={say('idIs', { id: method.id, version: method.version })}>
        <ul className={own.rules}>
          {rules.map((rule) => (
            <li key={rule.words} data-own={rule.own || undefined}>
              {rule.words}
              {rule.own && <span className="sr-only">, {say('ownRule')}</span>}
            </li>
          ))}
        </ul>
        {may && (
          <div className={classes.lead}>
            <Button onClick={onChange}>{say('change')}</Button>
            <Button onClick={onCopy}>{say('copy')}</Button>
          </div>
        )}
      </Block>
      <MethodComparison method={method} methods={methods} />
    </div>
  );
}
