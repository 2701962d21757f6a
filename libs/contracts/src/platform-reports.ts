import { RegisterFields } from './entry';
import { Decimal, Text, Whole } from './fields';
import { register } from './register';

const count = { nullable: true } as const;

/** What a platform of electronic commerce states of one month and the sellers of one territory. */
export class PlatformReportFields extends RegisterFields {
  @Text('Code of the platform in the register', { max: 40 }) platformCode: string;
  @Text('Month', { max: 7, pattern: /^\d{4}-(0[1-9]|1[0-2])$/, example: '2025-06' }) month: string;
  @Whole('Sellers of the territory at its end', count) sellers: number | null;
  @Whole('Products that they offer at its end', count) products: number | null;
  @Whole('Orders that they had in the month', count) orders: number | null;
  @Decimal('Value of these orders, VND millions', { places: 3, min: 0, nullable: true }) valueMn:
    string | null;
}

export const platformReports = register({
  service: 'trade',
  noun: 'platform-report',
  path: 'platform-reports',
  words: 'monthly report of a platform of electronic commerce',
  fields: PlatformReportFields,
  states: ['drafted', 'submitted', 'accepted', 'returned', 'withdrawn'],
  steps: ['submit', 'accept', 'return', 'withdraw'],
  filters: ['platformCode', 'month'],
  sorts: ['month', 'orders', 'valueMn'],
  errors: ['platform-report.says-nothing', 'platform-report.month-not-begun'],
  once: { fields: ['platformCode', 'month'], problem: 'platform-report.reported-already' },
});
