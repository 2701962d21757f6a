import { readFile } from 'node:fs/promises';
import { recordExplored, south } from './explore-figures';
import { ConsoleHouse, widths } from './house';

const map = '/explore?territory=viet-nam&period=2019&indicator=IIP_GROWTH&view=map';
const days = { before: '2025-06-30', after: '2025-07-01' } as const;

describe('the map of tiles', () => {
  let house: ConsoleHouse;
  beforeAll(async () => {
    house = await ConsoleHouse.open();
    await recordExplored(house.address);
  });
  afterEach(() => house.leave());
  afterAll(() => house.close());

  it('has the units that the API has on that day, and says name, value, rank and class of each', async () => {
    for (const when of ['before', 'after'] as const) {
      const answer = await fetch(`${house.address}/v1/territories?on=${days[when]}&limit=500`);
      const { items } = (await answer.json()) as { items: { id: string; type: string }[] };
      const units = items.filter(({ type }) => type === 'province' || type === 'city');
      const page = await house.open(`${map}&map=${when}`);
      await page.getByRole('grid').waitFor();
      expect(
        await page
          .locator('[data-id]')
          .evaluateAll((tiles) => tiles.map((tile) => tile.getAttribute('data-id'))),
      ).toEqual(expect.arrayContaining(units.map(({ id }) => id)));
      expect(await page.locator('[data-id]').count()).toBe(units.length);
      await page.close();
    }
    const page = await house.open(map);
    await page.getByRole('link', { name: /^Kiên Giang: [\d,−]+ %, hạng \d+, nhóm [1-5] \(/ }).waitFor();
    await page.getByRole('link', { name: 'Hà Nội: Chưa có số liệu của kỳ này.' }).waitFor();
    const counts = await page.locator('ol li').filter({ hasText: '·' }).allTextContents();
    const total = counts.reduce((sum, text) => sum + Number(/· (\d+)/.exec(text)?.[1]), 0);
    expect(total).toBe(63);
    expect(counts.length).toBe(6);
    expect(south.length).toBe(19);
  });

  it('is walked by arrows and leads to the overview of a unit', async () => {
    const page = await house.open(map);
    const tile = page.locator('[data-id][tabindex="0"]');
    await tile.waitFor();
    expect(await tile.count()).toBe(1);
    await tile.focus();
    await page.keyboard.press('ArrowDown');
    await page.keyboard.press('ArrowRight');
    const name = await page.locator(':focus').getAttribute('aria-label');
    expect(name).toBeTruthy();
    expect(await page.locator('[data-id][tabindex="0"]').getAttribute('aria-label')).toBe(name);
    const id = (await page.locator(':focus').getAttribute('data-id')) ?? '';
    await page.keyboard.press('Enter');
    await page.waitForURL((url) => url.pathname === '/' && url.searchParams.get('territory') === id);
    expect(new URL(page.url()).searchParams.get('period')).toBe('2019');
  });

  it('is taken away with its letters and its lines, the first time as well', async () => {
    const page = await house.open(map);
    await page.getByRole('grid').waitFor();
    const take = async (kind: string): Promise<Buffer> => {
      await page.getByRole('button', { name: 'Tải về' }).click();
      const [file] = await Promise.all([
        page.waitForEvent('download'),
        page.getByRole('menuitem', { name: kind }).click(),
      ]);
      return readFile(await file.path());
    };
    // A browser that has never drawn these letters in a picture leaves them out at first.
    const first = await take('PNG');
    expect((await take('PNG')).equals(first)).toBe(true);
    const svg = (await take('SVG')).toString();
    expect(svg).toMatch(/<pattern id="no-figure"[^>]*><line [^>]*style="[^"]*stroke: rgb/);
  });

  const looks = (['vi', 'en'] as const).flatMap((language) =>
    [false, true].flatMap((contrast) => widths.map((width) => ({ language, contrast, width }))),
  );
  it.each(looks)('is open to everybody: $language, contrast $contrast, $width px', async (look) => {
    const page = await house.open(map, look);
    await page.getByRole('grid').waitFor();
    expect(await house.violations(page)).toEqual([]);
    expect(await house.sideways(page)).toBe(0);
    await house.keep(page, `map-${look.language}-${look.contrast ? 'high' : 'normal'}-${look.width}`);
  });
});
