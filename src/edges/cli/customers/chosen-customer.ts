import { Refusal } from '../../../domain/problem.ts';
import type { Application } from '../../../facade.ts';
import type { NamedCustomer } from '../../../services/customers/whom.ts';
import { NeedsAnswer } from '../exit.ts';
import { canAsk, choose } from '../import/ask.ts';
import type { Session } from '../session.ts';

/** The one whom a code, an ИНН or a name means; of several a person chooses. */
export async function chosenCustomer(
  session: Session,
  application: Application,
  text: string,
): Promise<NamedCustomer> {
  const found = await application.search.whom(text);
  const [first, second] = found;
  if (first === undefined) throw new Refusal({ code: 'customerNotFound', params: { text } });
  if (second === undefined) return first;
  const labelOf = ({ code, name }: NamedCustomer) => (code === '' ? name : `${name} (${code})`);
  if (!canAsk(session.io))
    throw new NeedsAnswer({
      code: 'customerAmbiguous',
      params: { text, some: found.slice(0, 5).map(labelOf).join(', ') },
    });
  const chosen = await choose(
    session,
    session.say('customers.which', { text }),
    found.map((one) => ({ value: String(one.id), label: labelOf(one) })),
  );
  return found.find(({ id }) => String(id) === chosen) ?? first;
}
