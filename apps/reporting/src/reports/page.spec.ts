import type { ReportedCluster, ClusterSummary, Report } from '@doit/contracts';
import { like, publishedFigure, standingWith } from '../../test/published';
import { tallied } from '../../test/registers';
import { checksOf } from '../checks/checks';
import type { Found, Standing } from '../comparisons/standing';
import { pageOf } from './page';
import { answersOf } from '../places/answers';
import { reportText } from './report';

const noClusters: ClusterSummary = { count: 0, established: 0, areaEstablishedHa: null, items: [] };

const cluster: ReportedCluster = {
  id: '0190aaaa-0000-7000-8000-000000000001',
  code: 'CCN-1',
  name: 'Nghĩa Mỹ <b>&"\'',
  territory: 'nghe-an',
  commune: null,
  state: 'established',
  establishedOn: '2022-03-01',
  areaPlannedHa: null,
  areaEstablishedHa: '45.50',
  areaDetailedPlanHa: null,
  industrialHa: null,
  leasedHa: null,
  investor: null,
  version: 1,
  recordedAt: '2024-06-02T00:00:00Z',
  changedAt: '2024-06-02T00:00:00Z',
};

function reportWith(standing: Standing, clusters: ClusterSummary): Report {
  const { items } = clusters;
  const changedAt =
    items
      .map((each) => new Date(each.changedAt).toISOString())
      .sort()
      .at(-1) ?? null;
  const register = { summary: JSON.stringify(clusters), changedAt };
  return JSON.parse(
    reportText(standing, answersOf(standing, checksOf(standing, tallied(standing))), register),
  ) as Report;
}

const page = (
  territory: string,
  period: string,
  language: 'vi' | 'en',
  { more = [] as Found[], clusters = noClusters } = {},
): string => pageOf(reportWith(standingWith(territory, period, more), clusters), language);

/** The words of the page, as a reader sees them. */
const textOf = (html: string): string =>
  html
    .replace(/<style>.*?<\/style>/s, '')
    .replace(/<[^>]+>/g, ' ')
    .replace(/&#(\d+);/g, (_sign, code: string) => String.fromCharCode(Number(code)))
    .replace(/\s+/g, ' ');

describe('the report', () => {
  it('has its sections in order, with GRDP and targets after industry’s own figures', () => {
    const { sections, territoryName, knownAt } = reportWith(standingWith('kien-giang', '2023'), noClusters);
    expect(sections.map(({ key }) => key)).toEqual([
      'industry',
      'energy',
      'trade',
      'export-import',
      'clusters',
      'checks',
    ]);
    expect(sections[0]?.items.map(({ indicator }) => indicator)).toEqual([
      'IPV',
      'IPV_SHARE',
      'GROWTH_TARGET',
    ]);
    expect(territoryName.vi).toBe('Kiên Giang');
    expect(knownAt).toBe('2024-06-01T00:00:00.000Z');
    expect(sections[4]?.clusters).toEqual(noClusters);
    expect(sections[5]?.checks?.[0]?.verdict).toBe('contradicts');
  });

  it('knows no instant where nothing is known', () => {
    expect(reportWith(standingWith('ca-mau', '2023'), noClusters).knownAt).toBeNull();
  });
});

describe('the page of the report', () => {
  it('is headed and dated in both languages', () => {
    expect(page('kien-giang', '2023', 'vi')).toContain(
      '<title>Báo cáo tình hình công thương – Tỉnh Kiên Giang – Năm 2023</title>',
    );
    const english = page('nghe-an', '2023-01/P5M', 'en');
    expect(english).toContain('<html lang="en">');
    expect(textOf(english)).toContain(
      'Report on industry and trade – Nghe An Province – First 5 months of 2023',
    );
  });

  it('shows Kiên Giang’s production beside its plan, and says what agrees and what does not', () => {
    const text = textOf(page('kien-giang', '2023', 'vi'));
    for (const part of [
      '49.496,26 tỷ đồng',
      '48.180,83 *',
      'vượt 2,73%',
      '1.315,43 tỷ đồng',
      'tăng 11,11%',
      'nguồn nêu 3,11 điểm phần trăm: lệch ít nhất',
      'trừ mục tiêu 8% mỗi năm là 3,11 điểm phần trăm, khớp',
      'ước tính',
      'dòng 14',
    ]) {
      expect(text).toContain(part);
    }
  });

  it('shows what is only implied as a range, with a mark and its meaning', () => {
    const vietnamese = textOf(page('nghe-an', '2023-01/P5M', 'vi'));
    expect(vietnamese).toContain('85.002,9 – 85.025,1 *');
    expect(vietnamese).toContain('giảm 3,1%');
    expect(vietnamese).toContain('chậm 5,97 điểm phần trăm');
    expect(vietnamese).toContain('* Không có số ghi nhận');
    expect(textOf(page('nghe-an', '2023-01/P5M', 'en'))).toContain('85,002.9 – 85,025.1 *');
  });

  it('leaves no cell empty and needs nothing from elsewhere', () => {
    const pages = (['vi', 'en'] as const).flatMap((language) => [
      page('nghe-an', '2023-01/P5M', language),
      page('kien-giang', '2023', language),
      page('thai-binh', '2021', language),
      page('ca-mau', '2023-05', language),
    ]);
    for (const html of pages) {
      const cells = [...html.matchAll(/<t[dh][^>]*>(.*?)<\/t[dh]>/gs)].map(([, cell]) =>
        textOf(cell ?? '').trim(),
      );
      expect(cells.filter((cell) => cell === '')).toEqual([]);
      expect(html).not.toMatch(/<script|<link|<img|https?:|url\(|\bNaN\b|undefined/);
    }
  });

  it('refers to its sources by number, down to document and line', () => {
    const html = page('thai-binh', '2021', 'vi');
    const referred = new Set([...html.matchAll(/href="#(source-\d+)"/g)].map(([, id]) => id));
    const listed = new Set([...html.matchAll(/<li id="(source-\d+)">/g)].map(([, id]) => id));
    expect(referred).toEqual(listed);
    expect(textOf(html)).toContain(
      'Sở Công Thương Thái Bình (không rõ ngày): tài liệu 000_32642f463d6374c9.txt, dòng 20',
    );
    expect(textOf(html)).toContain('bình quân 164 ha một cụm');
  });

  it('escapes whatever people and sources wrote', () => {
    const figure = like(publishedFigure('nghe-an', 'EXPORT'), {
      source: '<img src=x>',
      document: '"a" & <i>',
      status: 'official',
    });
    const clusters = { count: 1, established: 1, areaEstablishedHa: '45.50', items: [cluster] };
    const html = page('nghe-an', '2023-01/P5M', 'vi', { more: [{ part: 'actual', figure }], clusters });
    expect(html).not.toMatch(/<img|<i>|<b>&"/);
    expect(textOf(html)).toContain('<img src=x>');
    expect(textOf(html)).toContain('Nghĩa Mỹ <b>&"\'');
    expect(textOf(html)).toContain('01/03/2022');
    expect(textOf(html)).toContain('Sổ đăng ký có 1 cụm, trong đó 1 cụm đã thành lập, 45,50 ha.');
  });

  it('says in words where there is nothing', () => {
    const text = textOf(page('ca-mau', '2023-05', 'vi'));
    expect(text).toContain('Tháng 5 năm 2023');
    expect(text).toContain('Chưa có số liệu được duyệt cho kỳ này.');
    expect(text).toContain('Sổ đăng ký chưa có cụm công nghiệp nào');
  });
});
