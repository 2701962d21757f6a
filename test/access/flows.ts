import { exportImport, type FlowImport } from '@doit/contracts';
import type { Claims, TestInstallation } from '@doit/testing';
import { ended, send } from '../../apps/export-import/test/extracts';
import type { Asking } from './register-requests';
import { months, type Case, type Place } from './rules';

type At = Pick<Case, 'place' | 'state'>;
interface Held {
  id: string;
  version: number;
}

const write = { permissions: ['export-import:read', 'export-import:write'], territories: ['*'] };
/** Whose lines and extracts wait for somebody else, and whose count at once. */
const recorders: Record<Case['state'], Claims> = {
  draft: { subject: 'a.clerk', ...write },
  approved: {
    ...{ subject: 'the.chief', ...write },
    permissions: [...write.permissions, 'export-import:approve'],
  },
};

const changing = /^export-import\.(flows|imports)\.(correct|approve|return|withdraw)$/;
const ofDocuments = /^export-import\.(imports\.send|documents\.append)$/;

const textOf = (place: Place): string =>
  `flow,territory,month,hs,partner,value_usd\nexport,${place},${months[place]},03061721,JP,5\n`;

/** Lines and extracts of trade for the matrix, at every place, draft and approved. */
export class FlowsOfMatrix {
  /** What stands, and what waits to be changed by an operation, by its name and place and state. */
  private readonly held = new Map<string, Held>();
  private sources = 0;

  constructor(private readonly house: TestInstallation) {}

  async begin(): Promise<void> {
    for (const place of Object.keys(months) as Place[])
      for (const state of ['draft', 'approved'] as const) {
        const at = { place, state };
        this.held.set(this.key('line', at), await this.line(at));
        this.held.set(this.key('import', at), await this.extract(at));
      }
  }

  /** Makes what the next request of an operation will change, unless it waits still. */
  async prepare(name: string, at: At, claims: Claims | null): Promise<void> {
    const key = this.key(name, at);
    if (ofDocuments.test(name))
      this.held.set(key, await this.document(at.place, claims?.subject ?? 'nobody'));
    else if (changing.test(name) && !this.held.has(key))
      this.held.set(key, await (name.includes('.flows.') ? this.line(at) : this.extract(at)));
  }

  /** It was carried out: what it changed waits no more. */
  spend(name: string, at: At): void {
    this.held.delete(this.key(name, at));
  }

  /** Requests that are right in all but perhaps their sender. */
  readonly requests: Readonly<Record<string, (at: At) => Asking>> = Object.fromEntries(
    Object.entries<(at: At, name: string) => Asking>({
      'flows.create': (at) => ({ body: this.row(at.place) }),
      'flows.createMany': (at) => ({ body: { items: [this.row(at.place), this.row(at.place)] } }),
      'flows.correct': (at, name) => this.change(at, name, { valueUsd: '7', reason: 'x' }),
      'flows.approve': (at, name) => this.change(at, name, {}),
      'flows.return': (at, name) => this.change(at, name, { reason: 'x' }),
      'flows.withdraw': (at, name) => this.change(at, name, { reason: 'x' }),
      'flows.list': ({ place, state }) => ({ query: `territory=${place}&state=${state}` }),
      'flows.get': (at) => ({ query: `id=${this.of('line', at).id}` }),
      'flows.history': (at) => ({ query: `id=${this.of('line', at).id}` }),
      'flows.export': ({ place, state }) => ({ query: `territory=${place}&state=${state}` }),
      'imports.send': (at, name) => ({ query: `locale=en&file=${this.of(name, at).id}` }),
      'imports.list': ({ state }) => ({
        query: `limit=100&status=done&state=${state === 'draft' ? 'submitted' : 'approved'}`,
      }),
      'imports.get': (at) => ({ query: `id=${this.of('import', at).id}` }),
      'imports.approve': (at, name) => this.change(at, name, {}),
      'imports.return': (at, name) => this.change(at, name, { reason: 'x' }),
      'documents.begin': () => ({ body: { name: 'extract.csv' } }),
      'documents.append': (at, name) => ({
        query: `id=${this.of(name, at).id}&nth=1`,
        bytes: Buffer.from('\n'),
      }),
    }).map(([verb, asking]) => {
      const name = `export-import.${verb}`;
      return [name, (at: At) => asking(at, name)];
    }),
  );

  private key(what: string, { place, state }: At): string {
    return `${what} ${place} ${state}`;
  }
  private of(what: string, at: At): Held {
    return this.held.get(this.key(what, at)) ?? { id: '', version: 0 };
  }
  private change(at: At, name: string, body: object): Asking {
    const { id, version } = this.of(name, at);
    return { query: `id=${id}`, ifMatch: `"${version}"`, body };
  }

  /** Of a source of its own, so that no line stands beside it. */
  private row(place: Place) {
    return {
      ...{ flow: 'export', territory: place, month: months[place], hs: '03061721', partner: 'JP' },
      ...{ valueUsd: '5', status: 'official', source: `source-${++this.sources}` },
    };
  }

  /** A line that somebody enters. */
  async entered(who: Claims, place: Place): Promise<Held & { state: string }> {
    const { status, body } = await this.house.ask(exportImport.flows.create, who, { body: this.row(place) });
    if (status !== 200) throw new Error(JSON.stringify(body));
    return body as unknown as Held & { state: string };
  }

  /** An extract that somebody sends, once it was read. */
  async sent(who: Claims, place: Place): Promise<FlowImport> {
    const { id } = await send(this.house, who, textOf(place), { source: `source-${++this.sources}` });
    return ended(this.house, who, id);
  }

  private async line({ place, state }: At): Promise<Held> {
    const line = await this.entered(recorders[state], place);
    if (line.state !== state) throw new Error(JSON.stringify(line));
    return line;
  }

  private async extract({ place, state }: At): Promise<Held> {
    const done = await this.sent(recorders[state], place);
    if (done.state !== (state === 'draft' ? 'submitted' : 'approved')) throw new Error(JSON.stringify(done));
    return done;
  }

  /** A document that somebody has begun. */
  private async document(place: Place, subject: string): Promise<Held> {
    const { begin, append } = exportImport.documents;
    const who = { subject, ...write };
    const { body } = await this.house.ask(begin, who, { body: { name: 'extract.csv' } });
    const id = String(body['id']);
    await this.house.ask(append, who, { query: `id=${id}&nth=0`, body: Buffer.from(textOf(place)) });
    return { id, version: 1 };
  }
}
