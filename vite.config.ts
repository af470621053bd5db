/** How the web app is built: src/web into dist/web, one chunk a page, no inline script and no inline style. */
import { pathToFileURL } from 'node:url';
import react from '@vitejs/plugin-react';
import { defineConfig } from 'vite';
import { compiledWords } from './src/web/build/compiled-words.ts';
import { themeAsCss } from './src/web/build/theme-as-css.ts';
import { uncheckedContracts } from './src/web/build/unchecked-contracts.ts';
import { cssVariables, theme } from './src/web/kit/theme.ts';

const loadSource = (file: string): Promise<Record<string, unknown>> => import(pathToFileURL(file).href);

export default defineConfig({
  root: `${import.meta.dirname}/src/web`,
  base: '/',
  plugins: [react(), compiledWords(loadSource), themeAsCss(theme, cssVariables), uncheckedContracts()],
  define: { 'process.env.NODE_ENV': JSON.stringify('production') },
  build: {
    outDir: `${import.meta.dirname}/dist/web`,
    emptyOutDir: true,
    target: ['chrome111', 'firefox114', 'safari16.4'],
    assetsInlineLimit: 0,
    modulePreload: { polyfill: false },
    reportCompressedSize: false,
    chunkSizeWarningLimit: 400,
    rolldownOptions: { output: { codeSplitting: { groups: [
      /* What every page needs and what rarely changes, apart from what our own releases change. */
      { name: 'react', test: /node_modules[/\\](react|react-dom|scheduler|@lingui)[/\\]/ },
      { name: 'calendar', test: /node_modules[/\\]temporal-(polyfill|utils)[/\\]/ },
    ] } } },
  },
});
