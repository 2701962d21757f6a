import { Flag, Instant, OneOf, Part, Text, Whole } from './fields';
import { operation } from './operation';

/** Asked for with nothing. A class without fields: every key sent is unknown. */
export class Nothing {
  declare readonly nothing?: never;
}

const words = ['ok', 'down'] as const;

export class RelayHealth {
  @Flag('Whether this replica numbers and publishes') holder: boolean;
  @Whole('Events that were committed and numbered', { max: Number.MAX_SAFE_INTEGER }) head: number;
  @Whole('Of these, not yet acknowledged by the broker', { max: Number.MAX_SAFE_INTEGER }) lag: number;
}

export class ListenerHealth {
  @Text('Whose events') teller: string;
  @Text('Into which projection') projection: string;
  @Flag('Whether this replica applies them') active: boolean;
  @Whole('Last event applied', { max: Number.MAX_SAFE_INTEGER }) position: number;
  @Whole('Events behind the head', { max: Number.MAX_SAFE_INTEGER }) lag: number;
  @Whole('Parked events', { max: Number.MAX_SAFE_INTEGER }) parked: number;
  @Flag('Stopped because the teller began a new history; rebuild the projection') stopped: boolean;
}

/** How a service feels. `down` parts make it not ready. */
export class ServiceHealth {
  @Text('Service') service: string;
  @OneOf('All in all', words) status: (typeof words)[number];
  @OneOf('Its database', words) database: (typeof words)[number];
  @OneOf('The broker, seen from it', words) nats: (typeof words)[number];
  @Instant('Running since') since: string;
  @Whole('Resident memory, MB') memoryMb: number;
  @Part('What it tells', () => RelayHealth, { nullable: true }) relay: RelayHealth | null;
  @Part('What it listens to', () => ListenerHealth, { many: 20 }) listeners: ListenerHealth[];
}

/** Every service answers how it feels, inside the house; the gateway sums it up at `/health/ready`. */
export const healthOperations = {
  read: operation({
    route: null,
    summary: 'How the service feels',
    access: 'public',
    input: Nothing,
    output: ServiceHealth,
  }),
};
