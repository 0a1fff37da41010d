import { type CSSVariablesResolver, createTheme, type MantineColorsTuple } from '@mantine/core';

const shades = (of: string) => Array.from({ length: 10 }, () => of) as unknown as MantineColorsTuple;

/** Mantine paints with our tokens (`tokens.css`): one place says what a colour is, in light and dark. */
export const theme = createTheme({
  fontFamily: "'Inter Core', 'Inter Variable', Inter, system-ui, 'Segoe UI', Roboto, sans-serif",
  primaryColor: 'accent',
  colors: { accent: shades('var(--accent)') },
  defaultRadius: 6,
  focusRing: 'auto',
  cursorType: 'pointer',
  fontSizes: { xs: '12px', sm: '13px', md: '13px', lg: '15px', xl: '20px' },
  lineHeights: { xs: '16px', sm: '20px', md: '20px', lg: '22px', xl: '28px' },
  spacing: { xs: '4px', sm: '8px', md: '12px', lg: '16px', xl: '24px' },
  components: {
    Button: { defaultProps: { size: 'compact-sm', h: 30, variant: 'default' } },
    TextInput: { defaultProps: { size: 'xs' } },
    Textarea: { defaultProps: { size: 'xs' } },
    PasswordInput: { defaultProps: { size: 'xs' } },
    NumberInput: { defaultProps: { size: 'xs' } },
    Select: { defaultProps: { size: 'xs', checkIconPosition: 'right', withScrollArea: false } },
    MultiSelect: { defaultProps: { size: 'xs', withScrollArea: false } },
    Checkbox: { defaultProps: { size: 'xs' } },
    Switch: { defaultProps: { size: 'xs' } },
    Menu: {
      defaultProps: {
        ...{ shadow: 'none', radius: 10, position: 'bottom-start', offset: 4 },
        // A menu holds nothing but its items, and stands in a landmark (`app/providers.tsx`).
        ...{ withInitialFocusPlaceholder: false, portalProps: { target: '#menus' } },
      },
    },
    Popover: { defaultProps: { shadow: 'none', radius: 10, position: 'bottom-start', offset: 4 } },
    Modal: { defaultProps: { radius: 10, centered: true, overlayProps: { opacity: 0.35 } } },
    Tooltip: { defaultProps: { openDelay: 400, withinPortal: true } },
  },
});

const ours = {
  '--mantine-color-body': 'var(--page)',
  '--mantine-color-text': 'var(--ink)',
  '--mantine-color-dimmed': 'var(--ink3)',
  '--mantine-color-placeholder': 'var(--ink3)',
  '--mantine-color-default': 'var(--page)',
  '--mantine-color-default-hover': 'var(--fill)',
  '--mantine-color-default-color': 'var(--ink)',
  '--mantine-color-default-border': 'var(--line2)',
  '--mantine-color-anchor': 'var(--accent)',
  '--mantine-color-error': 'var(--error-text)',
  '--mantine-color-disabled': 'var(--fill)',
  '--mantine-color-disabled-color': 'var(--ink3)',
  '--mantine-primary-color-filled': 'var(--accent)',
  '--mantine-primary-color-filled-hover': 'var(--accent-hover)',
  '--mantine-primary-color-contrast': 'var(--on-accent)',
  '--mantine-primary-color-light': 'var(--accent-soft)',
  '--mantine-primary-color-light-hover': 'var(--accent-soft)',
  '--mantine-primary-color-light-color': 'var(--accent)',
  '--mantine-color-accent-filled': 'var(--accent)',
  '--mantine-color-accent-filled-hover': 'var(--accent-hover)',
  '--mantine-color-accent-light': 'var(--accent-soft)',
  '--mantine-color-accent-light-color': 'var(--accent)',
};

export const resolveVariables: CSSVariablesResolver = () => ({ variables: ours, light: ours, dark: ours });
