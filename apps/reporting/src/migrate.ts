import 'reflect-metadata';
import { migrate } from '@doit/runtime';
import { config } from './config';
import { database } from './database';

void migrate(config, database(config));
