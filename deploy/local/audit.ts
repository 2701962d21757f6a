import { createPrivateKey, createPublicKey, generateKeyPairSync } from 'node:crypto';
import { existsSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import type { Service } from '../../libs/contracts/src/services';
import { writeJson } from './files';
import { forEachService, type ServiceDatabases } from './provision';

/** Where the audit of a local platform is kept: `<home>/audit`. */
export interface AuditFiles {
  /** The files of signed heads, one per service. */
  directory: string;
  keyFile: string;
  publicKeyFile: string;
  /** As the role that reads each service's events. */
  databases: Record<Service, string>;
}

/**
 * The folder of signed heads and the key that signs them, made at the first start; and, in `<home>/audit.json`, what
 * `npm run audit:verify` needs to know of a platform that runs.
 */
export function keptAudit(home: string, databases: ServiceDatabases): AuditFiles {
  const folder = join(home, 'audit');
  const files: AuditFiles = {
    directory: join(folder, 'heads'),
    keyFile: join(folder, 'key.pem'),
    publicKeyFile: join(folder, 'public.pem'),
    databases: forEachService((service) => databases[service].url),
  };
  mkdirSync(files.directory, { recursive: true });
  if (!existsSync(files.keyFile)) {
    const { privateKey } = generateKeyPairSync('ed25519');
    writeWhole(files.keyFile, privateKey.export({ type: 'pkcs8', format: 'pem' }), 0o600);
  }
  const publicKey = createPublicKey(createPrivateKey(readFileSync(files.keyFile, 'utf8')));
  writeWhole(files.publicKeyFile, publicKey.export({ type: 'spki', format: 'pem' }), 0o644);
  writeJson(join(home, 'audit.json'), files);
  return files;
}

function writeWhole(file: string, text: string | Buffer, mode: number): void {
  const whole = `${file}.${process.pid}`;
  writeFileSync(whole, text, { mode });
  renameSync(whole, file);
}
