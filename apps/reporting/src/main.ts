import 'reflect-metadata';
import { runService } from '@doit/runtime';
import { config } from './config';
import { ReportingModule } from './reporting.module';

void runService(config(), ReportingModule);
