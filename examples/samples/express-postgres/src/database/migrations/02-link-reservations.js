'use strict';

/** @satisfies {import('sequelize-cli').Migration} */
module.exports = {
  async up(queryInterface) {
    await queryInterface.sequelize.transaction(async (transaction) => {
      await queryInterface.addConstraint('reservations', {
        type: 'foreign key',
        name: 'reservations_book_id_fkey',
        fields: ['book_id'],
        references: { table: 'books', field: 'id' },
        onDelete: 'cascade',
        onUpdate: 'CASCADE',
        transaction,
      });
      await queryInterface.addConstraint('reservations', {
        type: 'foreign key',
        name: 'reservations_member_id_fkey',
        fields: ['member_id'],
        references: { table: 'members', field: 'id' },
        onDelete: 'cascade',
        onUpdate: 'CASCADE',
        transaction,
      });
      await queryInterface.addConstraint('reservations', {
        type: 'foreign key',
        name: 'reservations_filled_by_id_fkey',
        fields: ['filled_by_id'],
        references: { table: 'copies', field: 'id' },
        onDelete: 'SET NULL',
        onUpdate: 'CASCADE',
        transaction,
      });
    });
  },

  async down(queryInterface) {
    await queryInterface.sequelize.transaction(async (transaction) => {
      await queryInterface.removeConstraint(
        'reservations',
        'reservations_book_id_fkey',
        { transaction },
      );
      await queryInterface.removeConstraint(
        'reservations',
        'reservations_member_id_fkey',
        { transaction },
      );
      await queryInterface.removeConstraint(
        'reservations',
        'reservations_filled_by_id_fkey',
        { transaction },
      );
    });
  },
};
