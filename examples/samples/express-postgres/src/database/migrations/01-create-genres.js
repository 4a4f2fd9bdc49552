'use strict';

/** @satisfies {import('sequelize-cli').Migration} */
module.exports = {
  async up(queryInterface, DataTypes) {
    await queryInterface.sequelize.transaction(async (transaction) => {
      await queryInterface.createTable(
        'genres',
        {
          id: {
            type: DataTypes.INTEGER,
            primaryKey: true,
            autoIncrement: true,
          },
          name: {
            type: DataTypes.STRING(80),
            allowNull: false,
          },
          parent_id: {
            type: DataTypes.INTEGER,
            allowNull: true,
          },
        },
        { transaction },
      );
      await queryInterface.addIndex('genres', ['name'], {
        name: 'genres_name_key',
        unique: true,
        transaction,
      });
      await queryInterface.addIndex('genres', ['parent_id'], {
        name: 'genres_parent_id_idx',
        transaction,
      });
    });
  },

  async down(queryInterface) {
    await queryInterface.dropTable('genres');
  },
};
