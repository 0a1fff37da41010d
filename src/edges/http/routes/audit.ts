import { auditEndpoint } from '../contracts/audit.ts';
import { route } from '../route.ts';

const usualPage = 100;

export const auditRoute = route(auditEndpoint, ({ query }, { application }) => {
  const { user, subject, limit = usualPage, ...rest } = query;
  const [kind, ...id] = subject?.split(':') ?? [];
  return application.audit({
    ...rest,
    limit,
    ...(user !== undefined && { user: user === 'holder' ? null : user }),
    ...(kind !== undefined && { subject: { kind, ...(id.length > 0 && { id: id.join(':') }) } }),
  });
});
