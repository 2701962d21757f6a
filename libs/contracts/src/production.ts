import { RegisterFields } from './entry';
import { Decimal, Part, Text, Whole } from './fields';
import { operation } from './operation';
import { register } from './register';

const amount = { places: 3, min: 0, nullable: true } as const;

/** What a key enterprise reports of one product in one month. */
export class EnterpriseReportFields extends RegisterFields {
  @Text('Month', { max: 7, pattern: /^\d{4}-(0[1-9]|1[0-2])$/, example: '2025-06' }) month: string;
  @Text('Tax code of the enterprise', { max: 14, pattern: /^\d{10}(-\d{3})?$/, example: '2900000001' })
  taxCode: string;
  @Text('Product', { max: 200 }) product: string;
  @Text(
    'Code of the key product that it is (values of `product` of PRODUCT_OUTPUT), whose unit the report then has',
    {
      max: 40,
      pattern: /^[a-z]+(-[a-z]+)*$/,
      nullable: true,
    },
  )
  productCode: string | null;
  @Text('VSIC 2018 code of its industry', { max: 5, pattern: /^\d{2,5}$/, example: '2394' }) vsic: string;
  @Text('Natural unit of the product: tonnes, million kWh, 1,000 litres', { max: 60 }) unit: string;
  @Decimal('Produced in the month, in that unit', amount) quantity: string | null;
  @Decimal('Sold in the month, in that unit', amount) sold: string | null;
  @Decimal('In stock at its end, in that unit', amount) stock: string | null;
  @Decimal('Revenue of the month, VND billions', amount) revenueBn: string | null;
  @Whole('Jobs at its end', { nullable: true }) jobs: number | null;
}

export const enterpriseReports = register({
  service: 'industry',
  noun: 'enterprise-report',
  path: 'enterprise-reports',
  words: 'report of a key enterprise',
  fields: EnterpriseReportFields,
  states: ['received', 'accepted', 'returned', 'withdrawn'],
  steps: ['accept', 'return', 'receive-again', 'withdraw'],
  filters: ['month', 'vsic', 'taxCode', 'productCode'],
  sorts: ['month', 'quantity', 'revenueBn'],
  errors: ['enterprise-report.unknown-product', 'enterprise-report.unit-of-product'],
  once: {
    fields: ['product', 'month', 'taxCode', 'unit'],
    problem: 'enterprise-report.reported-already',
  },
});

export class ReadProduction {
  @Text('Territory; one that others were merged into counts their reports too', {
    max: 60,
    example: 'nghe-an',
  })
  territory: string;
  @Text('Month', { max: 7, pattern: /^\d{4}-(0[1-9]|1[0-2])$/, example: '2025-06' }) month: string;
  @Text('Only products of this division of VSIC 2018', {
    max: 2,
    pattern: /^\d{2}$/,
    example: '23',
    optional: true,
  })
  division?: string;
}

/** A key product in a month, from accepted reports; what is not known of an enterprise is not zero. */
export class ProductMade {
  @Text('Product') product: string;
  @Text('The key product, where the reports say so', { nullable: true }) productCode: string | null;
  @Text('Natural unit; products of two units stay two') unit: string;
  @Text('VSIC 2018 code') vsic: string;
  @Decimal('Produced, in that unit; null: no report has a quantity', { places: 3, nullable: true }) quantity:
    string | null;
  @Decimal('Produced in the same month of the year before by the enterprises that report now', {
    places: 3,
    nullable: true,
  })
  yearBefore: string | null;
  @Whole('Accepted reports') reports: number;
  @Whole('Of these, without a quantity') withoutQuantity: number;
  @Text(
    'Tax codes of enterprises of which more than one report is accepted: the one recorded last counts alone',
    { many: 200 },
  )
  reportedTwice: string[];
  @Text('Tax codes of enterprises that reported it in one of the three months before and not in this', {
    many: 200,
  })
  missing: string[];
}

export class Production {
  @Part('By product', () => ProductMade, { many: 1000 }) items: ProductMade[];
}

/** Key products of a territory in a month. */
export const production = operation({
  route: 'GET /enterprise-reports/production',
  summary: 'Key products in natural units from the accepted reports of a month, and who has not reported',
  access: 'industry:read',
  input: ReadProduction,
  output: Production,
  errors: ['territory.unknown', 'territory.not-yours'],
});
