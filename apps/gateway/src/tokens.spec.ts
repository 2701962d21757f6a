import { createHmac } from 'node:crypto';
import { industry } from '@doit/contracts';
import { people } from '@doit/testing';
import type { NestFastifyApplication } from '@nestjs/platform-fastify';
import { exportSPKI, generateKeyPair, SignJWT, UnsecuredJWT, importJWK } from 'jose';
import { database } from '../../industry/src/database';
import { IndustryModule } from '../../industry/src/industry.module';
import { at, Edges } from '../test/edges';
