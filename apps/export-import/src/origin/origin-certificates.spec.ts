import { exportImport, originAuthorities, originCertificates, originFormCodes, plain } from '@doit/contracts';
import { agreementOfForm, originForms } from '@doit/reference';
import { few, keepTheirPromises, leastEntry, people, TestInstallation, type Answer } from '@doit/testing';
import { database } from '../database';
import { ExportImportModule } from '../export-import.module';

const rooms = { module: ExportImportModule, database };
const uses = [
  ['AJ', 'JP'],
  ['VJ', 'JP'],
  ['CPTPP', 'CA'],
  ['EUR.1', 'DE'],
  ['B', 'US'],
] as const;

keepTheirPromises('export-import', rooms, [
  {
    register: plain(originCertificates),
    operations: exportImport.originCertificates,
    known: (n) => ({
      form: uses[n % 5]?.[0],
      market: uses[n % 5]?.[1],
      number: n % 4 === 0 ? null : `VN-${n}`,
      exporter: `Công ty ${n % 4}`,
      taxCode: ['2900000001', '2900000002-001'][n % 2],
      hsCodes: [['10063040'], ['0306', '160521'], ['09011120', '0306']][(n * 5) % 3],
      valueUsd: ['100.5', '0', '99999.99'][n % 3],
      issuedOn: n % 3 === 2 ? ['2023-05-31', '2024-02-29', '2021-01-01'][(n % 7) % 3] : null,
      exportedOn: few(n + 1, '2023-06-01', '2022-12-31'),
      authority: originAuthorities[n % 3],
    }),
  },
]);

describe('the forms of the contract', () => {
  it('are those of libs/reference', () => {
    expect([...originFormCodes]).toEqual(originForms.map(({ code }) => code));
  });
});

