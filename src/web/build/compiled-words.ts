/** Compiles the ICU messages of a catalog while the web app is built, so that no parser travels to the browser. */
import { compileMessageOrThrow } from '@lingui/message-utils/compileMessage';
import type { Plugin } from 'vite';

const CATALOG = /\/src\/web\/words\/(en|es)\.ts$/;

/** `load` reads a catalog as it stands in the source; Node strips its types. */
export function compiledWords(load: (file: string) => Promise<Record<string, unknown>>): Plugin {
  return {
    name: 'stepdown:compiled-words',
    enforce: 'pre',
    async load(id) {
      const language = CATALOG.exec(id)?.[1];
      if (language === undefined) return null;
      const catalog = (await load(id))[language] as Record<string, string>;
      const compiled = Object.fromEntries(Object.entries(catalog).map(([key, message]) => [key, compileMessageOrThrow(message)]));
      return { code: `export const ${language} = ${JSON.stringify(compiled)};`, moduleType: 'js', map: null };
    },
  };
}
