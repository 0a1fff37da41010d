import type { Viewer } from './domain/access.ts';
import type { Parts } from './facade.ts';
import { type Desk, guarded, type Rules } from './services/parts/part.ts';
import type { Recording } from './services/parts/recording.ts';
import type { Stores } from './stores/stores.ts';
import { bonusOf } from './use-cases/bonus/bonus.ts';
import { bonusRules } from './use-cases/bonus/rules.ts';
import { bulkEditsOf } from './use-cases/bulk-edits/bulk-edits.ts';
import { bulkEditRules } from './use-cases/bulk-edits/rules.ts';
import { callsOf } from './use-cases/calls/calls.ts';
import { callRulesOfPart } from './use-cases/calls/rules.ts';
import { closingOf } from './use-cases/closing/closing.ts';
import { closingRules } from './use-cases/closing/rules.ts';
import { contactsOf } from './use-cases/contacts/contacts.ts';
import { contactRules } from './use-cases/contacts/rules.ts';
import { customerPlansOf } from './use-cases/customer-plans/customer-plans.ts';
import { customerPlanRules } from './use-cases/customer-plans/rules.ts';
import { dealersOf } from './use-cases/dealers/dealers.ts';
import { dealerRules } from './use-cases/dealers/rules.ts';
import { duplicatesOf } from './use-cases/duplicates/duplicates.ts';
import { duplicateRules } from './use-cases/duplicates/rules.ts';
import { groupsOf } from './use-cases/groups/groups.ts';
import { groupRules } from './use-cases/groups/rules.ts';
import { handOverOf } from './use-cases/hand-over/hand-over.ts';
import { handOverRules } from './use-cases/hand-over/rules.ts';
import { integrityOf } from './use-cases/integrity/integrity.ts';
import { integrityRules } from './use-cases/integrity/rules.ts';
import { organisationEditsOf } from './use-cases/organisation-edits/organisation-edits.ts';
import { organisationEditRules } from './use-cases/organisation-edits/rules.ts';
import { plansOf } from './use-cases/plans/plans.ts';
import { planRules } from './use-cases/plans/rules.ts';
import { privacyOf } from './use-cases/privacy/privacy.ts';
import { privacyRules } from './use-cases/privacy/rules.ts';
import { prospectsOf } from './use-cases/prospects/prospects.ts';
import { prospectRules } from './use-cases/prospects/rules.ts';
import { qualityOf } from './use-cases/quality/quality.ts';
import { qualityRules } from './use-cases/quality/rules.ts';
import { removalsOf } from './use-cases/removals/removals.ts';
import { removalRules } from './use-cases/removals/rules.ts';
import { searchRules } from './use-cases/search/rules.ts';
import { searchOf } from './use-cases/search/search.ts';
import { termsRules } from './use-cases/terms/rules.ts';
import { termsOf } from './use-cases/terms/terms.ts';
import { timelineRules } from './use-cases/timeline/rules.ts';
import { timelineOf } from './use-cases/timeline/timeline.ts';
import { viewRules } from './use-cases/views/rules.ts';
import { viewsOf } from './use-cases/views/views.ts';

/** What each call of each part asks for, and what is recorded of it. */
export const partRules: { readonly [Name in keyof Parts]: Rules<Parts[Name]> } = {
  views: viewRules,
  quality: qualityRules,
  integrity: integrityRules,
  bulkEdits: bulkEditRules,
  duplicates: duplicateRules,
  timeline: timelineRules,
  contacts: contactRules,
  privacy: privacyRules,
  search: searchRules,
  terms: termsRules,
  groups: groupRules,
  dealers: dealerRules,
  handOver: handOverRules,
  organisationEdits: organisationEditRules,
  removals: removalRules,
  plans: planRules,
  customerPlans: customerPlanRules,
  closing: closingRules,
  bonus: bonusRules,
  calls: callRulesOfPart,
  prospects: prospectRules,
};

/** The parts of the product in somebody's eyes and by his hand. */
export function partsOf(stores: Stores, viewer: Viewer, recording: Omit<Recording, 'whole'>): Parts {
  const desk: Desk = { stores, viewer };
  const use = <Part extends object>(part: Part, rules: Rules<Part>): Part =>
    guarded(part, rules, viewer, recording);
  return {
    views: use(viewsOf(desk), partRules.views),
    quality: use(qualityOf(desk), partRules.quality),
    integrity: use(integrityOf(desk), partRules.integrity),
    bulkEdits: use(bulkEditsOf(desk), partRules.bulkEdits),
    contacts: use(contactsOf(desk), partRules.contacts),
    privacy: use(privacyOf(desk), partRules.privacy),
    duplicates: use(duplicatesOf(desk), partRules.duplicates),
    timeline: use(timelineOf(desk), partRules.timeline),
    search: use(searchOf(desk), partRules.search),
    terms: use(termsOf(desk), partRules.terms),
    groups: use(groupsOf(desk), partRules.groups),
    dealers: use(dealersOf(desk), partRules.dealers),
    handOver: use(handOverOf(desk), partRules.handOver),
    plans: use(plansOf(desk), partRules.plans),
    customerPlans: use(customerPlansOf(desk), partRules.customerPlans),
    closing: use(closingOf(desk), partRules.closing),
    bonus: use(bonusOf(desk), partRules.bonus),
    calls: use(callsOf(desk), partRules.calls),
    organisationEdits: use(organisationEditsOf(desk), partRules.organisationEdits),
    prospects: use(prospectsOf(desk), partRules.prospects),
    removals: use(removalsOf(desk), partRules.removals),
  };
}
