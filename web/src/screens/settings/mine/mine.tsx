import { SegmentedControl, useMantineColorScheme } from '@mantine/core';
import { type ReactNode, useState } from 'react';
import { useEyes } from '../../../app/borrowed-eyes.ts';
import { type Density, density, setDensity } from '../../../app/density.ts';
import { useMe } from '../../../app/session.tsx';
import { Note } from '../../../design/note.tsx';
import { Block } from '../../../design/page.tsx';
import { useLanguage, useWords } from '../../../language/language.tsx';
import type { Language } from '../../../language/words.ts';
import classes from '../settings.module.css';
import own from './mine.module.css';
import { MySessions } from './my-sessions.tsx';
import { PasswordForm } from './password-form.tsx';
import { mineWords } from './words.ts';

const themes = ['auto', 'light', 'dark'] as const;
const densities = ['dense', 'roomy'] as const;

/** One's own taste, password and sessions. */
export function Mine() {
  const say = useWords(mineWords);
  const me = useMe();
  const lent = useEyes() !== undefined;
  const { language, choose } = useLanguage();
  const { colorScheme, setColorScheme } = useMantineColorScheme();
  const [rows, setRows] = useState<Density>(density);
  return (
    <div className={classes.halves}>
      <Block title={say('look')}>
        <Choice label={say('theme')}>
          <SegmentedControl
            aria-label={say('theme')}
            size="xs"
            data={themes.map((theme) => ({ value: theme, label: say(theme) }))}
            value={colorScheme}
            onChange={(theme) => setColorScheme(theme as (typeof themes)[number])}
          />
        </Choice>
        <Choice label={say('language')}>
          <SegmentedControl
            aria-label={say('language')}
            size="xs"
            data={[
              { value: 'ru', label: 'Русский' },
              { value: 'en', label: 'English' },
            ]}
            value={language}
            onChange={(chosen) => choose(chosen as Language)}
          />
        </Choice>
        <Choice label={say('density')}>
          <SegmentedControl
            aria-label={say('density')}
            size="xs"
            data={densities.map((one) => ({ value: one, label: say(one) }))}
            value={rows}
            onChange={(chosen) => {
              setDensity(chosen as Density);
              setRows(chosen as Density);
            }}
          />
        </Choice>
      </Block>
      {lent || me.user === null ? (
        <div>
          <Note>{say(lent ? 'lent' : 'byLink')}</Note>
        </div>
      ) : (
        <div className={classes.blocks}>
          {me.by === 'session' && <PasswordForm login={me.user.login} />}
          <MySessions />
        </div>
      )}
    </div>
  );
}

const Choice = ({ label, children }: { readonly label: string; readonly children: ReactNode }) => (
  <div className={own.choice}>
    <span>{label}</span>
    {children}
  </div>
);
