import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import { Asker, Tokens } from '@doit/rpc';
import { AccessGuard, CountingAccounts } from './access.guard';
import { Circuits } from './circuits';
import { CONSOLE, ConsoleController, type ConsoleSettings } from './console.controller';
import { Tagger } from './etags';
import { HealthController } from './health.controller';
import { LiveEvents } from './live-events';
import { LiveEventsController } from './live-events.controller';
import { ProblemFilter } from './problems';
import type { CountAccount } from './rates';
import { controllers } from './routes';

interface Parts {
  asker: Asker;
  tokens: Tokens;
  circuits: Circuits;
  liveEvents: LiveEvents;
  tagger: Tagger;
  /** Known once the server's plugins are. */
  countAccount: CountAccount;
  console: ConsoleSettings;
}

@Module({})
export class GatewayModule {
  static of({ asker, tokens, circuits, liveEvents, tagger, countAccount, console }: Parts): DynamicModule {
    return {
      module: GatewayModule,
      controllers: [HealthController, LiveEventsController, ...controllers(), ConsoleController],
      providers: [
        { provide: Asker, useValue: asker },
        { provide: Tokens, useValue: tokens },
        { provide: Circuits, useValue: circuits },
        { provide: LiveEvents, useValue: liveEvents },
        { provide: Tagger, useValue: tagger },
        { provide: CountingAccounts, useValue: countAccount },
        { provide: CONSOLE, useValue: console },
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
    };
  }
}
