import { answered, record, stated } from './recorded';

export const south = [
  ...['binh-thuan', 'binh-phuoc', 'tay-ninh', 'binh-duong', 'dong-nai', 'ba-ria-vung-tau', 'ho-chi-minh'],
  ...['long-an', 'tien-giang', 'ben-tre', 'tra-vinh', 'vinh-long', 'dong-thap', 'an-giang', 'kien-giang'],
  ...['can-tho', 'hau-giang', 'soc-trang', 'bac-lieu'],
];
/** One of the twenty stays without a figure. */
export const without = 'ca-mau';

export interface Ranking {
  items: { rank: number; territory: string; value: string }[];
  of: number;
  missing: string[];
  national: string;
  aboveNational: number;
}

const growth = (n: number): string => ((((n * 37) % 190) - 25) / 10).toFixed(1);
export const rankingOf = (address: string): string =>
  `${address}/v1/reporting/rankings?indicator=IIP_GROWTH&period=2019&group=south-20-2024`;

/** What the tests of explore look at, of years that no other test speaks of. */
export async function recordExplored(address: string): Promise<Ranking> {
  const level = (month: string, value: string) => stated('IIP', 'viet-nam', month, value, 'INDEX');
  await record(address, 'industry', [
    ...south.map((id, n) => stated('IIP_GROWTH', id, '2019', growth(n), 'PCT')),
    stated('IIP_GROWTH', 'viet-nam', '2019', '9.1', 'PCT'),
    // Under one label the country's level falls as 2023 begins: a break that the catalogue declares.
    ...['2021-11', '2021-12', '2022-01', '2022-02'].map((month) => level(month, '150')),
    ...Array.from({ length: 10 }, (_, n) => level(`2022-${String(n + 3).padStart(2, '0')}`, '168')),
    ...['2023-01', '2023-02'].map((month) => level(month, '128')),
  ]);
  const plan = stated('RETAIL', 'an-giang', '2017', '66000', 'VND_BN');
  await record(address, 'reporting', [{ ...plan, measure: 'plan', source: 'hdnd-an-giang' }]);
  const months = Array.from({ length: 24 }, (_, n) => ({
    n,
    period: `${2016 + Math.floor(n / 12)}-${String((n % 12) + 1).padStart(2, '0')}`,
  }));
  const sold = (id: string, base: number) =>
    months
      // A month that nobody stated.
      .filter(({ period }) => id !== 'kien-giang' || period !== '2017-05')
      .map(({ n, period }) => stated('RETAIL', id, period, String(base + n * 10), 'VND_BN'));
  await record(address, 'trade', [...sold('kien-giang', 4000), ...sold('an-giang', 5000)]);
  await answered<{ series: { points: unknown[] }[] }>(
    `${address}/v1/reporting/series?indicator=RETAIL&territory=an-giang,kien-giang&from=2016&to=2017`,
    ({ series }) => series.length === 2 && series.every(({ points }) => points.length >= 23),
  );
  return answered<Ranking>(rankingOf(address), ({ of }) => of === south.length);
}
