'use strict';

/** Rows of members to look at. */
const now = new Date();

module.exports = {
  table: 'members',
  rows: [
    {
      id: '00000000-0000-4000-8000-000000000001',
      card_number: '2000000017',
      name: 'Ada Okafor',
      email: 'ada@example.com',
      receives_reminders: true,
      created_at: now,
      updated_at: now,
    },
    {
      id: '00000000-0000-4000-8000-000000000002',
      card_number: '2000000025',
      name: 'Bruno Silva',
      email: 'a0@example.org',
      receives_reminders: false,
      created_at: now,
      updated_at: now,
    },
  ],
  links: [
    {
      table: 'members_favourites',
      row: {
        member_id: '00000000-0000-4000-8000-000000000001',
        favourite_id: '00000000-0000-4000-8000-000000000002',
      },
    },
  ],
};
