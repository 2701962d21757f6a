import 'reflect-metadata';
import { runService } from '@doit/runtime';
import { config } from './config';
import { TradeModule } from './trade.module';

void runService(config(), TradeModule);
