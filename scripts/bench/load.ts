/** Asks from outside: so many at once over connections that stay open, and how long each answer took. */
import { Agent, request } from 'node:http';
import { performance } from 'node:perf_hooks';

export type Reply = { status: number; body: string; cookies: string[] };
export type Post = (path: string, headers: Record<string, string>, body: string) => Promise<Reply>;
/** `millis` of each act, and of the whole slice from first to last. */
export type Slice = { millis: number[]; wholeMs: number };

export function openClient(port: number, connections: number): { post: Post; close(): void } {
  const agent = new Agent({ keepAlive: true, maxSockets: connections, scheduling: 'fifo' });
  const post: Post = (path, headers, body) => new Promise((resolve, reject) => {
    const asked = request({ agent, host: '127.0.0.1', port, path, method: 'POST',
      headers: { ...headers, 'content-type': 'application/json', 'content-length': Buffer.byteLength(body) } }, (reply) => {
      let said = '';
      reply.setEncoding('utf8');
      reply.on('data', (chunk: string) => { said += chunk; });
      reply.on('end', () => resolve({ status: reply.statusCode ?? 0, body: said, cookies: reply.headers['set-cookie'] ?? [] }));
      reply.on('error', reject);
    });
    asked.on('error', reject);
    asked.end(body);
  });
  return { post, close: () => agent.destroy() };
}

/** Runs every act once, `atOnce` at a time; each of them begins its next as soon as its last is answered. */
export async function runSlice(acts: readonly (() => Promise<void>)[], atOnce: number): Promise<Slice> {
  const millis: number[] = [];
  let next = 0;
  const one = async (): Promise<void> => {
    for (let act = acts[next++]; act !== undefined; act = acts[next++]) {
      const started = performance.now();
      await act();
      millis.push(performance.now() - started);
    }
  };
  const started = performance.now();
  await Promise.all(Array.from({ length: atOnce }, one));
  return { millis, wholeMs: performance.now() - started };
}
