import { type CaseKey, caseId } from '../../domain/integrity/scheme.ts';
import type { Rules } from '../../services/parts/part.ts';
import { change } from '../../services/parts/recording.ts';
import type { Integrity } from './integrity.ts';

const of = (key: CaseKey) => ({ subject: { kind: 'signal', id: caseId(key) } });

export const integrityRules: Rules<Integrity> = {
  signals: { need: { permission: 'reviewSignals' }, recorded: 'numbers of members' },
  counts: { need: { permission: 'reviewSignals' }, recorded: 'numbers' },
  signal: { need: { permission: 'reviewSignals' }, recorded: 'at most a hundred customers of one rep' },
  review: {
    need: { permission: 'reviewSignals', changes: true },
    recorded: change<Integrity['review']>('signalReviewed', {
      asked: (key, { verdict, version }) => ({ ...of(key), details: { verdict, version } }),
    }),
  },
  agree: {
    need: { permission: 'reviewSignals', changes: true },
    recorded: change<Integrity['agree']>('signalAgreed', {
      asked: (key, version) => ({ ...of(key), details: { version } }),
    }),
  },
};
