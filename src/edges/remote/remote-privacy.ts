import type { Privacy } from '../../use-cases/privacy/privacy.ts';
import {
  personalOriginsEndpoint,
  setUsualGroundsEndpoint,
  usualGroundsEndpoint,
} from '../http/contracts/personal-data.ts';
import type { Connection } from './connection.ts';

export const remotePrivacy = ({ call }: Connection): Privacy => ({
  origins: async (unit, id) => (await call(personalOriginsEndpoint, { params: { unit, id } })).origins,
  usual: () => call(usualGroundsEndpoint),
  setUsual: (body) => call(setUsualGroundsEndpoint, { body }),
});
