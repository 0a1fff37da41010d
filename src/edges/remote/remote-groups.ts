import type { Parts } from '../../facade.ts';
import { dealersEndpoint, dealersOfEndpoint, stateDealerEndpoint } from '../http/contracts/dealers.ts';
import {
  addGroupEndpoint,
  changeGroupEndpoint,
  dissolveGroupEndpoint,
  groupsEndpoint,
  previewGroupChangeEndpoint,
  previewGroupEndpoint,
} from '../http/contracts/groups.ts';
import type { Connection } from './connection.ts';

export const remoteGroups = ({ call }: Connection): Pick<Parts, 'groups' | 'dealers'> => ({
  groups: {
    list: async () => (await call(groupsEndpoint)).groups,
    preview: async (entities) => (await call(previewGroupEndpoint, { body: { entities } })).effect,
    previewChange: async (id, body) =>
      (await call(previewGroupChangeEndpoint, { params: { id }, body })).effect,
    make: (body) => call(addGroupEndpoint, { body }),
    change: (id, body) => call(changeGroupEndpoint, { params: { id }, body }),
    dissolve: (id) => call(dissolveGroupEndpoint, { params: { id } }),
  },
  dealers: {
    list: async () => (await call(dealersEndpoint)).dealers,
    of: (id) => call(dealersOfEndpoint, { params: { id } }),
    state: (id, body) => call(stateDealerEndpoint, { params: { id }, body }),
  },
});
