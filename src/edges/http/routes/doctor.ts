import { doctorEndpoint } from '../contracts/upkeep.ts';
import { route } from '../route.ts';

export const doctorRoute = route(doctorEndpoint, async (_asked, { application }, { signal }) => ({
  checks: await application.doctor(signal),
}));
