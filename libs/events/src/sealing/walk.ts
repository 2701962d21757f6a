import { createHash } from 'node:crypto';
import { chainBegins, link, type Sealed } from '../telling/chain';
import type { SignedHead } from './heads';
import { sortOut, type Suspect } from './suspects';

export type FaultKind =
  'altered' | 'removed' | 'moved' | 'inserted' | 'recomputed' | 'head-file' | 'unsealed';

/** Something that should not be so, in words. */
export interface AuditFault {
  readonly kind: FaultKind;
  /** Where in the chain; null: of the file of heads, or of all. */
  readonly position: number | null;
  readonly words: string;
}

/** A numbered event as it stands in the table: the payload's text, and the hash it carries. */
export type ChainRow = Sealed & { readonly hash: string | null };

/** Where the relay says that the chain ends. */
export interface RelayStanding {
  readonly position: string;
  readonly hash: string;
}

const mostSuspects = 200;
const hour = 3_600_000;

/** One pass over the rows of a chain, in the order of their positions. */
export class Walk {
  readonly faults: AuditFault[] = [];
  events = 0;
  position = 0;
  matched = 0;
  sealedTo: SignedHead | null = null;
  private hash: Buffer | null = chainBegins;
  private readonly suspects: Suspect[] = [];
  private moreSuspects = 0;
  private mismatched: SignedHead[] = [];
  private readonly heads: SignedHead[];
  private nextHead = 0;
  private unhashed: number | undefined;
  private oldestUnsealed: string | undefined;

  constructor(heads: readonly SignedHead[]) {
    this.heads = [...heads].sort((a, b) => a.position - b.position || (a.signedAt < b.signedAt ? -1 : 1));
    this.meetHeads(chainBegins.toString('hex'));
  }

  fault(kind: FaultKind, position: number | null, words: string): void {
    this.faults.push({ kind, position, words });
  }

  step({ hash, payload, ...columns }: ChainRow): void {
    const at = Number(columns.position);
    this.events += 1;
    if (at <= this.position) {
      const why = at < 1 ? 'before the first position' : 'a second time';
      this.fault('inserted', at, `a row stands ${why}, event ${columns.id}: put in by hand`);
      return;
    }
    if (at > this.position + 1) this.missing(at);
    this.position = at;
    const row = { ...columns, payload: createHash('sha256').update(payload).digest('hex') };
    if (hash === null) {
      this.unhashed ??= at;
    } else if (this.hash && link(this.hash, row).toString('hex') !== hash) {
      if (this.suspects.length < mostSuspects)
        this.suspects.push({ row, position: at, hash, before: this.hash });
      else this.moreSuspects += 1;
    }
    this.hash = hash === null ? null : Buffer.from(hash, 'hex');
    this.meetHeads(hash ?? '');
    this.compareTime(at, columns.occurredAt);
  }

  /**
   * What the last row must be; then what was found on the way is sorted out.
   * @param relay read before the rows and again behind them, for the chain may have grown meanwhile
   * @param counted how many rows have positions up to the last one
   */
  end(relay: { before?: RelayStanding; behind?: RelayStanding }, counted: number): void {
    const { position } = this;
    const [before, behind] = [Number(relay.before?.position), Number(relay.behind?.position)];
    const gone = `but the table ends at ${position}: the rows behind are gone`;
    for (const head of this.heads.slice(this.nextHead))
      this.fault(
        'removed',
        position + 1,
        `on ${head.signedAt} the head was signed at ${head.position}, ${gone}`,
      );
    if (!relay.behind) this.fault('altered', null, 'the table relay has lost its row');
    else if (before > position)
      this.fault('removed', position + 1, `the relay has chained events up to ${before}, ${gone}`);
    else if (this.unhashed !== undefined && behind < this.unhashed)
      this.fault(
        'unsealed',
        this.unhashed,
        'from here on rows are not chained yet: the relay does it when it starts',
      );
    else if (this.unhashed !== undefined) this.fault('altered', this.unhashed, 'the row has lost its hash');
    else if (behind < position)
      this.fault('inserted', behind + 1, `the relay has chained events up to ${behind} only: put in by hand`);
    else if (behind === position && this.hash && relay.behind.hash !== this.hash.toString('hex'))
      this.fault('altered', position, 'the last row has another hash than the relay gave it');
    if (counted !== this.events)
      this.fault(
        'inserted',
        null,
        `${counted - this.events} rows share a position with another: put in by hand`,
      );
    this.sayRecomputed();
    this.saySuspects();
  }

