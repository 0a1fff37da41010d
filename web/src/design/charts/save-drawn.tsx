import type { RefObject } from 'react';
import { drawn } from './drawn.ts';
import { SavePicture } from './save-picture.tsx';

/** Saves a part of the page as it is seen. */
export const SaveDrawn = ({
  name,
  box,
}: {
  readonly name: string;
  readonly box: RefObject<HTMLElement | null>;
}) => <SavePicture name={name} pictureOf={() => box.current && drawn(box.current)} />;
