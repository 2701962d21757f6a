/** The domain services of the house, as they appear in routes, subjects and permissions. */
export const services = ['industry', 'trade', 'export-import', 'reporting'] as const;
export type Service = (typeof services)[number];

/** The schema, role and NATS user of a service: its name with `_` for `-` (identifiers need no quotes). */
export function schemaOf(service: Service): string {
  return service.replaceAll('-', '_');
}
