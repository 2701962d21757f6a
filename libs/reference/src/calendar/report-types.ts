import { frequencyOf, lastMonth, monthPlus, type Period } from '../periods';
import type { Bilingual } from '../text';
import { workingDayAfter, workingDayFrom } from './working-days';

/** A report that is due regularly: its data window and due day, as a dated rule with its source. */
export interface ReportType {
  readonly frequency: 'month' | 'quarter' | 'half' | 'year';
  /** The window ends on this day of the period's last month, and begins the day after it that many months earlier. */
  readonly windowEndsOn: number;
  readonly windowMonths: number;
  /** Due on this day of the period's last month; where nobody works then, on the next working day. */
  readonly dueOn: number;
  /** At least so many working days lie between the end of the window and the due day. */
  readonly leastWorkingDays: number;
  readonly legalSource: Bilingual;
  readonly validFrom: string;
  readonly validTo: string | null;
  /** False where the window was not yet read in the official text. */
  readonly verified: boolean;
}

const decree2019 = {
  windowEndsOn: 14,
  dueOn: 25,
  leastWorkingDays: 1,
  legalSource: {
    vi: 'Nghị định 09/2019/NĐ-CP, Điều 8, 12, 13; Bộ luật Dân sự 2015, Điều 148 khoản 5',
    en: 'Decree 09/2019/NĐ-CP, Articles 8, 12 and 13; Civil Code 2015, Article 148(5)',
  },
  validFrom: '2019-03-12',
  validTo: null,
} as const;

/**
 * Reports of a province to the Government: data from the 15th to the 14th, sent by the 25th of the period's last month.
 * What a province or ministry asks of its departments earlier than that is its own decision, and not known here.
 */
export const reportTypes: readonly ReportType[] = [
  { frequency: 'month', windowMonths: 1, ...decree2019, verified: true },
  { frequency: 'quarter', windowMonths: 3, ...decree2019, verified: false },
  { frequency: 'half', windowMonths: 6, ...decree2019, verified: false },
  { frequency: 'year', windowMonths: 12, ...decree2019, verified: false },
];

/** When a report's data begin and end, and when it is due; `dueOn` null where that year's holidays are not known. */
export interface Due {
  readonly windowFrom: string;
  readonly windowTo: string;
  readonly dueOn: string | null;
  readonly type: ReportType;
}

/** What is due for a period; null where it is no month, quarter, half or year, or no text known here ruled on it then. */
export function dueFor(period: Period): Due | null {
  const month = lastMonth(period);
  const frequency = frequencyOf(period);
  const holds = ({ validFrom, validTo, windowEndsOn }: ReportType): boolean => {
    const end = `${month}-${windowEndsOn}`;
    return validFrom <= end && (validTo === null || end <= validTo);
  };
  const type = reportTypes.find((each) => each.frequency === frequency && holds(each));
  if (!type) return null;
  const windowTo = `${month}-${type.windowEndsOn}`;
  const earliest = workingDayAfter(windowTo, type.leastWorkingDays);
  const due = workingDayFrom(`${month}-${type.dueOn}`);
  return {
    windowFrom: `${monthPlus(month, -type.windowMonths)}-${type.windowEndsOn + 1}`,
    windowTo,
    dueOn: due === null || earliest === null || earliest <= due ? due : earliest,
    type,
  };
}
