import 'reflect-metadata';
import { migrate } from '@doit/runtime';
import { migrationConfig } from './config';
import { database } from './database';

const config = migrationConfig();
void migrate(config, database(config));
