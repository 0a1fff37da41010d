import { Button, SegmentedControl, Textarea } from '@mantine/core';
import { useMutation } from '@tanstack/react-query';
import { useState } from 'react';
import { type Verdict, verdicts } from '../../../../src/domain/integrity/review.ts';
import { tell } from '../../app/undo.tsx';
import { ErrorNote } from '../../design/error-note.tsx';
import { Note } from '../../design/note.tsx';
import { useFormats } from '../../language/formats.ts';
import { useWords } from '../../language/language.tsx';
import { api, isProblem } from '../../server/api.ts';
import classes from './integrity.module.css';
import { invalidateSignals, type SignalDetail } from './server.ts';
import { integrityWords } from './words.ts';

/** What was found, by whom and who agreed; the way to agree or to find something else. */
export function Reviews({ detail }: { readonly detail: SignalDetail }) {
  const say = useWords(integrityWords);
  const formats = useFormats();
  const { signal, reviews, own, stated } = detail;
  const [last] = reviews;
  const agree = useMutation({
    mutationFn: (version: number) => api.agreeOnSignal({ params: { signal: signal.id }, body: { version } }),
    onSuccess: () => tell(say('didAgree')),
    onSettled: invalidateSignals,
  });
  return (
    <div className={classes.reviews}>
      {reviews.length === 0 && <p className={classes.hint}>{say('notReviewed')}</p>}
      <ol>
        {reviews.map(({ version, verdict, comment, by, at, agreed }) => (
          <li key={version}>
            <p>
              <b>{say(`verdict.${verdict}`)}</b> · {by || say('holder')}, {formats.instant(at)}
            </p>
            <p>{comment}</p>
            <p className={classes.hint}>
              {agreed !== null
                ? say('agreedBy', { by: agreed.by || say('holder'), at: formats.instant(agreed.at) })
                : version === last?.version && say('waits')}
            </p>
          </li>
        ))}
      </ol>
      {agree.error && <ErrorNote error={agree.error} />}
      {own ? (
        <Note>{say('own')}</Note>
      ) : (
        <>
          {last && last.agreed === null && !stated && (
            <Button variant="filled" loading={agree.isPending} onClick={() => agree.mutate(last.version)}>
              {say('agree')}
            </Button>
          )}
          <ReviewForm detail={detail} />
        </>
      )}
    </div>
  );
}

function ReviewForm({ detail: { signal, reviews } }: { readonly detail: SignalDetail }) {
  const say = useWords(integrityWords);
  const [verdict, setVerdict] = useState<Verdict>('explained');
  const [comment, setComment] = useState('');
  const review = useMutation({
    mutationFn: () =>
      api.reviewSignal({
        params: { signal: signal.id },
        body: { version: reviews[0]?.version ?? 0, verdict, comment },
      }),
    onSuccess: () => {
      setComment('');
      tell(say('didReview'));
    },
    onSettled: invalidateSignals,
  });
  return (
    <form
      className={classes.form}
      onSubmit={(event) => {
        event.preventDefault();
        review.mutate();
      }}
    >
      <SegmentedControl
        aria-label={reviews.length > 0 ? say('other') : say('verdict')}
        value={verdict}
        onChange={(chosen) => setVerdict(chosen as Verdict)}
        data={verdicts.map((one) => ({ value: one, label: say(`verdict.${one}`) }))}
      />
      <Textarea
        label={say('comment')}
        placeholder={say('commentHelp')}
        autosize
        minRows={2}
        maxLength={2000}
        value={comment}
        onChange={(event) => setComment(event.currentTarget.value)}
      />
      {review.error &&
        (isProblem(review.error, 'signalStale') ? (
          <Note kind="warning">{say('stale')}</Note>
        ) : (
          <ErrorNote error={review.error} />
        ))}
      <Button type="submit" disabled={comment.trim() === ''} loading={review.isPending}>
        {say('record')}
      </Button>
    </form>
  );
}
