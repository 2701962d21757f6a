import 'reflect-metadata';
import { runService } from '@doit/runtime';
import { config } from './config';
import { ExportImportModule } from './export-import.module';

void runService(config(), ExportImportModule);
