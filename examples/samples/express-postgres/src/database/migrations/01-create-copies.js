'use strict';

/** @satisfies {import('sequelize-cli').Migration} */
module.exports = {
  async up(queryInterface, DataTypes) {
    await queryInterface.sequelize.transaction(async (transaction) => {
      await queryInterface.createTable(
        'copies',
        {
          id: { type: DataTypes.UUID, primaryKey: true },
          barcode: {
            type: DataTypes.STRING(20),
            allowNull: false,
          },
          condition: {
            type: DataTypes.STRING,
            allowNull: true,
            defaultValue: 'new',
          },
          acquired_on: {
            type: DataTypes.DATEONLY,
            allowNull: false,
          },
          book_id: {
            type: DataTypes.UUID,
            allowNull: false,
          },
          created_at: { type: DataTypes.DATE, allowNull: false },
          updated_at: { type: DataTypes.DATE, allowNull: false },
        },
        { transaction },
      );
      await queryInterface.addIndex('copies', ['barcode'], {
        name: 'copies_barcode_key',
        unique: true,
        transaction,
      });
      await queryInterface.addIndex('copies', ['condition'], {
        name: 'copies_condition_idx',
        transaction,
      });
      await queryInterface.addIndex('copies', ['book_id'], {
        name: 'copies_book_id_idx',
        transaction,
      });
    });
  },

  async down(queryInterface) {
    await queryInterface.dropTable('copies');
  },
};
