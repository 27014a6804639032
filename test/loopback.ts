// A tiny server on a random port for tests: answers as told and remembers what it was asked.
import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { onTestFinished } from 'vitest';

export interface Asked {
  method: string;
  url: string;
  headers: IncomingMessage['headers'];
  body: unknown;
}

/** `drop` closes the socket without an answer, `silence` never answers. */
export type Told = { status: number; headers?: Record<string, string>; body?: unknown } | 'drop' | 'silence';

export interface Loopback {
  origin: string;
  asked: Asked[];
}

const read = (text: string): unknown => {
  try {
    return JSON.parse(text);
  } catch {
    return text === '' ? undefined : text;
  }
};

export async function loopback(
  answer: (asked: Asked, nth: number) => Told | Promise<Told>,
): Promise<Loopback> {
  const asked: Asked[] = [];
  const server = createServer((request, reply) => {
    const parts: Buffer[] = [];
    request.on('data', (part: Buffer) => parts.push(part));
    const end = async () => {
      const { method = '', url = '', headers } = request;
      const one = { method, url, headers, body: read(Buffer.concat(parts).toString('utf8')) };
      asked.push(one);
      const told = await answer(one, asked.length);
      if (told === 'silence') return;
      if (told === 'drop') return request.socket.destroy();
      const text = typeof told.body === 'string' ? told.body : JSON.stringify(told.body ?? '');
      const type = typeof told.body === 'string' ? 'text/html' : 'application/json';
      reply.writeHead(told.status, { 'content-type': type, ...told.headers });
      reply.end(told.body === undefined ? undefined : text);
    };
    request.on('end', () => void end());
  });
  await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
  const { port } = server.address() as AddressInfo;
  onTestFinished(() => closed(server));
  return { origin: `http://127.0.0.1:${port}`, asked };
}

function closed(server: Server): Promise<void> {
  server.closeAllConnections();
  return new Promise((resolve) => server.close(() => resolve()));
}
