import { Module, type DynamicModule } from '@nestjs/common';
import { APP_FILTER, APP_GUARD } from '@nestjs/core';
import { Asker, Tokens } from '@doit/rpc';
import { AccessGuard } from './access.guard';
import { FrontPageController } from './front-page.controller';
import { HealthController } from './health.controller';
import { ProblemFilter } from './problems';
import { controllers } from './routes';

@Module({})
export class GatewayModule {
  static of(asker: Asker, tokens: Tokens): DynamicModule {
    return {
      module: GatewayModule,
      controllers: [FrontPageController, HealthController, ...controllers()],
      providers: [
        { provide: Asker, useValue: asker },
        { provide: Tokens, useValue: tokens },
        { provide: APP_GUARD, useClass: AccessGuard },
        { provide: APP_FILTER, useClass: ProblemFilter },
      ],
    };
  }
}
