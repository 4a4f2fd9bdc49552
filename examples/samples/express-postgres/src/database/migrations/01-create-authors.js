'use strict';

/** @satisfies {import('sequelize-cli').Migration} */
module.exports = {
  async up(queryInterface, DataTypes) {
    await queryInterface.sequelize.transaction(async (transaction) => {
      await queryInterface.createTable(
        'authors',
        {
          id: { type: DataTypes.UUID, primaryKey: true },
          name: {
            type: DataTypes.STRING(160),
            allowNull: false,
          },
          born_on: {
            type: DataTypes.DATEONLY,
            allowNull: true,
          },
          website: {
            type: DataTypes.STRING(2048),
            allowNull: true,
          },
          created_at: { type: DataTypes.DATE, allowNull: false },
          updated_at: { type: DataTypes.DATE, allowNull: false },
        },
        { transaction },
      );
      await queryInterface.addIndex('authors', ['name'], {
        name: 'authors_name_idx',
        transaction,
      });
    });
  },

  async down(queryInterface) {
    await queryInterface.dropTable('authors');
  },
};
