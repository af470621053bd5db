/** Looks at the address the program would listen on, and at the TLS files it was given. */
import { createPrivateKey, X509Certificate } from 'node:crypto';
import { readFileSync, statSync } from 'node:fs';
import { createServer } from 'node:net';
import type { Configuration } from '../../platform/configuration.ts';
import { isClosedToOthers } from '../../platform/embedded/data-folder.ts';
import { good, note, warning, wrong } from './finding.ts';
import type { Finding } from './finding.ts';

const EXPIRES_SOON_MS = 30 * 24 * 3600_000;

async function port(configuration: Configuration, isRunning: boolean): Promise<Finding> {
  const { host, port: wanted } = configuration;
  const code = await new Promise<string>((resolve) => {
    const server = createServer();
    server.once('error', (error) => { resolve('code' in error ? String(error.code) : error.message); });
    server.listen(wanted, host, () => { server.close(() => { resolve(''); }); });
  });
  const where = `${host}:${wanted}`;
  if (code === '') return good(`${where} is free.`);
  if (code === 'EADDRINUSE' && isRunning) return note(`${where} is in use, by the running program as it seems.`);
  if (code === 'EADDRINUSE') return wrong(`${where} is taken by another program.`, 'Stop that one, or choose another port with --port.');
  return wrong(`The program cannot listen on ${where} (${code}).`, 'Choose another --host or --port.');
}

function tls(files: { cert: string; key: string }): Finding[] {
  try {
    const cert = new X509Certificate(readFileSync(files.cert));
    const key = createPrivateKey(readFileSync(files.key));
    const left = new Date(cert.validTo).getTime() - Date.now();
    const findings: Finding[] = [];
    if (!cert.checkPrivateKey(key)) findings.push(wrong('The TLS certificate and the TLS key do not belong together.', 'Give the key that the certificate was made for.'));
    if (left <= 0) findings.push(wrong(`The TLS certificate ended on ${cert.validTo}.`, 'Renew it; browsers refuse the old one.'));
    else if (left < EXPIRES_SOON_MS) findings.push(warning(`The TLS certificate ends on ${cert.validTo}.`, 'Renew it soon.'));
    if (!isClosedToOthers(statSync(files.key).mode)) findings.push(warning(`Other users of this machine can read ${files.key}.`, `Run: chmod go= ${files.key}`));
    return findings.length > 0 ? findings : [good(`The TLS certificate is valid until ${cert.validTo}.`)];
  } catch (error) {
    return [wrong(`The TLS files cannot be used: ${error instanceof Error ? error.message : String(error)}.`, 'Check the paths after --tls-cert and --tls-key; both must be PEM files.')];
  }
}

export async function lookAtNetwork(configuration: Configuration, isRunning: boolean): Promise<Finding[]> {
  return [await port(configuration, isRunning), ...(configuration.tls === null ? [] : tls(configuration.tls))];
}
