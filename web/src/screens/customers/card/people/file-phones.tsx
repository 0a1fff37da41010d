import { useWords } from '../../../../language/language.tsx';
import type { CustomerCard } from '../../../../server/api.ts';
import { Fact, Facts } from '../facts.tsx';
import { cardWords } from '../words.ts';

/** Phones and addresses that files say of the customer himself. */
export function FilePhones({ card: { contacts } }: { readonly card: CustomerCard }) {
  const say = useWords(cardWords);
  if (contacts === null) return null;
  const { phones, emails, messenger } = contacts;
  if (phones.length + emails.length === 0 && messenger === '') return null;
  return (
    <Facts>
      {phones.map((phone) => (
        <Fact key={phone} name={say('phone')}>
          <a href={`tel:${phone.replace(/[^\d+]/g, '')}`}>{phone}</a>
        </Fact>
      ))}
      {emails.map((email) => (
        <Fact key={email} name={say('email')}>
          <a href={`mailto:${email}`}>{email}</a>
        </Fact>
      ))}
      <Fact name={say('messenger')}>{messenger}</Fact>
    </Facts>
  );
}
