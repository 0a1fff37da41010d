import { foldText } from './fold.ts';
import { readInn } from './inn.ts';
import { legalForm } from './legal-form.ts';
import { personName } from './person-name.ts';

export interface PartyFacts {
  readonly name: string;
  readonly inn?: string;
  readonly kpp?: string;
  /** A column that says it («Юр/физ», «Правовая форма», «Тип контрагента»). */
  readonly legalForm?: string;
}

/** `unknown` when nothing tells: a brand name without ИНН is as a rule an organisation, but that would be a guess. */
export type Party = 'organisation' | 'soleTrader' | 'individual' | 'unknown';

/** Who a row speaks of; the column that says it wins, then the ИНН, then the name. */
export function partyOf(facts: PartyFacts): Party {
  const stated = foldText(facts.legalForm ?? '');
  if (/физ|частное лицо|^фл$/.test(stated) && !/юр/.test(stated)) return 'individual';
  if (/предпринимател|^ип$/.test(stated)) return 'soleTrader';
  if (/юр|организац|компани|^юл$/.test(stated) && !/физ/.test(stated)) return 'organisation';

  const { kind } = readInn(facts.inn ?? '');
  if (kind === 'legal' || facts.kpp) return 'organisation';
  const form = legalForm(stated) ?? legalForm(facts.name);
  if (form?.holder === 'organisation') return 'organisation';
  if (form?.holder === 'soleTrader' || kind === 'person') return 'soleTrader';
  if (form) return 'unknown';
  const person = personName(facts.name);
  return person ? 'individual' : 'unknown';
}

/** True for a private individual: his own client, legal entity and delivery point. A sole trader is none: he has outlets. */
export function isPerson(facts: PartyFacts): boolean {
  return partyOf(facts) === 'individual';
}
