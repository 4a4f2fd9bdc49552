import { groupNotes } from './groupNotes';

describe('groupNotes', () => {
  it('says a message once, with all of its places', () => {
    expect(
      groupNotes([
        { place: 'table a', line: 1, message: 'It is left out.' },
        { place: 'schema', message: 'Names are not kept.' },
        { place: 'table b', line: 9, message: 'It is left out.' },
      ]),
    ).toEqual([
      {
        message: 'It is left out.',
        places: [
          { place: 'table a', line: 1 },
          { place: 'table b', line: 9 },
        ],
      },
      {
        message: 'Names are not kept.',
        places: [{ place: 'schema', line: undefined }],
      },
    ]);
  });

  it('has nothing to say of nothing', () => {
    expect(groupNotes([])).toEqual([]);
  });
});
