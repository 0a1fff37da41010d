import { expect, test } from 'vitest';
import { noMembers } from './members.ts';
import { namedParents } from './parents.ts';

const [petrov, sidorova, north, south, vyatka] = [1, 2, 11, 12, 31];

test('a row that names a rep, a team and a branch says who belongs to whom', () => {
  expect(namedParents([{ ...noMembers, rep: petrov, team: north, branch: vyatka }], [])).toEqual([
    { member: petrov, kind: 'team', parent: north },
    { member: petrov, kind: 'branch', parent: vyatka },
    { member: north, kind: 'branch', parent: vyatka },
  ]);
});

test('who is named with two teams belongs to neither', () => {
  const rows = [north, south, north].map((team) => ({ ...noMembers, rep: petrov, team }));
  expect(namedParents(rows, [])).toEqual([{ member: petrov, kind: 'team', parent: 0 }]);
});

test('a list of people counts before customer cards, for those whom it names', () => {
  const cards = [petrov, sidorova].map((rep) => ({ ...noMembers, rep, team: north }));
  expect(namedParents([{ ...noMembers, rep: petrov, team: south }], cards)).toEqual([
    { member: petrov, kind: 'team', parent: south },
    { member: sidorova, kind: 'team', parent: north },
  ]);
});
