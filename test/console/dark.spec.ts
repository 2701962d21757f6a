import { ConsoleHouse } from './house';

/** Whoever works at night has the same pages, in both contrasts, none of which hides anything from him. */
describe('in the dark', () => {
  let house: ConsoleHouse;
  beforeAll(async () => {
    house = await ConsoleHouse.open();
  });
  afterEach(() => house.leave());
  afterAll(() => house.close());

  const pages = {
    'overview-warnings': '/?territory=kien-giang&period=2023',
    line: '/explore?territory=kien-giang&period=2023&indicator=RETAIL&view=line&from=2020',
    map: '/explore?territory=viet-nam&period=2023&indicator=RETAIL&view=map',
    figure: '/figures/EXPORT~nghe-an~2023-01--P5M?territory=nghe-an&period=2023-01/P5M',
    work: '/work?territory=nghe-an&service=trade',
    approvals: '/work/approvals?territory=nghe-an',
    imports: '/work/imports?territory=nghe-an',
    registers: '/registers/industry/clusters?territory=nghe-an',
    calendar: '/calendar?territory=nghe-an&period=2026',
    report: '/reports/nghe-an/2023-01--P5M?territory=nghe-an&period=2023-01/P5M',
  };
  const looks = Object.entries(pages).flatMap(([name, path]) =>
    [false, true].map((contrast) => ({ name, path, contrast })),
  );
  it.each(looks)('is $name, contrast $contrast', async ({ name, path, contrast }) => {
    const page = await house.open(path, { as: 'nghean.director', theme: 'dark', contrast });
    const background = await page.evaluate(() => getComputedStyle(document.body).backgroundColor);
    const [red = 255] = background.match(/\d+/g)?.map(Number) ?? [];
    expect(red).toBeLessThan(64);
    expect(await house.violations(page)).toEqual([]);
    await house.keep(page, `dark-${name}-${contrast ? 'high' : 'normal'}`);
  });
});
