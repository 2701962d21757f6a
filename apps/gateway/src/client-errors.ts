import type { Socket } from 'node:net';
import { Problem, type ProblemCode } from '@doit/contracts';
import { data } from './headers';
import { bodyOf } from './problems';

const codes: Record<string, ProblemCode> = {
  HPE_HEADER_OVERFLOW: 'request.headers-too-large',
  ERR_HTTP_REQUEST_TIMEOUT: 'request.not-finished',
};

/**
 * What is no HTTP, or does not end in time, has no request to answer: the answer goes to its socket, which is then closed.
 * @param said hears of the status
 */
export function clientError(
  error: NodeJS.ErrnoException,
  socket: Socket,
  said: (status: number) => void = () => undefined,
): void {
  if (error.code === 'ECONNRESET' || !socket.writable) {
    socket.destroy();
    return;
  }
  const problem = new Problem(codes[error.code ?? ''] ?? 'request.invalid').onTheWire();
  said(problem.status);
  const body = bodyOf(problem, 'vi');
  const head = [
    `HTTP/1.1 ${problem.status} ${words[problem.status] ?? 'Bad Request'}`,
    'content-type: application/problem+json; charset=utf-8',
    'content-language: vi',
    `content-length: ${Buffer.byteLength(body)}`,
    'cache-control: no-store',
    ...Object.entries(data).map(([name, value]) => `${name}: ${value}`),
    'connection: close',
  ];
  socket.end(`${head.join('\r\n')}\r\n\r\n${body}`);
  // Who sent too slowly may also read too slowly.
  setTimeout(() => socket.destroy(), 1000).unref();
}

const words: Record<number, string> = { 408: 'Request Timeout', 431: 'Request Header Fields Too Large' };
