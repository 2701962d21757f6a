import { readFile } from 'node:fs/promises';
import { join, resolve } from 'node:path';
import fixed from '@fastify/static';
import { Controller, Get, Header, Inject, Req, Res } from '@nestjs/common';
import { Problem } from '@doit/contracts';
import type { FastifyInstance, FastifyReply, FastifyRequest } from 'fastify';
import { openapi } from './openapi';

/** The console: where it was built to, and what its pages must know of this installation. */
export interface ConsoleSettings {
  /** Its folder; the gateway starts without it, too. */
  readonly folder: string | null;
  /** Who vouches for people: the issuer of the tokens that the gateway takes, and what the console is called there. */
  readonly issuer: string;
  readonly clientId: string;
}
/** Characters of one part of an address. */
export const longestPart = 200;
export const CONSOLE = Symbol('console');
/** For an edge that is asked by programs alone. */
export const noConsole: ConsoleSettings = { folder: null, issuer: 'http://localhost', clientId: 'console' };

const document = JSON.stringify(openapi());
const notBuilt = `<!doctype html>
<html lang="vi"><head><meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>DOIT</title></head>
<body><h1>DOIT</h1><p>Giao diện chưa được dựng: chạy <code>npm run build</code>.
<span lang="en">The console is not built: run <code>npm run build</code>.</span></p>
<p><a href="/docs">API</a> · <a href="/health/ready">health</a></p></body></html>`;

/** First parts of addresses that are never a page of the console. */
const others = new Set(['v1', 'docs', 'health', 'openapi.json', 'console.json', 'assets']);

/** Whether a browser goes to a page of the console: the console itself knows which there are. */
export function isConsolePage({ method, routeOptions, url, headers }: FastifyRequest): boolean {
  if (routeOptions.url === '/') return true;
  const [first = ''] = url.slice(1).split(/[/?#]/);
  const reads = method === 'GET' || method === 'HEAD';
  return (
    reads && routeOptions.url === '/*' && !others.has(first) && /\btext\/html\b/.test(headers.accept ?? '')
  );
}

/** The console's scripts, styles and fonts: their names change with what is in them, so that a browser may keep them. */
export async function serveAssets(fastify: FastifyInstance, { folder }: ConsoleSettings): Promise<void> {
  if (folder === null) return;
  await fastify.register(fixed, {
    // It need not be there yet: what is built under a running gateway is served, as the page is.
    root: resolve(folder, 'assets'),
    suppressWarning: true,
    prefix: '/assets/',
    preCompressed: true,
    index: false,
    immutable: true,
    maxAge: '365d',
    decorateReply: false,
  });
}

@Controller()
export class ConsoleController {
  constructor(@Inject(CONSOLE) private readonly settings: ConsoleSettings) {}

  @Get('console.json')
  @Header('cache-control', 'no-cache')
  read(): Pick<ConsoleSettings, 'issuer' | 'clientId'> {
    const { issuer, clientId } = this.settings;
    return { issuer, clientId };
  }

  @Get('openapi.json')
  @Header('content-type', 'application/json; charset=utf-8')
  openapi(): string {
    return document;
  }

  /** Whatever else a browser goes to. The page is read anew each time: a build under a running gateway is seen. */
  @Get(['', '*'])
  async page(@Req() request: FastifyRequest, @Res() reply: FastifyReply): Promise<void> {
    // A part too long is no value of any route's: that is said as it would be without this one.
    const isTooLong = request.url.split(/[/?#]/).some((part) => part.length > longestPart);
    if (!isConsolePage(request)) throw new Problem(isTooLong ? 'request.invalid' : 'request.unknown-route');
    const { folder } = this.settings;
    const page = folder && (await readFile(join(folder, 'index.html'), 'utf8').catch(() => null));
    await reply
      .header('content-type', 'text/html; charset=utf-8')
      .header('cache-control', 'no-cache')
      .send(page ?? notBuilt);
  }
}
