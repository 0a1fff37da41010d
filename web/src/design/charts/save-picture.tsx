import { ActionIcon, Menu } from '@mantine/core';
import { ImageDown } from 'lucide-react';
import { useWords } from '../../language/language.tsx';
import { save } from '../../server/download.ts';
import { designWords } from '../words.ts';
import classes from './chart.module.css';
import { type Picture, pngOf, svgOf } from './picture.ts';

/** Saves a chart as it is seen; its button is there when the chart is looked at. */
export function SavePicture({
  name,
  pictureOf,
}: {
  readonly name: string;
  readonly pictureOf: () => Picture | null | undefined;
}) {
  const say = useWords(designWords);
  const keep = async (format: 'png' | 'svg') => {
    const picture = pictureOf();
    if (!picture) return;
    save(format === 'svg' ? svgOf(picture) : await pngOf(picture), `${name}.${format}`);
  };
  return (
    <Menu position="bottom-end">
      <Menu.Target>
        <ActionIcon
          className={classes.save}
          variant="default"
          size={24}
          aria-label={`${say('savePicture')}: ${name}`}
        >
          <ImageDown size={14} strokeWidth={1.8} />
        </ActionIcon>
      </Menu.Target>
      <Menu.Dropdown>
        {(['png', 'svg'] as const).map((format) => (
          <Menu.Item key={format} onClick={() => void keep(format)}>
            {say('saveAs', { format: format.toUpperCase() })}
          </Menu.Item>
        ))}
      </Menu.Dropdown>
    </Menu>
  );
}
