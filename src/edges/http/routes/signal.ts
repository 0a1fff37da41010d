import { type CaseKey, caseOf } from '../../../domain/integrity/scheme.ts';
import { Refusal } from '../../../domain/problem.ts';
import { signalEndpoint } from '../contracts/integrity.ts';
import { route } from '../route.ts';

/** @throws Refusal `signalUnknown`: no scheme has the number */
export function caseNamed(id: string): CaseKey {
  const key = caseOf(id);
  if (key === null) throw new Refusal({ code: 'signalUnknown', params: { signal: id } });
  return key;
}

export const signalRoute = route(signalEndpoint, ({ params }, { application }) =>
  application.integrity.signal(caseNamed(params.signal)),
);
