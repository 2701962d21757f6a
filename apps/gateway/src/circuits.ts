import { house, Problem, type Operation, type Service } from '@doit/contracts';
import type { Asked, Asker, Reply } from '@doit/rpc';

/** Failures in a row after which a service is left alone. */
const patience = 5;
/** How often it is then tried, and how long a trial may take, ms. */
const pause = 500;
const trial = 5000;

/** One service as the edge meets it. `waiting`: requests that it has not answered yet. */
export interface Circuit {
  readonly service: Service;
  readonly isOpen: boolean;
  readonly waiting: number;
}

interface State extends Circuit {
  isOpen: boolean;
  waiting: number;
  failures: number;
}

/**
 * Asks the services, and leaves one alone that nobody serves or that does not answer in time: while its circuit is open
 * it is refused at once, so that its requests hold nothing that others need. It is tried with its own `health.read`, not
 * with somebody's request; once that is answered one more failure opens the circuit again and one success closes it.
 */
export class Circuits {
  private readonly states: ReadonlyMap<Service, State>;
  private readonly trials = new Set<NodeJS.Timeout>();

  constructor(
    private readonly asker: Asker,
    private readonly said: (line: string) => void,
  ) {
    const services = Object.keys(house) as Service[];
    this.states = new Map(
      services.map((service) => [service, { service, isOpen: false, waiting: 0, failures: 0 }]),
    );
  }

  of(service: Service): Circuit {
    return this.state(service);
  }

  /** @throws Problem service.unavailable (nobody serves, or the circuit is open) or service.too-slow (deadline) */
  async ask(operation: Operation, asked: Asked): Promise<Reply> {
    const state = this.state(operation.service);
    if (state.isOpen) throw new Problem('service.unavailable', { service: state.service });
    state.waiting++;
    try {
      const reply = await this.asker.ask(operation, asked);
      state.failures = 0;
      return reply;
    } catch (error) {
      state.failures++;
      this.openIfDue(state);
      throw error;
    } finally {
      state.waiting--;
    }
  }

  /** No more trials. */
  close(): void {
    for (const timer of this.trials) clearInterval(timer);
  }

  private state(service: Service): State {
    const state = this.states.get(service);
    if (!state) throw new Error(`there is no service ${service}`);
    return state;
  }

  private openIfDue(state: State): void {
    const { service, failures, isOpen } = state;
    const health = house[service].operations.find(({ name }) => name === `${service}.health.read`);
    if (failures < patience || isOpen || !health) return;
    state.isOpen = true;
    this.said(`${service} does not answer and is left alone`);
    let trying = false;
    const timer = setInterval(() => {
      if (trying) return;
      trying = true;
      this.asker
        .ask(health, { patience: trial })
        .then(() => {
          clearInterval(timer);
          this.trials.delete(timer);
          state.failures = patience - 1;
          state.isOpen = false;
          this.said(`${service} answers again`);
        })
        .catch(() => undefined)
        .finally(() => (trying = false));
    }, pause);
    this.trials.add(timer.unref());
  }
}
