/** Serves the built web app: hashed files for a year, the page itself never from a cache, every unknown page address to the app. */
import { access } from 'node:fs/promises';
import { join } from 'node:path';
import fastifyStatic from '@fastify/static';
import type { FastifyInstance } from 'fastify';

const NOT_PAGES = ['/api/', '/assets/', '/openapi.json', '/health'];

export async function servePages(app: FastifyInstance, folder: string): Promise<void> {
  const built = await access(join(folder, 'index.html')).then(() => true, () => false);
  // Without pages the contracts still answer: tests and the bench need none.
  if (!built) return;
  await app.register(fastifyStatic, {
    root: folder, wildcard: false, index: false, cacheControl: false, preCompressed: true,
    setHeaders: (reply, path) => void reply.header('cache-control', path.includes('/assets/') ? 'public, max-age=31536000, immutable' : 'no-cache'),
  });
  app.get('/*', { schema: { hide: true } }, (request, reply) => {
    if (NOT_PAGES.some((start) => request.url.startsWith(start))) return reply.callNotFound();
    return reply.sendFile('index.html');
  });
}