  /** Two days after it happened, everything should be before a signed head. */
  unsealed(now: number): void {
    const oldest = this.oldestUnsealed;
    if (oldest === undefined || now - Date.parse(oldest) < 48 * hour) return;
    const sealed = this.sealedTo ? `signed head, of ${this.sealedTo.signedAt},` : 'signed head';
    const what = this.sealedTo
      ? `the last ${sealed} is older than events of ${oldest}`
      : `there is no ${sealed} that holds`;
    this.fault(
      'unsealed',
      null,
      `${what}: heads were not signed, or lines at the end of their file are gone`,
    );
  }

  private missing(at: number): void {
    const [from, to] = [this.position + 1, at - 1];
    const which = from === to ? `row ${from} is missing` : `rows ${from} to ${to} are missing`;
    this.fault('removed', from, `${which}; whether row ${at} behind was altered, too, cannot be told`);
    this.hash = null;
    while (this.heads[this.nextHead] && (this.heads[this.nextHead]?.position ?? 0) < at) this.nextHead += 1;
  }

  private meetHeads(hash: string): void {
    for (
      let head = this.heads[this.nextHead];
      head?.position === this.position;
      head = this.heads[++this.nextHead]
    ) {
      if (head.hash === hash) {
        this.matched += 1;
        this.sealedTo = head;
        this.oldestUnsealed = undefined;
      } else this.mismatched.push(head);
    }
  }

  /** Who puts in an event of long ago by the ordinary way cannot get it before a head that was signed since. */
  private compareTime(at: number, occurredAt: string): void {
    const { sealedTo } = this;
    if (sealedTo?.position === at) return;
    if (this.oldestUnsealed === undefined || occurredAt < this.oldestUnsealed)
      this.oldestUnsealed = occurredAt;
    if (sealedTo && Date.parse(occurredAt) < Date.parse(sealedTo.signedAt) - hour) {
      const words = `says that it happened at ${occurredAt}, but was entered after the head of ${sealedTo.signedAt} was signed`;
      this.fault('inserted', at, `the row ${words}`);
    }
  }

  private sayRecomputed(): void {
    const [first, ...later] = this.mismatched;
    if (!first) return;
    const last = this.heads
      .filter(({ position }) => position < first.position)
      .filter((head) => !this.mismatched.includes(head))
      .at(-1);
    const span = last
      ? `between ${last.position + 1} and ${first.position}`
      : `at or before ${first.position}`;
    const more = later.length > 0 ? `, nor do ${later.length} later heads` : '';
    const words = `the hash that was signed on ${first.signedAt} does not stand there any more${more}: a row ${span} was altered since, and the chain recomputed`;
    this.fault('recomputed', first.position, words);
  }

  private saySuspects(): void {
    const { altered, inserted, moved } = sortOut(this.suspects);
    for (const { position } of altered)
      this.fault(
        'altered',
        position,
        `the row's hash does not follow from its content and row ${position - 1}: it was altered, or put in the place of another`,
      );
    for (const { position, row } of inserted)
      this.fault('inserted', position, `event ${row.id} was put in: another row was sealed at this position`);
    for (const { suspect, from } of moved)
      this.fault(
        'moved',
        suspect.position,
        `event ${suspect.row.id} was sealed at position ${from}: rows were re-ordered`,
      );
    if (this.moreSuspects > 0)
      this.fault(
        'altered',
        this.position,
        `${this.moreSuspects} more rows up to here do not follow from the row before them`,
      );
  }
}
