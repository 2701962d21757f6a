import createClient from 'openapi-fetch';
import { manners, spoken } from '../../api/client';
import type { components } from '../../api/schema';
import type { InBoth } from '../../words/languages';

export type Value = string | number | boolean | null | readonly Value[] | { readonly [part: string]: Value };

/** An entry of any register: what each has, and its own fields by name. */
export interface Entry {
  readonly id: string;
  readonly code: string;
  readonly name: string;
  readonly territory: string;
  readonly state: string;
  readonly stateOn: string | null;
  readonly version: number;
  readonly [field: string]: Value;
}

export interface NextStep {
  readonly step: string;
  readonly isAllowed: boolean;
  readonly from: string[];
  readonly to: string | null;
  readonly needsReason: boolean;
}

/** A rule of law that was met without refusing. */
export interface RuleMet {
  readonly message: InBoth;
  readonly legalSource: InBoth;
  readonly validFrom: string;
}

type Told = components['schemas']['EntryEvent'];

/** What happened to an entry: when it was entered all of it, later the names of what changed. */
export type EntryEvent = Omit<Told, 'payload'> & { readonly payload: { readonly [part: string]: Value } };

interface Json<T> {
  content: { 'application/json': T };
}
interface Place {
  service: string;
  register: string;
}
interface Answered<P, A> {
  parameters: P;
  responses: { 200: Json<A>; default: { content: { 'application/problem+json': never } } };
}
interface Sent<P, B, A> {
  parameters: P;
  requestBody: Json<B>;
  responses: { 200: Json<A>; default: { content: { 'application/problem+json': never } } };
}

export type ListQuery = Readonly<Record<string, string | number | readonly string[] | undefined>>;
export type Facts = Readonly<Record<string, Value>>;
interface AtVersion {
  header: { 'If-Match': number };
}

type Overlap = Omit<components['schemas']['EventOverlap'], 'reasons'> & {
  readonly reasons: { readonly why: string; readonly reason: InBoth }[];
};
type Proposal = Omit<components['schemas']['JoinProposal'], 'reason'> & { readonly reason: InBoth };

/** What a promotion event overlaps with, why, and whom to join; sentences in both languages. */
export interface Overlaps {
  readonly withinDays: number;
  readonly source: InBoth;
  readonly found: number;
  readonly items: Overlap[];
  readonly proposal: Proposal | null;
}

/** The operations that all registers share, whichever it is: openapi.json has them once for each. */
interface RegisterPaths {
  '/v1/{service}/{register}': {
    get: Answered<{ path: Place; query?: ListQuery }, { items: Entry[]; next: string | null }>;
    post: Sent<{ path: Place }, Facts, Entry>;
  };
  '/v1/{service}/{register}/counts': {
    get: Answered<{ path: Place; query?: ListQuery }, components['schemas']['EntryCounts']>;
  };
  '/v1/{service}/{register}.csv': { get: Answered<{ path: Place; query?: ListQuery }, string> };
  '/v1/{service}/{register}/{id}': {
    get: Answered<{ path: Place & { id: string } }, Entry>;
    patch: Sent<{ path: Place & { id: string } } & AtVersion, Facts, Entry>;
  };
  '/v1/{service}/{register}/{id}/steps': {
    get: Answered<{ path: Place & { id: string } }, { items: NextStep[] }>;
  };
  '/v1/{service}/{register}/{id}/history': {
    get: Answered<
      { path: Place & { id: string }; query?: { limit: number } },
      { items: EntryEvent[]; next: string | null }
    >;
  };
  '/v1/{service}/{register}/{id}/{step}': {
    post: Sent<
      { path: Place & { id: string; step: string } } & AtVersion,
      { on: string; document?: string; reason?: string; known?: Facts },
      { entry: Entry; warnings: RuleMet[]; allowed: string[] }
    >;
  };
}

interface OverlapPaths {
  '/v1/trade/promotion-events/overlaps': { post: Sent<{ query?: never }, Facts, Overlaps> };
  '/v1/trade/promotion-events/{id}/overlaps': { get: Answered<{ path: { id: string } }, Overlaps> };
}

/** Asks any register. Refusals are thrown as everywhere (api/problems.ts). */
export const entries = createClient<RegisterPaths & OverlapPaths>(spoken());
entries.use(manners());

/** What was answered; an answer without a body is none of ours. */
export function answered<T>({ data }: { data?: T }): T {
  if (data === undefined) throw new Error('A register answered with nothing.');
  return data;
}
