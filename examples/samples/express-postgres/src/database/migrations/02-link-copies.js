'use strict';

/** @satisfies {import('sequelize-cli').Migration} */
module.exports = {
  async up(queryInterface) {
    await queryInterface.sequelize.transaction(async (transaction) => {
      await queryInterface.addConstraint('copies', {
        type: 'foreign key',
        name: 'copies_book_id_fkey',
        fields: ['book_id'],
        references: { table: 'books', field: 'id' },
        onDelete: 'cascade',
        onUpdate: 'CASCADE',
        transaction,
      });
    });
  },

  async down(queryInterface) {
    await queryInterface.sequelize.transaction(async (transaction) => {
      await queryInterface.removeConstraint(
        'copies',
        'copies_book_id_fkey',
        { transaction },
      );
    });
  },
};
