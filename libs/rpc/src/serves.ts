import { applyDecorators, Catch, UseFilters, type RpcExceptionFilter } from '@nestjs/common';
import { Ctx, MessagePattern, Payload } from '@nestjs/microservices';
import type { Caller, Operation } from '@doit/contracts';
import { throwError, type Observable } from 'rxjs';
import type { Json } from './json';

/** Lets a thrown error through to the server, which turns it into an answer; Nest's own filter would hide it. */
@Catch()
class LetThrough implements RpcExceptionFilter {
  catch(error: unknown): Observable<never> {
    return throwError(() => error);
  }
}

type Handler<I, O> = (input: I, caller: Caller) => Promise<O | Json<O>>;

/**
 * Marks a method as *the* handler of an operation: `@Serves(industry.clusters.create) async create(input, caller)`.
 * A method of the wrong input or output type does not compile.
 */
export function Serves<I extends object, O extends object>(operation: Operation<I, O>) {
  return <T extends Handler<I, O>>(
    target: object,
    key: string,
    descriptor: TypedPropertyDescriptor<T>,
  ): void => {
    applyDecorators(MessagePattern(operation.name), UseFilters(new LetThrough()))(target, key, descriptor);
    // Without both Payload and Ctx, Nest would drop the second argument.
    Payload()(target, key, 0);
    Ctx()(target, key, 1);
  };
}
