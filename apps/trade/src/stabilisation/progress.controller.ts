import { Controller } from '@nestjs/common';
import {
  destinations,
  goodsCodes,
  pointKinds,
  Problem,
  trade,
  type Caller,
  type ReadStabilisationProgress,
  type StabilisationProgress,
} from '@doit/contracts';
import { todayInVietNam } from '@doit/registers';
import { Serves } from '@doit/rpc';
import { DataSource } from 'typeorm';
import { progressForEverybody, progressOf, type ProgressHeld } from './progress';
import { programmeHeld } from './progress.sql';

/** How programmes of price stabilisation come on. */
@Controller()
export class StabilisationProgressController {
  constructor(private readonly source: DataSource) {}

  @Serves(trade.stabilisationProgrammes.progress)
  async progress({ id }: ReadStabilisationProgress, caller: Caller): Promise<StabilisationProgress> {
    const asked = [id, goodsCodes, pointKinds, destinations, todayInVietNam()];
    const [held] = await this.source.query<ProgressHeld[]>(programmeHeld, asked);
    if (!held) throw new Problem('register.not-found');
    const readable = caller.readsUnpublished('trade');
    const isTheirs = readable.includes('*') || readable.includes(held.territory);
    return isTheirs ? progressOf(held) : progressForEverybody(held);
  }
}
