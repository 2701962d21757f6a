import { ConsoleLogger } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { SwaggerModule, type OpenAPIObject } from '@nestjs/swagger';
import type { Asker, Tokens } from '@doit/rpc';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { GatewayModule } from './gateway.module';
import { openapi } from './openapi';
import { bodyLimit, problemOf, sendProblem } from './problems';

/** The HTTP edge, not yet listening. Bodies stay bytes: they are read where they are understood. */
export async function edge(asker: Asker, tokens: Tokens): Promise<NestFastifyApplication> {
  const adapter = new FastifyAdapter({
    bodyLimit,
    logger: false,
    routerOptions: { maxParamLength: 200 },
    // An address that cannot be decoded, or a part of it too long: found before there is a route whose filter could say it.
    frameworkErrors: (error: Error, request: FastifyRequest, reply: FastifyReply) =>
      void sendProblem(reply, request.headers['accept-language'], problemOf(error).onTheWire()),
  });
  const app = await NestFactory.create<NestFastifyApplication>(GatewayModule.of(asker, tokens), adapter, {
    bodyParser: false,
    logger: new ConsoleLogger({ json: true, logLevels: ['error', 'warn'], prefix: 'gateway' }),
  });
  const fastify = adapter.getInstance();
  fastify.removeAllContentTypeParsers();
  fastify.addContentTypeParser('application/json', { parseAs: 'buffer' }, (_request, body, done) =>
    done(null, body),
  );
  SwaggerModule.setup('docs', app, openapi() as unknown as OpenAPIObject, { customSiteTitle: 'DOIT' });
  return app;
}
