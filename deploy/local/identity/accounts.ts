import { services } from '../../../libs/contracts/src/services';

/** A person of the local start. The password of all is `demo`; there are none of these in production. */
export interface SampleAccount {
  name: string;
  vi: string;
  en: string;
  permissions: string[];
  territories: string[];
}

const all = (verb: string): string[] => services.map((service) => `${service}:${verb}`);
const NGHE_AN = ['nghe-an'];
const KIEN_GIANG = ['kien-giang', 'an-giang-2025'];

// Nobody approves what he recorded himself; the administration records national sources' figures as approved.
const officer = [...all('write'), ...all('read')];
const director = [...all('approve'), ...all('read'), ...all('audit')];

export const sampleAccounts: SampleAccount[] = [
  {
    name: 'nghean.officer',
    vi: 'Chuyên viên Sở Công Thương Nghệ An',
    en: 'officer of every domain, Nghệ An',
    permissions: officer,
    territories: NGHE_AN,
  },
  {
    name: 'nghean.director',
    vi: 'Giám đốc Sở Công Thương Nghệ An',
    en: 'director, approves for Nghệ An',
    permissions: director,
    territories: NGHE_AN,
  },
  {
    name: 'nghean.deputy',
    vi: 'Phó Giám đốc Sở Công Thương Nghệ An',
    en: 'deputy director, Nghệ An, records and approves',
    permissions: [...officer, ...all('approve')],
    territories: NGHE_AN,
  },
  {
    name: 'nghean.leader',
    vi: 'Lãnh đạo UBND tỉnh Nghệ An',
    en: 'provincial leader of Nghệ An',
    permissions: all('read'),
    territories: NGHE_AN,
  },
  {
    name: 'kiengiang.officer',
    vi: 'Chuyên viên Sở Công Thương Kiên Giang (An Giang từ 2025)',
    en: 'officer, Kiên Giang and its successor An Giang',
    permissions: officer,
    territories: KIEN_GIANG,
  },
  {
    name: 'kiengiang.director',
    vi: 'Giám đốc Sở Công Thương Kiên Giang (An Giang từ 2025)',
    en: 'director, Kiên Giang and its successor An Giang',
    permissions: director,
    territories: KIEN_GIANG,
  },
  {
    name: 'arit.analyst',
    vi: 'Chuyên viên phân tích của Cục Công Thương địa phương',
    en: 'national analyst, reads every territory',
    permissions: all('read'),
    territories: ['*'],
  },
  {
    name: 'admin',
    vi: 'Quản trị nền tảng',
    en: 'platform administration, records for any territory',
    permissions: [...officer, ...all('approve'), ...all('audit'), 'platform:read', 'platform:admin'],
    territories: ['*'],
  },
];

/** Systems, by client id: they log in with a secret (client credentials) and have rights as people have. */
export const sampleSystems: Record<string, Pick<SampleAccount, 'permissions' | 'territories'>> = {
  jobs: { permissions: ['platform:read'], territories: ['*'] },
  // A system that brings in what national sources publish, as approved.
  'national-sources': { permissions: [...officer, ...all('approve')], territories: ['*'] },
};

export const sampleAccount = (name: unknown): SampleAccount | undefined =>
  sampleAccounts.find((account) => account.name === name);
