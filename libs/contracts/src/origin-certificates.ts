import { RegisterFields } from './entry';
import { Day, Decimal, OneOf, Text } from './fields';
import { register } from './register';

const day = { nullable: true } as const;

/** Forms of certificates of origin (`originForms` of libs/reference): under agreements, GSP (A), without preference (B). */
export const originFormCodes = [
  ...(['D', 'E', 'AK', 'AJ', 'VJ', 'AI', 'AANZ', 'VC', 'VK', 'EAV', 'CPTPP', 'AHK', 'EUR.1'] as const),
  ...(['EUR.1 UK', 'RCEP', 'VI', 'S', 'X', 'VN-CU', 'A', 'B'] as const),
] as const;

export const originAuthorities = ['vcci', 'ministry', 'province'] as const;

/** A certificate of origin (giấy chứng nhận xuất xứ hàng hóa) of goods that are exported. Its name is the goods in words. */
export class OriginCertificateFields extends RegisterFields {
  @Text('Number printed on the certificate, once it has one', { max: 100, nullable: true }) number:
    string | null;
  @OneOf('Form', originFormCodes) form: (typeof originFormCodes)[number];
  @Text('Exporter', { max: 200 }) exporter: string;
  @Text('Tax code of the exporter', { max: 14, pattern: /^\d{10}(-\d{3})?$/, example: '2900000001' })
  taxCode: string;
  @Text('Country that the goods go to, ISO 3166-1', { pattern: /^[A-Z]{2}$/, max: 2, example: 'TH' })
  market: string;
  @Text('Codes of the goods, HS of 2, 4, 6 or 8 digits', {
    ...{ pattern: /^(\d{2}){1,4}$/, max: 8, many: 50, atLeast: 1, example: ['10063040'] },
  })
  hsCodes: string[];
  @Decimal('Value FOB, USD', { places: 2, min: 0 }) valueUsd: string;
  @Day('Day of issue; null: not issued', day) issuedOn: string | null;
  @Day('Day of export', day) exportedOn: string | null;
  @OneOf('Who issues it; `ministry`: an office of the Ministry of Industry and Trade', originAuthorities)
  authority: (typeof originAuthorities)[number];
  @Text('Office that issues it, by its name', { max: 200, nullable: true }) issuingOffice: string | null;
  @Text('Number of the certificate that replaces it', { max: 100, nullable: true }) replacedBy: string | null;
  @Text('Agreement that the form belongs to; null: to none', { max: 20, nullable: true }) agreement:
    string | null;
}

export const originCertificates = register({
  service: 'export-import',
  noun: 'origin-certificate',
  path: 'origin-certificates',
  words: 'certificate of origin',
  fields: OriginCertificateFields,
  states: [
    ...(['applied', 'supplement-requested', 'issued', 'replaced', 'cancelled'] as const),
    ...(['rejected', 'withdrawn'] as const),
  ],
  steps: [
    ...(['request-supplement', 'supplement', 'issue', 'replace', 'cancel', 'reject'] as const),
    'withdraw',
  ],
  filters: ['form', 'agreement', 'market', 'authority', 'taxCode', 'hsCodes'],
  sorts: ['issuedOn', 'exportedOn', 'valueUsd'],
  derived: ['agreement'],
  once: { fields: ['number'], problem: 'origin.entered-already' },
  errors: [
    ...(['origin.form-not-for-market', 'origin.market-unknown', 'origin.needs-day-of-issue'] as const),
    ...(['origin.not-issued', 'origin.day-in-future'] as const),
  ],
});
