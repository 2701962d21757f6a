import { schemaOf, type Service } from '@doit/contracts';

/** `doit.evt.industry.cluster.established.v1`: an event type begins with its service. */
export const eventSubject = (namespace: string, type: string): string => `${namespace}.evt.${type}`;

export const headSubject = (namespace: string, teller: Service): string => `${namespace}.head.${teller}`;

export const replaySubject = (namespace: string, teller: Service): string => `${namespace}.replay.${teller}`;

/** Stream names know no dots and no hyphens here: `doit_export_import`. */
export const streamName = (namespace: string, teller: Service): string => `${namespace}_${schemaOf(teller)}`;

/** Every process may receive answers below its own prefix only (deploy/k8s/nats/nats.conf). */
export const inboxPrefix = (service: Service): string => `_INBOX.${schemaOf(service)}`;

/** Where the one who asked hears a service's answers: that service alone may speak there. */
export const answerPrefix = (asker: Service, service: Service): string =>
  `${inboxPrefix(asker)}.${schemaOf(service)}`;
