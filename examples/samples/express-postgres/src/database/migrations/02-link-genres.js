'use strict';

/** @satisfies {import('sequelize-cli').Migration} */
module.exports = {
  async up(queryInterface) {
    await queryInterface.sequelize.transaction(async (transaction) => {
      await queryInterface.addConstraint('genres', {
        type: 'foreign key',
        name: 'genres_parent_id_fkey',
        fields: ['parent_id'],
        references: { table: 'genres', field: 'id' },
        onDelete: 'restrict',
        onUpdate: 'CASCADE',
        transaction,
      });
    });
  },

  async down(queryInterface) {
    await queryInterface.sequelize.transaction(async (transaction) => {
      await queryInterface.removeConstraint(
        'genres',
        'genres_parent_id_fkey',
        { transaction },
      );
    });
  },
};
