/** Leaves the schema library out of a production build: the server has checked every reply against the same contract already. */
import type { Plugin } from 'vite';

/* The contracts still call z.object(...) and so on while they load; each call answers with the same empty stand-in. */
const STAND_IN = `
const nothing = new Proxy(function () {}, { get: (_, name) => (typeof name === 'symbol' ? undefined : nothing), apply: () => nothing });
export const z = nothing;
`;

/** Zod is 22 kB of gzip on every first visit. In any other mode the real one is used and every reply is parsed. */
export function uncheckedContracts(): Plugin {
  return {
    name: 'stepdown:unchecked-contracts',
    enforce: 'pre',
    apply: (_config, { command, mode }) => command === 'build' && mode === 'production',
    resolveId: (id) => (id === 'zod' ? '\0unchecked-contracts' : null),
    load: (id) => (id === '\0unchecked-contracts' ? { code: STAND_IN, moduleType: 'js' } : null),
  };
}
