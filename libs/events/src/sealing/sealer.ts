import { accessSync, constants } from 'node:fs';
import type { KeyObject } from 'node:crypto';
import type { Service } from '@doit/contracts';
import type { Pool } from 'pg';
import { chainBegins } from '../telling/chain';
import type { Log } from '../told';
import { appendHead, headOn, headsFile, linesOf, signingKey } from './heads';

export interface SealerOptions {
  service: Service;
  /** The private key, Ed25519 in PEM. */
  key: string;
  /** Folder of the files of heads: outside the database, shared by all replicas. */
  directory: string;
  pool: Pool;
  log: Log;
  /** Whether this replica numbers events: it alone signs. */
  isHolder: () => boolean;
}

const lookMs = 2_000;

// The head as the relay keeps it, and as the table has it; and the event that was signed last.
const standing = `
  select relay.epoch, relay.head = relay.chained as whole, relay.chained as position, encode(relay.hash, 'hex') as hash,
    encode(coalesce(event.hash, $2), 'hex') as "inTable", encode(coalesce(signed.hash, $2), 'hex') as "signedBefore"
  from relay
  left join event on event.position = relay.chained
  left join event signed on signed.position = $1`;

interface Standing {
  epoch: string;
  whole: boolean;
  position: string;
  hash: string;
  inTable: string;
  signedBefore: string;
}

/**
 * Signs, once a day (UTC), where the chain of a service's events ends, and adds it to the service's file of heads. It signs
 * nothing that contradicts what it signed before.
 */
export class Sealer {
  private readonly key: KeyObject;
  private readonly file: string;
  private timer: NodeJS.Timeout | undefined;
  private looking: Promise<void> = Promise.resolve();
  private sealedOn = '';
  private complaint = '';

  /** @throws Error where the key is none, or the folder cannot be written */
  constructor(private readonly options: SealerOptions) {
    this.key = signingKey(options.key);
    this.file = headsFile(options.directory, options.service);
    try {
      accessSync(options.directory, constants.W_OK);
    } catch {
      throw new Error(`the folder of signed heads, ${options.directory}, cannot be written`);
    }
  }

  start(): void {
    this.timer = setInterval(() => this.look(), lookMs);
    this.timer.unref();
    this.look();
  }

  async stop(): Promise<void> {
    clearInterval(this.timer);
    await this.looking;
  }

  private look(): void {
    const sealing = this.looking.then(() => this.sealIfDue(new Date()));
    this.looking = sealing.then(
      () => undefined,
      (error: unknown) => this.complain(error),
    );
  }

  /** Signs the head unless the day has one already. Answers whether it signed. */
  async sealIfDue(now: Date): Promise<boolean> {
    const { service, pool, log, isHolder } = this.options;
    const today = now.toISOString().slice(0, 10);
    if (this.sealedOn === today || !isHolder()) return false;
    const last = headOn(linesOf(this.file).at(-1));
    this.sealedOn = last?.signedAt.slice(0, 10) ?? '';
    if (this.sealedOn === today) return false;
    const { rows } = await pool.query<Standing>(standing, [last?.position ?? 0, chainBegins]);
    const [found] = rows;
    // What was numbered before there was a chain is still being added to it.
    if (!found?.whole) return false;
    const { epoch, position, hash, inTable, signedBefore } = found;
    if (hash !== inTable) throw new Error(`event ${position} has another hash than the relay gave it`);
    if (last && signedBefore !== last.hash)
      throw new Error(`event ${last.position} is not the one whose hash was signed at ${last.signedAt}`);
    appendHead(this.file, this.key, {
      service,
      epoch,
      position: Number(position),
      hash,
      signedAt: now.toISOString(),
    });
    this.sealedOn = today;
    this.complaint = '';
    // A second witness, wherever the logs go.
    log.log(`${service} audit: signed the head at ${position}: ${hash}`);
    return true;
  }

  /** The same trouble is told once, not at every look. */
  private complain(error: unknown): void {
    const { service, log } = this.options;
    const text = `${service} audit: signs nothing: ${error instanceof Error ? error.message : String(error)}`;
    if (text !== this.complaint) log.error(text);
    this.complaint = text;
  }
}
