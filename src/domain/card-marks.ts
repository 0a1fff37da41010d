import { isEmail } from './email.ts';
import { isValidInn } from './inn.ts';
import { isValidKpp } from './kpp.ts';
import { isValidOgrn } from './ogrn.ts';
import { readPhones } from './phone.ts';

/** What can be told of a card without saying what stands on it: no mark is personal data. */
export const cardMarks = [
  'person',
  'inn',
  'innOfOrganisation',
  'innWrong',
  'kpp',
  'kppWrong',
  'ogrnWrong',
  'phone',
  'phoneWrong',
  'email',
  'emailWrong',
  'address',
  'contact',
] as const;
export type CardMark = (typeof cardMarks)[number];

/** Facts of one identity of a customer; what no field could read stands under `…Wrong`. */
export type CardFacts = Readonly<Record<string, string | undefined>>;

/** The marks of one identity. Whose fields are missing is decided of all identities of a customer together. */
export function marksOf(facts: CardFacts): readonly CardMark[] {
  const { inn = '', kpp = '', ogrn = '', phone = '', email = '' } = facts;
  const phones = readPhones(phone);
  const emails = email.split(',').map((one) => one.trim());
  const has: Readonly<Record<CardMark, boolean>> = {
    person: facts.person === 'true',
    inn: isValidInn(inn),
    innOfOrganisation: isValidInn(inn) && inn.length === 10,
    innWrong: (inn !== '' && !isValidInn(inn)) || Boolean(facts.innWrong),
    kpp: isValidKpp(kpp),
    kppWrong: (kpp !== '' && !isValidKpp(kpp)) || Boolean(facts.kppWrong),
    ogrnWrong: ogrn !== '' && !isValidOgrn(ogrn),
    phone: phones.some(({ e164 }) => e164 !== null),
    phoneWrong: phone !== '' && !phones.some(({ e164 }) => e164 !== null),
    email: emails.some(isEmail),
    emailWrong: Boolean(facts.emailWrong) || emails.some((one) => one !== '' && !isEmail(one)),
    address: Boolean(facts.address || facts.legalAddress),
    contact: Boolean(facts.contactName || facts.decisionMaker || facts.influencer),
  };
  return cardMarks.filter((mark) => has[mark]);
}
