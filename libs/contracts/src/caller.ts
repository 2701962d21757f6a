import type { Permission } from './operation';
import { Problem } from './problems';
import type { Service } from './services';

/** Who asks: what the access token says. Nobody in particular where no token was sent. */
export class Caller {
  static readonly nobody = new Caller('', [], [], 0);

  constructor(
    /** The account. */
    readonly subject: string,
    readonly permissions: readonly string[],
    /** Ids of territories, or `*` for all. */
    readonly territories: readonly string[],
    /** Seconds since 1970 after which the token counts no more. */
    readonly expiresAt: number,
  ) {}

  get isKnown(): boolean {
    return this.subject !== '';
  }

  may(permission: Permission): boolean {
    return this.permissions.includes(permission);
  }

  /** Whether the caller holds this permission over this territory. */
  mayIn(permission: Permission, territory: string): boolean {
    return this.may(permission) && this.covers(territory);
  }

  covers(territory: string): boolean {
    return this.territories.includes('*') || this.territories.includes(territory);
  }

  /** @throws Problem territory.not-yours */
  requireTerritory(territory: string): void {
    if (!this.covers(territory)) throw new Problem('territory.not-yours', { territory });
  }

  /** The territories whose unpublished figures of a service the caller may read: a list, `*`, or none. */
  readsUnpublished(service: Service): readonly string[] {
    return this.may(`${service}:read`) ? this.territories : [];
  }
}
