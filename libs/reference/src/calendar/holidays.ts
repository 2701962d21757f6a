import type { Bilingual } from '../text';

/** What a holiday or a moved working day follows from. */
export const calendarSources = {
  holidays: {
    vi: 'Bộ luật Lao động 2019, Điều 112 (trước 2021: Bộ luật Lao động 2012, Điều 115); ngày cụ thể theo thông báo hằng năm',
    en: 'Labour Code 2019, Article 112 (before 2021: Labour Code 2012, Article 115); the days by the yearly announcements',
  },
  compensation: {
    vi: 'Bộ luật Lao động 2019, Điều 111 khoản 3: ngày lễ trùng ngày nghỉ hằng tuần được nghỉ bù',
    en: 'Labour Code 2019, Article 111(3): a holiday on a weekly day of rest is made up on the next working day',
  },
  moved: {
    vi: 'Thông báo hằng năm về nghỉ lễ, Tết và hoán đổi ngày làm việc của cán bộ, công chức',
    en: 'Yearly announcements on holidays and moved working days of public servants',
  },
} as const satisfies Record<string, Bilingual>;

export type HolidayName = 'new-year' | 'tet' | 'hung-kings' | 'reunification' | 'labour-day' | 'national-day';

/** A holiday, or a run of its days; both days included. */
export interface Holiday {
  readonly name: HolidayName;
  readonly from: string;
  readonly to: string;
}

/** A working day that became a day of rest, and the Saturday or Sunday worked for it. */
export interface MovedDay {
  readonly rest: string;
  readonly worked: string;
}

export interface HolidayYear {
  readonly year: number;
  /** Tết and the Hùng Kings' day (10th of the third month) follow the lunar calendar. */
  readonly holidays: readonly Holiday[];
  readonly moved: readonly MovedDay[];
}

type Run = readonly [from: string, to: string];

/** A year's days; those on weekends are made up by rule (working-days.ts). */
function year(
  number: number,
  { tet, hungKings, national, moved = [] }: { tet: Run; hungKings: string; national: Run; moved?: Run[] },
): HolidayYear {
  const on = (name: HolidayName, from: string, to = from): Holiday => ({
    name,
    from: `${number}-${from}`,
    to: `${number}-${to}`,
  });
  return {
    year: number,
    holidays: [
      on('new-year', '01-01'),
      on('tet', ...tet),
      on('hung-kings', hungKings),
      on('reunification', '04-30'),
      on('labour-day', '05-01'),
      on('national-day', ...national),
    ],
    moved: moved.map(([rest, worked]) => ({ rest: `${number}-${rest}`, worked: `${number}-${worked}` })),
  };
}

/** The years whose days are known here, since Decree 09/2019/NĐ-CP. A later one is added when it is announced. */
export const holidayYears: readonly HolidayYear[] = [
  year(2019, {
    tet: ['02-04', '02-08'],
    hungKings: '04-14',
    national: ['09-02', '09-02'],
    moved: [['04-29', '05-04']],
  }),
  year(2020, { tet: ['01-23', '01-27'], hungKings: '04-02', national: ['09-02', '09-02'] }),
  year(2021, { tet: ['02-10', '02-14'], hungKings: '04-21', national: ['09-02', '09-03'] }),
  year(2022, { tet: ['01-31', '02-04'], hungKings: '04-10', national: ['09-01', '09-02'] }),
  year(2023, { tet: ['01-20', '01-24'], hungKings: '04-29', national: ['09-01', '09-02'] }),
  year(2024, {
    tet: ['02-08', '02-12'],
    hungKings: '04-18',
    national: ['09-02', '09-03'],
    moved: [['04-29', '05-04']],
  }),
  year(2025, {
    tet: ['01-27', '01-31'],
    hungKings: '04-07',
    national: ['09-01', '09-02'],
    moved: [['05-02', '04-26']],
  }),
  year(2026, {
    tet: ['02-16', '02-20'],
    hungKings: '04-26',
    national: ['09-01', '09-02'],
    moved: [
      ['01-02', '01-10'],
      ['08-31', '08-22'],
    ],
  }),
];
