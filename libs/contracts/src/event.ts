import type { Class } from './field';
import type { Service } from './services';

/** An event that a service tells: something that happened, never a request. */
export interface EventContract<P extends object = object> {
  /** `industry.cluster.established.v1`: also the end of its subject, `<namespace>.evt.<type>`. */
  readonly type: string;
  readonly service: Service;
  readonly version: number;
  readonly summary: string;
  readonly payload: Class<P>;
}

/**
 * Declares an event. A promise grows only: a field may be added; anything else is a new version told beside the old.
 * @param name service.aggregate.past-participle, without the version
 */
export function event<P extends object>(
  name: `${Service}.${string}.${string}`,
  version: number,
  summary: string,
  payload: Class<P>,
): EventContract<P> {
  const service = name.slice(0, name.indexOf('.')) as Service;
  return { type: `${name}.v${version}`, service, version, summary, payload };
}
