import { Logger } from '@nestjs/common';
import { Server, type CustomTransportStrategy, type MessageHandler } from '@nestjs/microservices';
import { Caller, house, Problem, type Operation, type Service } from '@doit/contracts';
import { headers, type Msg, type NatsConnection, type Subscription } from 'nats';
import { isObservable, lastValueFrom } from 'rxjs';
import { readInput } from './input';
import { isJson, type TextPage } from './json';
import type { Tokens } from './tokens';
import { Turn } from './turn';

const utf8 = new TextEncoder();
/** Headers and subject need room beside the body within the broker's max_payload. */
const headroom = 16 * 1024;

interface Options {
  service: Service;
  namespace: string;
  nats: NatsConnection;
  tokens: Tokens;
}

/** Serves the promises of one service over NATS with Nest's own message handlers. */
export class PromiseServer extends Server implements CustomTransportStrategy {
  private readonly operations: ReadonlyMap<string, Operation>;
  private readonly turn: Turn;
  private readonly log = new Logger('rpc');
  private subscription: Subscription | undefined;

  constructor(private readonly options: Options) {
    super();
    this.operations = new Map(
      house[options.service].operations.map((operation) => [operation.name, operation]),
    );
    this.turn = new Turn(options.nats, (error) => this.log.error(error));
  }

  /** Nest would overwrite silently; two handlers of one operation are a mistake. */
  override addHandler(pattern: string, handler: MessageHandler): void {
    if (!this.operations.has(pattern))
      throw new Error(`${pattern} is not promised by ${this.options.service}`);
    if (this.messageHandlers.has(pattern)) throw new Error(`${pattern} is served twice`);
    this.messageHandlers.set(pattern, handler);
  }

  listen(done: (error?: unknown) => void): void {
    const unserved = [...this.operations.keys()].filter((name) => !this.messageHandlers.has(name));
    if (unserved.length > 0) {
      done(new Error(`nobody serves ${unserved.join(', ')}`));
      return;
    }
    const { nats, namespace, service } = this.options;
    this.subscription = nats.subscribe(`${namespace}.rpc.${service}.>`, {
      queue: service,
      callback: (error, message) => {
        if (error) this.log.error(error);
        else void this.answer(message);
      },
    });
    done();
  }

  async close(): Promise<void> {
    if (this.subscription && !this.options.nats.isClosed()) await this.subscription.drain();
  }

  on(): void {
    throw new Error('this server has no events of its own');
  }

  unwrap(): never {
    throw new Error('the connection belongs to the runtime');
  }

  private async answer(message: Msg): Promise<void> {
    if (!message.reply) return;
    try {
      const operation = this.operations.get(message.subject.slice(this.options.namespace.length + 5));
      if (!operation) throw new Problem('request.unknown-route');
      const result = await this.carryOut(operation, message);
      this.sendAnswer(message.reply, operation, result);
    } catch (error) {
      this.sendProblem(message.reply, error, message.headers?.get('request-id'));
    }
  }

  private async carryOut(operation: Operation, message: Msg): Promise<object> {
    const sent = message.headers;
    const deadline = Number(sent?.get('deadline') ?? 0);
    if (deadline > 0 && deadline < Date.now())
      throw new Problem('service.too-slow', { service: operation.service });
    const token = sent?.get('authorization');
    const caller = token ? await this.options.tokens.verify(token) : Caller.nobody;
    authorise(operation, caller);
    const arrived = {
      query: sent?.get('query') ?? '',
      ifMatch: sent?.get('if-match'),
      idempotencyKey: sent?.get('idempotency-key'),
      body: message.data,
    };
    const input = readInput(operation.input, arrived);
    const handler = this.messageHandlers.get(operation.name);
    const result = (await handler?.(input, caller)) as unknown;
    return (isObservable(result) ? await lastValueFrom(result) : result) as object;
  }

  private sendAnswer(reply: string, operation: Operation, result: object): void {
    const pass = isJson(result);
    const text = pass
      ? result.json
      : operation.produces === 'application/json'
        ? JSON.stringify(result)
        : (result as { body: string }).body;
    const data = utf8.encode(text);
    if (data.length > (this.options.nats.info?.max_payload ?? 1_048_576) - headroom)
      throw new Problem('answer.too-large');
    const etag = pass ? result.etag : undefined;
    const next = operation.isPaged ? (result as TextPage).next : null;
    const extra = etag === undefined && next === null ? undefined : headers();
    if (etag !== undefined) extra?.set('etag', etag);
    if (next !== null) extra?.set('next', encodeURIComponent(next));
    this.turn.publish(reply, data, extra);
  }

  private sendProblem(reply: string, error: unknown, requestId = ''): void {
    if (!(error instanceof Problem))
      this.log.error(`request ${requestId}: ${error instanceof Error ? error.stack : String(error)}`);
    const problem = (error instanceof Problem ? error : new Problem('service.failed')).onTheWire();
    const status = headers();
    status.set('status', String(problem.status));
    this.turn.publish(reply, utf8.encode(JSON.stringify(problem)), status);
  }
}

/** @throws Problem token.missing (401) or permission.missing (403) */
export function authorise(operation: Operation, caller: Caller): void {
  if (operation.access === 'public') return;
  if (!caller.isKnown) throw new Problem('token.missing');
  if (operation.access !== 'signed-in' && !caller.may(operation.access)) {
    throw new Problem('permission.missing', { permission: operation.access });
  }
}
