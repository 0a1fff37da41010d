import type { OwnPlace } from '../../../domain/geography.ts';
import type { CommandSpec } from '../command-spec.ts';
import { exitCodes } from '../exit.ts';
import { printCsv, printJson, printTable } from '../output/print.ts';
import { dataFolder, withApplication } from '../session.ts';

interface Options {
  readonly remove?: boolean;
}

export const placesCommand: CommandSpec<Options> = {
  name: 'places',
  args: [
    { name: '[name]', label: 'arg.place', help: 'arg.placeName' },
    { name: '[within]', label: 'arg.within', help: 'arg.placeWithin' },
  ],
  options: [{ flag: '--remove', help: 'option.removePlace' }],
  formats: ['json', 'csv'],
  run: async (session, { remove }, [name, within]) => {
    const { format, say, remark } = session;
    await withApplication(session, { dataDir: dataFolder(session) }, async (application) => {
      if (name !== undefined && remove === true) {
        await application.removePlace(String(name));
        remark(say('places.removed', { name: String(name) }));
      } else if (name !== undefined) {
        const place = await application.setPlace({ name: String(name), within: String(within ?? '') });
        remark(say('places.set', { ...place }));
      }
      const places = await application.places();
      const columns = [
        { title: say('places.name'), kind: 'text', value: (place: OwnPlace) => place.name },
        { title: say('places.within'), kind: 'text', value: (place: OwnPlace) => place.within },
      ] as const;
      if (format.json) await printJson(session, places);
      else if (format.csv) await printCsv(session, columns, places);
      else if (places.length > 0) await printTable(session, columns, places);
      else remark(say('places.none'));
    });
    return exitCodes.done;
  },
};
