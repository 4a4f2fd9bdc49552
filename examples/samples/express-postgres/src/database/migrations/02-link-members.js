'use strict';

/** @satisfies {import('sequelize-cli').Migration} */
module.exports = {
  async up(queryInterface, DataTypes) {
    await queryInterface.sequelize.transaction(async (transaction) => {
      await queryInterface.createTable(
        'members_favourites',
        {
          member_id: {
            type: DataTypes.UUID,
            primaryKey: true,
            references: { model: 'members', key: 'id' },
            onDelete: 'CASCADE',
            onUpdate: 'CASCADE',
          },
          favourite_id: {
            type: DataTypes.UUID,
            primaryKey: true,
            references: { model: 'books', key: 'id' },
            onDelete: 'CASCADE',
            onUpdate: 'CASCADE',
          },
        },
        { transaction },
      );
      await queryInterface.addIndex(
        'members_favourites',
        ['favourite_id'],
        { name: 'members_favourites_favourite_id_idx', transaction },
      );
    });
  },

  async down(queryInterface) {
    await queryInterface.sequelize.transaction(async (transaction) => {
      await queryInterface.dropTable('members_favourites', {
        transaction,
      });
    });
  },
};
