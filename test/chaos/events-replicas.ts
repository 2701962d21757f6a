import { transformFileSync } from '@swc/core';
import { fork, type ChildProcess } from 'node:child_process';
import { once } from 'node:events';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, symlinkSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { dirname, join, resolve } from 'node:path';
import type { Task } from './events-replica';

const root = resolve(__dirname, '../..');
const swc = {
  jsc: {
    parser: { syntax: 'typescript', decorators: true },
    transform: { legacyDecorator: true, decoratorMetadata: true, useDefineForClassFields: false },
    target: 'es2022',
  },
  module: { type: 'commonjs' },
} as const;

/** Replicas as processes, to be killed. The sources are compiled into a folder of their own, so that no build is needed. */
export class Replicas {
  private readonly folder = mkdtempSync(join(tmpdir(), 'doit-replicas-'));
  private readonly running = new Set<ChildProcess>();

  constructor() {
    for (const sources of ['libs/contracts/src', 'libs/events/src', 'test/chaos']) this.compile(sources);
    mkdirSync(join(this.folder, 'node_modules/@doit'), { recursive: true });
    for (const lib of ['contracts', 'events']) {
      symlinkSync(join(this.folder, 'libs', lib, 'src'), join(this.folder, 'node_modules/@doit', lib));
    }
  }

  async start(task: Task): Promise<ChildProcess> {
    const child = fork(join(this.folder, 'test/chaos/events-replica.js'), {
      env: { ...process.env, NODE_PATH: join(root, 'node_modules'), TASK: JSON.stringify(task) },
      execArgv: ['--require', 'reflect-metadata'],
    });
    this.running.add(child);
    const ended = once(child, 'exit').then(() => {
      throw new Error('a replica ended before it was up');
    });
    ended.catch(() => undefined);
    await Promise.race([once(child, 'message'), ended]);
    return child;
  }

  /** As `kill -9`. */
  async kill(child: ChildProcess): Promise<void> {
    this.running.delete(child);
    const gone = once(child, 'exit');
    child.kill('SIGKILL');
    await gone;
  }

  async killAll(): Promise<void> {
    for (const child of this.running) await this.kill(child);
  }

  async remove(): Promise<void> {
    await this.killAll();
    rmSync(this.folder, { recursive: true, force: true });
  }

  private compile(sources: string): void {
    const files = readdirSync(join(root, sources), { recursive: true, encoding: 'utf8' });
    for (const file of files.filter((name) => name.endsWith('.ts') && !name.endsWith('.spec.ts'))) {
      const target = join(this.folder, sources, file.replace(/\.ts$/, '.js'));
      mkdirSync(dirname(target), { recursive: true });
      writeFileSync(target, transformFileSync(join(root, sources, file), swc).code);
    }
  }
}
