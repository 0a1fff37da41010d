import { Link } from '@tanstack/react-router';
import { ErrorNote } from '../../../../design/error-note.tsx';
import { Block } from '../../../../design/page.tsx';
import { Skeleton } from '../../../../design/skeleton.tsx';
import { useFormats } from '../../../../language/formats.ts';
import { useWords } from '../../../../language/language.tsx';
import type { CustomerCard } from '../../../../server/api.ts';
import type { Who } from '../ask.ts';
import { Fact, Facts } from '../facts.tsx';
import classes from './terms.module.css';
import { useTermWords } from './use-term-words.ts';
import { useTerms } from './use-terms.ts';
import { termsWords } from './words.ts';

/** On what terms he is sold to today. */
export function TermsBlock({ who, card }: { readonly who: Who; readonly card: CustomerCard }) {
  const say = useWords(termsWords);
  const formats = useFormats();
  const termWords = useTermWords();
  const terms = useTerms(who);
  return (
    <Block
      title={say('title')}
      aside={
        <Link
          className={classes.link}
          to="/customers/$unit/$id"
          params={{ unit: who.unit, id: String(who.id) }}
          search={{ tab: 'terms' }}
        >
          {say('history')}
        </Link>
      }
    >
      {terms.error && <ErrorNote error={terms.error} retry={() => void terms.refetch()} />}
      {terms.isPending && <Skeleton height={48} />}
      {terms.data?.now.length === 0 && card.status === 'works' && <p className="muted">{say('nothing')}</p>}
      <Facts>
        {card.status !== 'works' && (
          <Fact name={say('status')}>
            <span className="missing">
              {say('statusIs', { status: card.status })}
              {card.statusSince && ` ${say('statusSince', { day: formats.date(card.statusSince) })}`}
            </span>
          </Fact>
        )}
        {terms.data?.now.map(({ kind, value, since }) => (
          <Fact key={kind} name={say('kind', { kind })}>
            {since
              ? say('since', { value: termWords(kind, value), day: formats.day(since) })
              : termWords(kind, value)}
          </Fact>
        ))}
      </Facts>
    </Block>
  );
}
