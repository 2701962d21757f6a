import { createHash, createPrivateKey, createPublicKey, sign, verify, type KeyObject } from 'node:crypto';
import { closeSync, fsyncSync, openSync, readFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import type { Service } from '@doit/contracts';

/** What is signed once a day: where a service's chain of events ends. */
export interface SignedHead {
  readonly service: Service;
  readonly epoch: string;
  readonly position: number;
  /** The hash of the event at that position, hex. */
  readonly hash: string;
  readonly signedAt: string;
  /** SHA-256 of the whole line before, hex; 64 zeros on the first line. */
  readonly before: string;
}

/** A line of a file of heads that is not what it should be. */
export interface WrongLine {
  readonly line: number;
  readonly words: string;
}

const first = '0'.repeat(64);

/** The file of a service's heads, one line a day: an Ed25519 signature (base64), a space, the head it signs (JSON). */
export const headsFile = (directory: string, service: Service): string => join(directory, `${service}.heads`);

/** The lines of a file of heads; none where there is no file yet. */
export function linesOf(file: string): string[] {
  try {
    return readFileSync(file, 'utf8')
      .split('\n')
      .filter((line) => line !== '');
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code === 'ENOENT') return [];
    throw error;
  }
}

/** @throws Error where the text is no private Ed25519 key in PEM */
export function signingKey(pem: string): KeyObject {
  const key = keyOf(() => createPrivateKey(pem));
  if (key?.asymmetricKeyType !== 'ed25519')
    throw new Error('the key of the audit is no private Ed25519 key in PEM');
  return key;
}

/** The public keys in a PEM file, one after another: after a change of keys the old ones stay. @throws Error where one is none */
export function verifyingKeys(pem: string): KeyObject[] {
  const blocks = pem.match(/-----BEGIN PUBLIC KEY-----[^-]+-----END PUBLIC KEY-----/g) ?? [];
  const keys = blocks.map((block) => keyOf(() => createPublicKey(block)));
  if (keys.length === 0 || keys.some((key) => key?.asymmetricKeyType !== 'ed25519'))
    throw new Error('the public key of the audit is no Ed25519 key in PEM');
  return keys as KeyObject[];
}

/** Adds a head to its file, and returns when the disk has it. */
export function appendHead(file: string, key: KeyObject, head: Omit<SignedHead, 'before'>): void {
  const before = linesOf(file).at(-1);
  const text = JSON.stringify({ ...head, before: before === undefined ? first : digest(before) });
  const descriptor = openSync(file, 'a', 0o644);
  try {
    writeSync(descriptor, `${sign(null, Buffer.from(text), key).toString('base64')} ${text}\n`);
    fsyncSync(descriptor);
  } finally {
    closeSync(descriptor);
  }
}

/** The head that a line speaks of, whoever signed it; undefined where it speaks of none. */
export function headOn(line: string | undefined): SignedHead | undefined {
  try {
    return JSON.parse(line?.slice(line.indexOf(' ') + 1) ?? '') as SignedHead;
  } catch {
    return undefined;
  }
}

/** The heads that hold, and the lines that do not. A line that was taken out shows at the next one. */
export function readHeads(
  lines: readonly string[],
  service: Service,
  keys: readonly KeyObject[],
): { heads: SignedHead[]; wrong: WrongLine[] } {
  const heads: SignedHead[] = [];
  const wrong: WrongLine[] = [];
  lines.forEach((line, index) => {
    const fault = (words: string): number => wrong.push({ line: index + 1, words });
    const head = headOn(line);
    const last = heads.at(-1);
    const before = lines[index - 1];
    if (!head || !isSigned(line, keys)) fault('is not signed by the key of the audit');
    else if (head.service !== service) fault(`speaks of another service (${head.service})`);
    else if (head.before !== (before === undefined ? first : digest(before)))
      fault('does not follow the line before it: a line was taken out, put in or changed');
    else if (last && head.signedAt <= last.signedAt) fault('is not later than the line before it');
    // Signed all the same: what it says of the chain counts.
    if (head && isSigned(line, keys) && head.service === service) heads.push(head);
  });
  return { heads, wrong };
}

function isSigned(line: string, keys: readonly KeyObject[]): boolean {
  const space = line.indexOf(' ');
  const [signature, text] = [Buffer.from(line.slice(0, space), 'base64'), Buffer.from(line.slice(space + 1))];
  return keys.some((key) => verify(null, text, key, signature));
}

const digest = (line: string): string => createHash('sha256').update(line).digest('hex');

function keyOf(read: () => KeyObject): KeyObject | undefined {
  try {
    return read();
  } catch {
    return undefined;
  }
}
