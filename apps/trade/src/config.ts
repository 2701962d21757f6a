import { ownerConfig, serviceConfig } from '@doit/runtime';

/** What the service is told from outside. */
export const config = () => serviceConfig('trade', process.env);

/** What its migrations are told: the owner's address alone. */
export const migrationConfig = () => ownerConfig('trade', process.env);
