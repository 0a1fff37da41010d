export { refreshCandidates } from './refresh-candidates.ts';
