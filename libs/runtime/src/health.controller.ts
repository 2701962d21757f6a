import { Controller, type Type } from '@nestjs/common';
import type { Nothing, Operation, ServiceHealth } from '@doit/contracts';
import { Serves } from '@doit/rpc';
import { Health } from './health';

/** The handler of a service's `health.read`. */
export function healthController(read: Operation<Nothing, ServiceHealth>): Type {
  @Controller()
  class HealthController {
    constructor(private readonly health: Health) {}

    @Serves(read)
    read(): Promise<ServiceHealth> {
      return this.health.read();
    }
  }
  return HealthController;
}