describe('a certificate of origin', () => {
  let house: TestInstallation;

  beforeAll(async () => {
    house = await TestInstallation.create();
    await house.start('export-import', rooms);
  });
  afterAll(() => house.stop());

  const enter = (more: object, who = people.officer) =>
    house.ask(exportImport.originCertificates.create, who, { body: leastEntry(originCertificates, more) });
  const step = (entry: Answer['body'], name: string, more: object = {}, who = people.officer) =>
    house.ask(exportImport.originCertificates.step, who, {
      query: `id=${String(entry['id'])}`,
      ifMatch: String(entry['version']),
      body: { step: name, on: '2024-03-01', reason: 'theo hồ sơ', ...more },
    });
  const said = ({ status, body }: Answer): string =>
    status === 200 ? '200' : [status, body.code, body.errors?.[0]?.pointer].join(' ');

  it.each([
    ['AJ', 'JP', '2008-12-01', '200'],
    ['AJ', 'JP', '2008-11-30', '422 origin.form-not-for-market /form'],
    ['AJ', 'US', '2024-01-01', '422 origin.form-not-for-market /form'],
    ['CPTPP', 'PE', '2021-09-18', '422 origin.form-not-for-market /form'],
    ['CPTPP', 'PE', '2021-09-19', '200'],
    ['EUR.1', 'GB', '2020-12-31', '200'],
    ['EUR.1', 'GB', '2021-01-01', '422 origin.form-not-for-market /form'],
    ['EUR.1 UK', 'GB', '2021-01-01', '200'],
    ['RCEP', 'MM', '2024-01-01', '422 origin.form-not-for-market /form'],
    ['AJ', 'TH', '2024-01-01', '200'],
    ['B', 'US', '1999-01-01', '200'],
    ['A', 'CH', '2024-01-01', '200'],
    ['B', 'VN', '2024-01-01', '422 origin.market-unknown /market'],
    ['B', 'UK', '2024-01-01', '422 origin.market-unknown /market'],
  ])('of form %s for %s, issued on %s: %s', async (form, market, issuedOn, answer) => {
    expect(said(await enter({ form, market, issuedOn, state: 'issued' }))).toBe(answer);
  });

  it('that is refused says where that is from', async () => {
    const { body } = await enter({ form: 'CPTPP', market: 'PE', issuedOn: '2020-01-01', state: 'issued' });
    expect(body.message).toEqual({
      vi: 'Mẫu CPTPP không dùng được cho hàng đi PE ngày 2020-01-01: hiệp định Đối tác Toàn diện và Tiến bộ xuyên Thái Bình Dương có hiệu lực với PE từ 2021-09-19 (chưa đối chiếu văn bản chính thức).',
      en: 'Form CPTPP cannot be used for goods to PE on 2020-01-01: the agreement Comprehensive and Progressive Trans-Pacific Partnership is in force with PE from 2021-09-19 on (not yet read in the official text).',
    });
    const { body: none } = await enter({ form: 'VI', market: 'US', issuedOn: '2025-01-01', state: 'issued' });
    expect(none.message?.en).toContain('US is no party of the agreement Viet Nam - Israel.');
  });

  it.each([
    [{ state: 'issued' }, '422 origin.needs-day-of-issue /issuedOn'],
    [{ state: 'cancelled' }, '422 origin.needs-day-of-issue /issuedOn'],
    [{ state: 'rejected', issuedOn: '2024-01-01' }, '422 origin.not-issued /issuedOn'],
    [{ state: 'issued', issuedOn: '2199-01-01' }, '422 origin.day-in-future /issuedOn'],
    [{ exportedOn: '2199-01-01' }, '422 origin.day-in-future /exportedOn'],
    [{ hsCodes: [] }, '400 request.invalid /hsCodes'],
    [{ hsCodes: ['101'] }, '400 request.invalid /hsCodes/0'],
    [{ valueUsd: '-1' }, '400 request.invalid /valueUsd'],
    [{ form: 'Z' }, '400 request.invalid /form'],
    [{ agreement: 'ATIGA' }, '400 request.invalid /agreement'],
  ])('as %j: %s', async (more, answer) => {
    expect(said(await enter(more))).toBe(answer);
  });

  it('is applied for, supplemented, issued, and replaced by another', async () => {
    const { body: applied } = await enter({ form: 'VJ', market: 'JP', number: null });
    expect(applied).toMatchObject({ state: 'applied', agreement: 'VJEPA', issuedOn: null });
    const asked = await step(applied, 'request-supplement', { on: '2024-02-01' });
    const supplied = await step(asked.body['entry'] as Answer['body'], 'supplement', { on: '2024-02-05' });
    const issued = await step(supplied.body['entry'] as Answer['body'], 'issue', { document: 'VN-JP 1' });
    expect(issued.body['entry']).toMatchObject({
      ...{ state: 'issued', issuedOn: '2024-03-01', number: 'VN-JP 1', stateOn: '2024-03-01' },
    });
    const again = await step(issued.body['entry'] as Answer['body'], 'issue');
    expect(said(again)).toBe('409 register.step-not-allowed ');
    const replaced = await step(issued.body['entry'] as Answer['body'], 'replace', {
      known: { replacedBy: 'VN-JP 2' },
    });
    expect(replaced.body['entry']).toMatchObject({ state: 'replaced', replacedBy: 'VN-JP 2' });
    expect(replaced.body['allowed']).toEqual([]);
  });

  it('is not issued on a day on which its agreement is not in force with the market', async () => {
    const { body: applied } = await enter({ form: 'AJ', market: 'ID', stateOn: '2018-03-01' });
    const { body: early } = await enter({ form: 'RCEP', market: 'JP', stateOn: '2022-01-01' });
    expect(said(await step(applied, 'issue', { on: '2018-03-01' }))).toBe('200');
    expect(said(await step(early, 'issue', { known: { issuedOn: '2021-12-31' } }))).toBe(
      '422 origin.form-not-for-market /form',
    );
  });

  it('is set right by who may approve once it was issued', async () => {
    const { body } = await enter({ state: 'issued', issuedOn: '2024-01-01' });
    const change = (who: typeof people.officer, more: object) =>
      house.ask(exportImport.originCertificates.change, who, {
        ...{ query: `id=${String(body['id'])}`, ifMatch: '1', body: more },
      });
    const writer = { ...people.officer, permissions: ['export-import:write'] };
    expect(said(await change(writer, { valueUsd: '2' }))).toBe(
      '403 register.correction-needs-approver /valueUsd',
    );
    expect(said(await change(people.officer, { valueUsd: '2' }))).toBe('422 register.needs-reason /reason');
    expect(said(await change(writer, { exportedOn: '2024-01-02' }))).toBe('200');
  });

  it('of a number stands once in a territory', async () => {
    expect(said(await enter({ number: 'VN-TH 7' }))).toBe('200');
    expect(said(await enter({ number: 'vn-th  7' }))).toBe('409 origin.entered-already /number');
    expect(said(await enter({ number: 'VN-TH 7', territory: 'kien-giang' }, people.neighbour))).toBe('200');
    expect(said(await enter({ number: null }))).toBe('200');
    expect(said(await enter({ number: null }))).toBe('200');
  });

  it.each(originForms.map(({ code }) => [code] as const))(
    'of form %s is of the agreement that libs/reference says',
    async (form) => {
      const agreement = agreementOfForm(form);
      const market = agreement?.memberships.find(({ from }) => from !== null)?.country ?? 'US';
      const { body } = await enter({ form, market });
      expect(body['agreement']).toBe(agreement?.id ?? null);
    },
  );
});
