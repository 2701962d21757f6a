import { originCertificates, type Register } from '@doit/contracts';
import { registerEntity } from '@doit/registers';
import type { EntitySchema } from 'typeorm';

/** A register's row: that of certificates has, besides what every register has, what rates of utilisation look them up by. */
export function rowOf(register: Register): EntitySchema {
  const row = registerEntity(register);
  if (register.noun === originCertificates.noun)
    row.options.indices?.push({
      name: 'origin_certificate_territory_issued_on_idx',
      columns: ['territory', 'issuedOn'],
    });
  return row;
}
