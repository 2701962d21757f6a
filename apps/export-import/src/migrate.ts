import 'reflect-metadata';
import { migrate } from '@doit/runtime';
import { migrationConfig } from './config';
import { database } from './database';

void migrate(database(migrationConfig()));
