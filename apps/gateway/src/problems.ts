import { Catch, HttpException, Logger, type ArgumentsHost, type ExceptionFilter } from '@nestjs/common';
import { Problem, type BothLanguages, type ProblemOnTheWire } from '@doit/contracts';
import type { FastifyReply, FastifyRequest } from 'fastify';

/** The largest JSON body read, bytes: below the broker's 1 MiB, with room for headers. */
export const bodyLimit = 900 * 1024;
/** When to come again, seconds. */
const seconds = '1';

/** The language asked for most; Vietnamese where none of ours is. */
export function languageOf(acceptLanguage: string | undefined): keyof BothLanguages {
  if (acceptLanguage === undefined) return 'vi';
  const asked = acceptLanguage.split(',').map((part, index) => {
    const [tag = '', ...rest] = part.trim().toLowerCase().split(';');
    const quality = Number(/q=([\d.]+)/.exec(rest.join(';'))?.[1] ?? 1);
    return { tag: tag.slice(0, 2), quality, index };
  });
  asked.sort((a, b) => b.quality - a.quality || a.index - b.index);
  return asked.find(({ tag, quality }) => quality > 0 && (tag === 'vi' || tag === 'en'))?.tag === 'en'
    ? 'en'
    : 'vi';
}

/** RFC 9457: `type` is our code, sentences in the caller's language, `errors` name each wrong place. */
export async function sendProblem(
  reply: FastifyReply,
  acceptLanguage: string | undefined,
  problem: ProblemOnTheWire | Uint8Array,
): Promise<void> {
  const wire =
    problem instanceof Uint8Array
      ? (JSON.parse(Buffer.from(problem).toString()) as ProblemOnTheWire)
      : problem;
  const language = languageOf(acceptLanguage);
  await reply.code(wire.status).headers(headersOf(wire.status, language)).send(bodyOf(wire, language));
}

/** A problem known beforehand, ready to be sent: to refuse must cost less than what is refused. */
export class Refusal {
  private readonly status: number;
  private readonly said: Record<keyof BothLanguages, { headers: Record<string, string>; body: Buffer }>;

  constructor(problem: Problem) {
    const wire = problem.onTheWire();
    const say = (language: keyof BothLanguages) => ({
      headers: headersOf(wire.status, language),
      body: Buffer.from(bodyOf(wire, language)),
    });
    this.status = wire.status;
    this.said = { vi: say('vi'), en: say('en') };
  }

  send(reply: FastifyReply, acceptLanguage: string | undefined): void {
    const { headers, body } = this.said[languageOf(acceptLanguage)];
    // Not awaited: a reply that is awaited watches its stream to the end.
    void reply.code(this.status).headers(headers).send(body);
  }
}

function headersOf(status: number, language: keyof BothLanguages): Record<string, string> {
  return {
    'content-type': 'application/problem+json; charset=utf-8',
    'content-language': language,
    'cache-control': 'no-store',
    ...((status === 503 || status === 504) && { 'retry-after': seconds }),
    ...(status === 401 && { 'www-authenticate': 'Bearer' }),
  };
}

/** A problem as the caller reads it. */
export function bodyOf(wire: ProblemOnTheWire, language: keyof BothLanguages): string {
  return JSON.stringify({
    type: wire.code,
    title: wire.message[language],
    status: wire.status,
    ...(wire.errors.length > 0 && {
      errors: wire.errors.map(({ pointer, code, message }) => ({
        pointer,
        code,
        message: message[language],
      })),
    }),
  });
}

/** Whatever was thrown at the edge becomes a problem. */
@Catch()
export class ProblemFilter implements ExceptionFilter {
  private readonly log = new Logger('edge');

  catch(error: unknown, host: ArgumentsHost): Promise<void> {
    const request = host.switchToHttp().getRequest<FastifyRequest>();
    const reply = host.switchToHttp().getResponse<FastifyReply>();
    const problem = problemOf(error);
    if (problem.code === 'service.failed') this.log.error(error instanceof Error ? error.stack : error);
    return sendProblem(reply, request.headers['accept-language'], problem.onTheWire());
  }
}

/** The problem that an error thrown at the edge is: our own, or one of Nest's and Fastify's by its status. */
export function problemOf(error: unknown): Problem {
  if (error instanceof Problem) return error;
  const status =
    error instanceof HttpException ? error.getStatus() : (error as { statusCode?: number }).statusCode;
  if (status === 404) return new Problem('request.unknown-route');
  if (status === 413) return new Problem('request.too-large', { max: bodyLimit });
  if (status === 415) return new Problem('request.unsupported-media');
  if (status !== undefined && status >= 400 && status < 500) return new Problem('request.invalid');
  return new Problem('service.failed');
}
