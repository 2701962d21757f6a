export { Serves } from './serves';
export { json, isJson } from './json';
export type { Json } from './json';
export { readInput } from './input';
export type { Arrived } from './input';
export { Tokens } from './tokens';
export { authorise, PromiseServer } from './server';
export { Asker } from './client';
export type { Asked, Reply } from './client';
