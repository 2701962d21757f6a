import 'reflect-metadata';
import { runService } from '@doit/runtime';
import { config } from './config';
import { IndustryModule } from './industry.module';

void runService(config(), IndustryModule);
