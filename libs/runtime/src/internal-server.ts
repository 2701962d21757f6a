import { createServer, type Server } from 'node:http';
import type { ServiceHealth } from '@doit/contracts';
import type { ProcessConfig } from './config';

/** What a process tells its operators. */
export interface Vitals {
  health(): Promise<{ status: 'ok' | 'down' }>;
  /** Prometheus text. */
  metrics(): Promise<string>;
}

/** `/health/live`, `/health/ready` and `/metrics` of one process, for its operators; none where no port is given. */
export function serveInternally(config: ProcessConfig, vitals: Vitals): Server | undefined {
  if (config.internalPort === undefined) return undefined;
  const server = createServer((request, response) => {
    const answer = (status: number, text: string, type = 'application/json'): void => {
      response.writeHead(status, { 'content-type': type }).end(text);
    };
    const down = (): void => answer(503, '{"status":"down"}');
    if (request.url === '/health/live') answer(200, '{"status":"ok"}');
    else if (request.url === '/health/ready') {
      vitals.health().then((found) => answer(found.status === 'ok' ? 200 : 503, JSON.stringify(found)), down);
    } else if (request.url === '/metrics') {
      vitals.metrics().then((text) => answer(200, text, 'text/plain; version=0.0.4'), down);
    } else answer(404, '{}');
  });
  return server.listen(config.internalPort, config.host);
}

/** One line of Prometheus text. */
export function metric(name: string, value: number, labels: Readonly<Record<string, string>>): string {
  const list = Object.entries(labels).map(([label, text]) => `${label}="${text}"`);
  return `doit_${name}{${list.join(',')}} ${value}\n`;
}

/** Few numbers, each of which somebody would be woken for. */
export function metricsOf({ service, status, memoryMb, relay, listeners }: ServiceHealth): string {
  return [
    metric('up', status === 'ok' ? 1 : 0, { service }),
    metric('resident_memory_bytes', memoryMb * 1_048_576, { service }),
    ...(relay
      ? [metric('relay_head', relay.head, { service }), metric('relay_lag', relay.lag, { service })]
      : []),
    ...listeners.flatMap(({ teller, projection, lag, parked, stopped }) => [
      metric('listener_lag', lag, { service, teller, projection }),
      metric('listener_parked', parked, { service, teller, projection }),
      metric('listener_stopped', stopped ? 1 : 0, { service, teller, projection }),
    ]),
  ].join('');
}
