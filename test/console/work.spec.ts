import { ConsoleHouse } from './house';

describe('work', () => {
  let house: ConsoleHouse;
  beforeAll(async () => {
    house = await ConsoleHouse.open();
  });
  afterEach(() => house.leave());
  afterAll(() => house.close());

  it('looks', async () => {
    for (const width of [1440, 360]) {
      const page = await house.open('/work?territory=nghe-an&service=trade&period=2024-03', { as: 'nghean.officer', width });
      await page.getByRole('grid').waitFor();
      await house.settled(page);
      console.log(await house.violations(page), await house.sideways(page));
      await house.keep(page, `work-try-${width}`);
    }
  });
});
