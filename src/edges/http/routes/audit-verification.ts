import { auditVerificationEndpoint } from '../contracts/audit.ts';
import { route } from '../route.ts';

export const auditVerificationRoute = route(auditVerificationEndpoint, ({ query }, { application }) =>
  application.verifyAudit(query.head),
);
