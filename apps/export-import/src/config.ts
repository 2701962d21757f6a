import { serviceConfig } from '@doit/runtime';

export const config = serviceConfig('export-import', process.env);
