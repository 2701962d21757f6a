import { Controller } from '@nestjs/common';
import {
  exportImport,
  type BothLanguages,
  type Caller,
  type ReadSavings,
  type Savings,
} from '@doit/contracts';
import { decimal, decimalText, firstDay, lastDay, roundHalfAway } from '@doit/reference';
import { Serves } from '@doit/rpc';
import { DataSource } from 'typeorm';
import { readAsked } from '../utilisation/asked';
import { partyMonths } from '../utilisation/market-months';
import { refused } from '../utilisation/rates';
import { savingsHeld } from './savings.sql';

const formula: BothLanguages = {
  vi: 'Khoản có thể tiết kiệm = (kim ngạch xuất khẩu FOB − trị giá trên C/O ưu đãi của cùng thị trường và mã HS) × (thuế suất MFN − thuế suất ưu đãi thấp nhất). Ước tính, vì thuế thường tính trên giá CIF.',
  en: 'Saving = (exports FOB − value on certificates of preference of the same market and HS code) × (MFN duty − lowest preferential duty). An estimate, since duties are mostly charged on CIF values.',
};

/** Each line of the months is held against tariffs: all of the country in a year takes seconds. */
const mostMonths = 12;

/** Duty that was paid though an agreement would have saved it. */
@Controller()
export class SavingsController {
  constructor(private readonly source: DataSource) {}

  @Serves(exportImport.savings.read)
  async read(
    { source: flows = 'customs', limit = 100, ...asking }: ReadSavings,
    caller: Caller,
  ): Promise<Savings> {
    const asked = readAsked(asking, mostMonths);
    const { period, months, territories } = asked;
    caller.requireTerritory(asking.territory);
    for (const each of territories) caller.requireTerritory(each);
    const [from, to] = [firstDay(period), lastDay(period)];
    const { months: known, held } = await savingsHeld(this.source, asked, partyMonths(months), {
      flows,
      from,
      to,
      limit,
    });
    const { exportsUsd, coveredUsd, undividedUsd, savingUsd, found, items } = held;
    const missingMonths = months.filter((month) => !known.includes(month));
    const isWhole = missingMonths.length === 0;
    return {
      ...{ territory: asking.territory, period: period.key, source: flows, formula, missingMonths },
      ...{ exportsUsd, coveredUsd, undividedUsd, found },
      notCoveredUsd: decimalText(decimal(exportsUsd).minus(coveredUsd)),
      savingUsd: isWhole ? inCents(savingUsd) : null,
      refusal: isWhole ? null : refused('incomplete-months', missingMonths),
      items: items.map((item) => Object.assign(item, { savingUsd: inCents(item.savingUsd) })),
    };
  }
}

const inCents = (usd: string): string => decimalText(roundHalfAway(decimal(usd), 2), 2);
