import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { processConfig } from './config';
import { metric, serveInternally, type Vitals } from './internal-server';

const config = processConfig('gateway', { NATS_URL: 'x', OIDC_ISSUER: 'x', INTERNAL_PORT: '0' });

describe('what a process tells its operators', () => {
  async function ask(path: string, vitals: Vitals): Promise<[number, string]> {
    const server = serveInternally({ ...config, internalPort: 0 }, vitals);
    if (!server) throw new Error('it does not serve');
    await once(server, 'listening');
    const answer = await fetch(`http://127.0.0.1:${(server.address() as AddressInfo).port}${path}`);
    const text = await answer.text();
    server.close();
    return [answer.status, text];
  }
  const well: Vitals = {
    health: () => Promise.resolve({ status: 'ok' }),
    metrics: () => Promise.resolve(metric('up', 1, { service: 'trade' })),
  };
  const broken: Vitals = {
    health: () => Promise.reject(new Error('no database')),
    metrics: () => Promise.reject(new Error('no database')),
  };

  it.each<[string, string, Vitals, number, string]>([
    ['that it lives', '/health/live', well, 200, '{"status":"ok"}'],
    ['that it lives, even when nothing works', '/health/live', broken, 200, '{"status":"ok"}'],
    ['that it is ready', '/health/ready', well, 200, '{"status":"ok"}'],
    [
      'that it is not',
      '/health/ready',
      { ...well, health: () => Promise.resolve({ status: 'down' }) },
      503,
      '{"status":"down"}',
    ],
    ['that it cannot tell', '/health/ready', broken, 503, '{"status":"down"}'],
    ['its numbers', '/metrics', well, 200, 'doit_up{service="trade"} 1\n'],
    ['that it has none now', '/metrics', broken, 503, '{"status":"down"}'],
    ['nothing else', '/etc/passwd', well, 404, '{}'],
  ])('is %s', async (_what, path, vitals, status, text) => {
    expect(await ask(path, vitals)).toEqual([status, text]);
  });

  it('is told nobody where no port is given', () => {
    expect(serveInternally({ ...config, internalPort: undefined }, well)).toBeUndefined();
  });
});
