/** The one theme: every pair of colors here stands in the contrast table of the design and passes WCAG AA. */
import { createTheme, defaultVariantColorsResolver, type CSSVariablesResolver, type MantineColorsTuple } from '@mantine/core';

const lake: MantineColorsTuple = ['#E0EFEF', '#C6DCDD', '#ADC8CB', '#94B6B9', '#7CA3A8', '#639197', '#4B7F86', '#306D76', '#0E5C66', '#0A444C'];
const moss: MantineColorsTuple = ['#E6F0DC', '#D0DEC4', '#B9CCAD', '#A4BA97', '#8EA980', '#7A986A', '#658755', '#51763F', '#3D6629', '#2C4B1D'];
const amber: MantineColorsTuple = ['#FCEBC8', '#EBD6B0', '#DBC198', '#CAAC81', '#BA986A', '#AA8454', '#9A703C', '#8A5D24', '#7A4A00', '#5C3700'];
const brick: MantineColorsTuple = ['#FBE6DE', '#F1D0C6', '#E6BAAE', '#DBA596', '#CF8F7F', '#C37A68', '#B66551', '#A94F3A', '#9C3822', '#752917'];
const plum: MantineColorsTuple = ['#F1E7F4', '#DFD0E4', '#CDBAD4', '#BCA3C5', '#AB8EB5', '#9A78A6', '#896396', '#784F87', '#683A78', '#4D2A5A'];
const danger: MantineColorsTuple = ['#FCE3E6', '#F2CACD', '#E7B2B5', '#DB999D', '#CF8186', '#C26970', '#B45059', '#A63544', '#97102F', '#700A22'];
const stone: MantineColorsTuple = ['#F7F4EF', '#E1DEDB', '#CCC8C8', '#B7B2B5', '#A39DA3', '#8F8890', '#7B747E', '#68616D', '#564E5C', '#2A2430'];

export const theme = createTheme({
  colors: { lake, moss, amber, brick, plum, danger, stone },
  primaryColor: 'lake',
  primaryShade: { light: 8, dark: 3 },
  autoContrast: true,
  luminanceThreshold: 0.3,
  white: '#FFFFFF',
  black: '#2A2430',
  fontFamily: "'Figtree Variable', 'Figtree Fallback', ui-sans-serif, system-ui, 'Segoe UI', Roboto, 'Noto Sans', sans-serif",
  fontSmoothing: true,
  headings: {
    fontWeight: '650', textWrap: 'balance',
    sizes: {
      h1: { fontSize: '1.875rem', lineHeight: '1.12' },
      h2: { fontSize: '1.1875rem', lineHeight: '1.25' },
      h3: { fontSize: '0.9375rem', lineHeight: '1.35' },
    },
  },
  fontSizes: { xs: '0.75rem', sm: '0.8125rem', md: '0.9375rem', lg: '1.0625rem', xl: '1.25rem' },
  lineHeights: { xs: '1.35', sm: '1.4', md: '1.42', lg: '1.5', xl: '1.3' },
  spacing: { xs: '0.25rem', sm: '0.5rem', md: '0.75rem', lg: '1.25rem', xl: '2rem' },
  radius: { xs: '4px', sm: '6px', md: '10px', lg: '16px', xl: '24px' },
  defaultRadius: 'md',
  breakpoints: { xs: '24.375em', sm: '48em', md: '68.75em', lg: '80em', xl: '90em' },
  shadows: {
    sm: '0 1px 2px rgb(42 36 48 / .06), 0 6px 20px -8px rgb(42 36 48 / .14)',
    lg: '0 2px 6px rgb(42 36 48 / .10), 0 24px 60px -16px rgb(42 36 48 / .32)',
  },
  focusRing: 'auto',
  focusClassName: 'stepdown-focus',
  cursorType: 'pointer',
  respectReducedMotion: true,
  variantColorResolver: (input) => {
    const name = input.color ?? input.theme.primaryColor;
    if (input.variant === 'light' && name in input.theme.colors) {
      return {
        background: `var(--mantine-color-${name}-light)`, hover: `var(--mantine-color-${name}-light-hover)`,
        color: `var(--mantine-color-${name}-light-color)`, border: '1px solid transparent',
      };
    }
    return defaultVariantColorsResolver(input);
  },
  components: {
    Button: { defaultProps: { size: 'sm' } },
    Badge: { defaultProps: { variant: 'light', radius: 'xl', tt: 'none', fw: 550 } },
    Tooltip: { defaultProps: { openDelay: 400, events: { hover: true, focus: true, touch: false } } },
    Modal: { defaultProps: { transitionProps: { duration: 120 } } },
  },
});

const NAMED = ['lake', 'moss', 'amber', 'brick', 'plum', 'danger'] as const;
const pick = (f: (name: (typeof NAMED)[number]) => Record<string, string>) => Object.assign({}, ...NAMED.map(f)) as Record<string, string>;

// Mantine's own dimmed, placeholder, border, error and light variants fall below AA: all are set here.
export const cssVariables: CSSVariablesResolver = () => ({
  variables: { '--font-voice': "'Literata Variable', 'Literata Fallback', Georgia, 'Noto Serif', serif" },
  light: {
    '--mantine-color-body': '#F7F4EF', '--mantine-color-text': '#2A2430', '--mantine-color-dimmed': '#564E5C',
    '--mantine-color-placeholder': '#675F6B', '--mantine-color-default': '#FFFFFF', '--mantine-color-default-border': '#877D72',
    '--mantine-color-default-hover': '#EFEAE2', '--mantine-color-anchor': '#0E5C66', '--mantine-color-error': '#9C3822',
    '--mantine-color-success': '#3D6629', '--mantine-color-disabled': '#EFEAE2', '--mantine-color-disabled-color': '#675F6B',
    ...pick((n) => ({
      [`--mantine-color-${n}-light`]: `var(--mantine-color-${n}-0)`, [`--mantine-color-${n}-light-hover`]: `var(--mantine-color-${n}-1)`,
      [`--mantine-color-${n}-light-color`]: `var(--mantine-color-${n}-8)`,
    })),
  },
  dark: {
    '--mantine-color-body': '#1C1820', '--mantine-color-text': '#F4EFEA', '--mantine-color-dimmed': '#CFC6CE',
    '--mantine-color-placeholder': '#B0A6B2', '--mantine-color-default': '#262129', '--mantine-color-default-border': '#8E8494',
    '--mantine-color-default-hover': '#3A333F', '--mantine-color-anchor': '#7CC7CE', '--mantine-color-error': '#F29B84',
    '--mantine-color-success': '#A5CF8A', '--mantine-color-disabled': '#3A333F', '--mantine-color-disabled-color': '#B0A6B2',
    '--mantine-color-lake-light': '#16393E', '--mantine-color-lake-light-color': '#7CC7CE',
    '--mantine-color-moss-light': '#24331B', '--mantine-color-moss-light-color': '#A5CF8A',
    '--mantine-color-amber-light': '#3D2E0E', '--mantine-color-amber-light-color': '#F2BE5C',
    '--mantine-color-brick-light': '#43211A', '--mantine-color-brick-light-color': '#F29B84',
    '--mantine-color-plum-light': '#372441', '--mantine-color-plum-light-color': '#D3A9E1',
    '--mantine-color-danger-light': '#4A1220', '--mantine-color-danger-light-color': '#FF9AA8',
  },
});
