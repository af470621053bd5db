/** Writes the theme's custom properties into a stylesheet while building, so that no <style> element is needed and the content policy stays strict. */
import { convertCssVariables, defaultCssVariablesResolver, mergeMantineTheme, DEFAULT_THEME } from '@mantine/core';
import type { CSSVariablesResolver, MantineThemeOverride } from '@mantine/core';
import type { Plugin } from 'vite';

const SHEET = /\/src\/web\/kit\/theme-variables\.css$/;

export function themeAsCss(theme: MantineThemeOverride, resolver: CSSVariablesResolver): Plugin {
  return {
    name: 'stepdown:theme-as-css',
    enforce: 'pre',
    transform(_code, id) {
      if (!SHEET.test(id)) return null;
      const merged = mergeMantineTheme(DEFAULT_THEME, theme);
      const base = defaultCssVariablesResolver(merged);
      const ours = resolver(merged);
      const css = convertCssVariables({
        variables: { ...base.variables, ...ours.variables },
        light: { ...base.light, ...ours.light },
        dark: { ...base.dark, ...ours.dark },
      }, ':root');
      return { code: css, map: null };
    },
  };
}
