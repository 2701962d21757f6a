/** Who records figures: the three departments’ services, and reporting for plans and what concerns all. */
export const services = ['industry', 'trade', 'export-import', 'reporting'] as const;
export type Service = (typeof services)[number];

export const isService = (name: string): name is Service => services.some((one) => one === name);

/** Where each keeps what it was told. */
export const observationsOf = {
  industry: '/v1/industry/observations',
  trade: '/v1/trade/observations',
  'export-import': '/v1/export-import/observations',
  reporting: '/v1/reporting/observations',
} as const;
export const stepsOf = {
  industry: '/v1/industry/observations/steps',
  trade: '/v1/trade/observations/steps',
  'export-import': '/v1/export-import/observations/steps',
  reporting: '/v1/reporting/observations/steps',
} as const;
export const submissionsOf = {
  industry: '/v1/industry/submissions',
  trade: '/v1/trade/submissions',
  'export-import': '/v1/export-import/submissions',
  reporting: '/v1/reporting/submissions',
} as const;
export const auditOf = {
  industry: '/v1/industry/audit',
  trade: '/v1/trade/audit',
  'export-import': '/v1/export-import/audit',
  reporting: '/v1/reporting/audit',
} as const;
