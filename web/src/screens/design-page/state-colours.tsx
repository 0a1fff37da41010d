import { useComputedColorScheme } from '@mantine/core';
import { useEffect, useState } from 'react';
import { Block } from '../../design/page.tsx';
import { StateMark } from '../../design/state-mark.tsx';
import { designWords } from '../../design/words.ts';
import { useFormats } from '../../language/formats.ts';
import { useWords } from '../../language/language.tsx';
import { contrast, seenBy, visions } from './colour.ts';
import classes from './design-page.module.css';
import { designPageWords } from './words.ts';

const states = ['active', 'new', 'retained', 'reactivated', 'lost'] as const;
const shown = [
  ...['page', 'sidebar', 'raised', 'line', 'line2', 'control', 'fill', 'fill2', 'ink', 'ink2', 'ink3'],
  ...['accent', 'accent-soft', 'fact', 'fact-past', 'forecast', 'warning-text', 'error-text'],
] as const;

/** Colours of the theme that is on, as `#rrggbb`. */
function useTokens(names: readonly string[]): Readonly<Record<string, string>> {
  const scheme = useComputedColorScheme();
  const [tokens, setTokens] = useState<Readonly<Record<string, string>>>({});
  // biome-ignore lint/correctness/useExhaustiveDependencies: the theme changes what the page answers
  useEffect(() => {
    const style = getComputedStyle(document.documentElement);
    setTokens(
      Object.fromEntries(names.map((name) => [name, longHex(style.getPropertyValue(`--${name}`).trim())])),
    );
  }, [names, scheme]);
  return tokens;
}

/** Builds shorten `#ffffff` to `#fff`. */
const longHex = (hex: string): string =>
  /^#\w{3}$/.test(hex) ? hex.replace(/\w/g, (digit) => digit + digit) : hex.slice(0, 7);

const stateTokens = ['page', 'fact', 'new', 'retained', 'reactivated', 'lost'] as const;

/** The states with their shapes, as different eyes see them, and how they stand out from the page. */
export function StateColours() {
  const say = useWords(designPageWords);
  const names = useWords(designWords);
  const formats = useFormats();
  const tokens = useTokens(stateTokens);
  const page = tokens.page ?? '#ffffff';
  return (
    <Block title={say('states')}>
      <table className={classes.states}>
        <thead>
          <tr>
            <th scope="col">{say('state')}</th>
            <th scope="col" colSpan={2}>
              {say('colour')}
            </th>
          </tr>
        </thead>
        <tbody>
          {states.map((state) => {
            const hex = tokens[state === 'active' ? 'fact' : state] ?? '#000000';
            return (
              <tr key={state}>
                <th scope="row">
                  <StateMark state={state} /> {state === 'active' ? say('fact') : names(state)}
                </th>
                <td>
                  <span className={classes.samples}>
                    {visions.map((vision) => (
                      <i key={vision} style={{ background: seenBy(hex, vision) }} />
                    ))}
                  </span>
                </td>
                <td className="number">
                  {hex.toUpperCase()} <span className="muted">{formats.number(contrast(hex, page), 1)}</span>
                </td>
              </tr>
            );
          })}
          <tr>
            <th scope="row">
              <StateMark state="notYet" /> {names('notYet')}
            </th>
            <td colSpan={2}>
              <Hatch id="hatch-not-yet" /> {say('notYetIs')}
            </td>
          </tr>
          <tr>
            <th scope="row">{say('forecast')}</th>
            <td colSpan={2}>
              <Hatch id="hatch-forecast" /> {say('forecastIs')}
            </td>
          </tr>
          <tr>
            <th scope="row">{say('plan')}</th>
            <td colSpan={2}>
              <i className={classes.plan} /> {say('planIs')}
            </td>
          </tr>
        </tbody>
      </table>
      <p className={classes.small}>{say('visions')}</p>
    </Block>
  );
}

const Hatch = ({ id }: { readonly id: string }) => (
  <svg width="40" height="14" aria-hidden="true" className={classes.hatch}>
    <rect width="40" height="14" fill={`url(#${id})`} />
  </svg>
);

/** The other colours, by their names. */
export function Tokens() {
  const say = useWords(designPageWords);
  const tokens = useTokens(shown);
  return (
    <Block title={say('tokens')}>
      <ul className={classes.tokens}>
        {shown.map((name) => (
          <li key={name}>
            <i style={{ background: `var(--${name})` }} />
            <span>{name}</span>
            <span className="muted">{tokens[name]?.toUpperCase()}</span>
          </li>
        ))}
      </ul>
    </Block>
  );
}
