export { auditController } from './audit.controller';
